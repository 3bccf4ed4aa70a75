package quorate.features.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.ValueIndicator;

/// Skewness and kurtosis, of (0, 0, 0, 4): mean 1, m₂ = 12/4 = 3, m₃ = (27 − 3)/4 = 6, m₄ = (81 +
/// 3)/4 = 21.
class MomentsTest {

  @Test
  void areThoseOfAnExampleByHand() {
    ValueIndicator skewness = after(new Skewness(4), 0, 0, 0, 4);
    ValueIndicator kurtosis = after(new Kurtosis(4), 0, 0, 0, 4);

    assertThat(skewness.value(0)).isCloseTo(6 / Math.pow(3, 1.5), within(1e-14));
    // √(4 · 3) / 2 times that is 2: of four numbers none can be further from the others.
    assertThat(skewness.value(1)).isCloseTo(2, within(1e-14));
    assertThat(kurtosis.value(0)).isCloseTo(21.0 / 9 - 3, within(1e-14));
    assertThat(kurtosis.value(1)).isCloseTo(3.0 / 2 * (5 * (21.0 / 9 - 3) + 6), within(1e-13));
  }

  @Test
  void doNotDependOnTheLevel() {
    assertThat(after(new Skewness(4), 7, 4e9, 4e9, 4e9, 4e9 + 4).value())
        .isCloseTo(6 / Math.pow(3, 1.5), within(1e-12));
    assertThat(after(new Kurtosis(4), 7, 4e9, 4e9, 4e9, 4e9 + 4).value())
        .isCloseTo(21.0 / 9 - 3, within(1e-12));
  }

  @Test
  void forgetAnOutlierWithoutATrace() {
    assertThat(after(new Kurtosis(4), 1e12, 0, 0, 0, 4).value())
        .isCloseTo(21.0 / 9 - 3, within(1e-14));
  }

  /// Two that are opposite leave the mean where it is.
  @Test
  void forgetOutliersThatCancel() {
    Kurtosis disturbed = new Kurtosis(20);
    Kurtosis fresh = new Kurtosis(20);

    for (int i = 0; i < 42; i++) {
      double outlier = i == 20 ? 1e8 : i == 21 ? -1e8 : 0;
      disturbed.update(Math.sin(i) + outlier);
      if (i >= 22) {
        fresh.update(Math.sin(i));
      }
    }

    assertThat(disturbed.value()).isCloseTo(fresh.value(), within(1e-13));
  }

  @Test
  void areZeroOnEqualValues() {
    assertThat(after(new Skewness(4), 1234.5, 0.1, 0.1, 0.1, 0.1).value()).isZero();
    assertThat(after(new Kurtosis(4), 1234.5, 0.1, 0.1, 0.1, 0.1).value()).isZero();
    assertThat(after(new Kurtosis(4), 1234.5, 0.1, 0.1, 0.1, 0.1).value(1)).isZero();
  }

  private static ValueIndicator after(ValueIndicator indicator, double... values) {
    for (double value : values) {
      indicator.update(value);
    }
    return indicator;
  }
}
