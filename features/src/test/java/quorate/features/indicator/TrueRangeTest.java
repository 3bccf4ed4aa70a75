package quorate.features.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;

class TrueRangeTest {
  private final TrueRange range = new TrueRange();
  private final MutableBar bar = new MutableBar();

  @Test
  void reachesToThePreviousClose() {
    range.update(bar.prices(10, 12, 9, 11));
    assertThat(range.value()).isEqualTo(3); // nothing before it: high − low

    range.update(bar.prices(15, 16, 15, 15));
    assertThat(range.value()).isEqualTo(5); // 16 − 11

    range.update(bar.prices(13, 14, 12, 13));
    assertThat(range.value()).isEqualTo(3); // 15 − 12
  }

  @Test
  void isHighMinusLowOnTheFirstBarAfterAGap() {
    range.update(bar.prices(10, 12, 9, 11));

    range.update(bar.prices(50, 51, 49, 50).flags(BarFlags.AFTER_GAP));

    assertThat(range.value()).isEqualTo(2);
  }
}
