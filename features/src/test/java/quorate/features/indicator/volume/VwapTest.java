package quorate.features.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.MutableBar;

class VwapTest {
  private final Vwap vwap = new Vwap();
  private final MutableBar bar = new MutableBar();

  @Test
  void weighsTypicalPricesByVolume() {
    vwap.update(bar.prices(9, 12, 9, 9).volume(1)); // typical 10
    vwap.update(bar.prices(20, 22, 18, 20).volume(3)); // typical 20

    assertThat(vwap.value()).isEqualTo(17.5); // (10 + 60) / 4
  }

  @Test
  void startsAnewWithTheBarThatOpensASession() {
    vwap.update(bar.prices(9, 12, 9, 9).volume(1));

    vwap.update(bar.prices(30, 30, 30, 30).volume(5).flags(BarFlags.SESSION_START));

    assertThat(vwap.value()).isEqualTo(30);
  }

  @Test
  void isTheTypicalPriceUntilSomethingTrades() {
    vwap.update(bar.prices(9, 12, 9, 9).volume(0));

    assertThat(vwap.value()).isEqualTo(10);
  }
}
