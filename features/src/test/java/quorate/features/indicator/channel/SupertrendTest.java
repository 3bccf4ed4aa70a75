package quorate.features.indicator.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.MutableBar;

class SupertrendTest {

  /// Every true range is 2, so the bands lie 2 from the middle.
  @Test
  void movesTowardsPricesOnlyUntilACloseBeyondTurnsIt() {
    Supertrend trend = new Supertrend(2, 1);

    update(trend, 10);
    update(trend, 10);
    update(trend, 10);
    assertThat(trend.value()).isEqualTo(8);
    update(trend, 10.5);
    assertThat(trend.value()).isEqualTo(8.5);
    update(trend, 10);
    assertThat(trend.value()).isEqualTo(8.5); // not back to 8
    assertThat(trend.value(1)).isEqualTo(1);

    // A close of 8 is beyond 8.5; the true range is 3 of the previous close of 10, the mean 2.5.
    trend.update(new MutableBar().prices(8, 9, 7, 8));
    assertThat(trend.value(1)).isEqualTo(-1);
    assertThat(trend.value()).isEqualTo(8 + 2.5);
  }

  private static void update(Supertrend trend, double close) {
    trend.update(new MutableBar().prices(close, close + 1, close - 1, close));
  }
}
