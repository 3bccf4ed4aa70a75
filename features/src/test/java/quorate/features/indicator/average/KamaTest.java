package quorate.features.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;

class KamaTest {

  /// On a line the efficiency is 1 and the share (2/3)² = 4/9: from the value before, 4/9 of the
  /// step of 1.
  @Test
  void goesFastWherePricesGoStraight() {
    double[] averages = Batch.over(new Kama(2), new double[] {1, 2, 3});

    assertThat(averages[2]).isEqualTo(2 + 4.0 / 9, within(1e-15));
  }

  /// Back where it was two values ago, the efficiency is 0 and the share (2/31)².
  @Test
  void goesSlowlyWherePricesGoToAndFro() {
    double[] averages = Batch.over(new Kama(2), new double[] {1, 2, 1});

    assertThat(averages[2]).isEqualTo(2 - 4.0 / 961, within(1e-15));
  }

  @Test
  void refusesAWindowThatHasNoWay() {
    assertThatThrownBy(() -> new Kama(1))
        .hasMessage("window must be at least 2 bars, but was 1 (feature \"kama\")");
  }
}
