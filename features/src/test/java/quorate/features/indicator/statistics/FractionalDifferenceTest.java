package quorate.features.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FractionalDifferenceTest {

  /// Weights 1, −½, −⅛, −1/16, −5/128; −7/256 is the first below 0.03.
  @Test
  void weighsThePastByTheBinomialSeries() {
    FractionalDifference half = new FractionalDifference(0.5, 0.03);

    for (double value : new double[] {1, 10, 100, 1000, 10_000}) {
      half.update(value);
    }

    assertThat(half.warmUp()).isEqualTo(5);
    assertThat(half.ready()).isTrue();
    assertThat(half.value()).isCloseTo(10_000 - 500 - 12.5 - 10.0 / 16 - 5.0 / 128, within(1e-11));
  }

  @Test
  void isTheDifferenceOfNeighboursAtOrderOne() {
    FractionalDifference whole = new FractionalDifference(1, 1e-7);

    whole.update(3);
    whole.update(5);

    assertThat(whole.warmUp()).isEqualTo(2);
    assertThat(whole.value()).isEqualTo(2);
  }

  @Test
  void refusesAThresholdWithoutEnd() {
    assertThatThrownBy(() -> new FractionalDifference(0.01, 1e-9))
        .hasMessage(
            "weights must be at most 100000, but more are above a threshold of 1.0E-9 (feature"
                + " \"fractional_difference\")");
  }
}
