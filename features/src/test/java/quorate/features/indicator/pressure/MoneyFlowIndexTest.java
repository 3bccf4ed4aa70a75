package quorate.features.indicator.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.MutableBar;

class MoneyFlowIndexTest {
  private final MoneyFlowIndex index = new MoneyFlowIndex(2);
  private final MutableBar bar = new MutableBar();

  private void price(double price, double volume, int flags) {
    index.update(bar.prices(price, price, price, price).volume(volume).flags(flags));
  }

  @Test
  void isTheShareOfMoneyTradedInRisingBars() {
    price(10, 99, 0);
    price(12, 5, 0); // 60 in
    price(10, 2, 0); // 20 out

    assertThat(index.value()).isEqualTo(75);
  }

  @Test
  void countsNothingAcrossAGap() {
    price(10, 1, 0);
    price(9, 1, 0);

    price(50, 1, BarFlags.AFTER_GAP);

    assertThat(index.value()).isZero();
  }
}
