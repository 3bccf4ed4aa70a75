package quorate.features.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;

class EmaTest {

  @Test
  void beginsAsTheMeanAndMovesTowardsEachValue() {
    double[] averages = Batch.over(new Ema(3), new double[] {1, 2, 6, 7, 1});

    // Mean of 1, 2, 6 is 3; then the share 2 / (3 + 1): 3 + (7 − 3) / 2 = 5, 5 + (1 − 5) / 2 = 3.
    assertThat(averages).containsExactly(Double.NaN, Double.NaN, 3, 5, 3);
  }

  @Test
  void keepsAConstantSeriesConstant() {
    Ema ema = new Ema(7);

    for (int i = 0; i < 1000; i++) {
      ema.update(0.1);
    }

    assertThat(ema.value()).isEqualTo(0.1);
  }

  @Test
  void movesAnyShareOfTheWay() {
    double[] averages = Batch.over(new Ema(2, 0.25), new double[] {1, 3, 6});

    assertThat(averages[1]).isEqualTo(2);
    assertThat(averages[2]).isEqualTo(3); // 2 + (6 − 2) / 4
  }

  @Test
  void refusesAShareThatLeadsNowhereOrTooFar() {
    assertThatThrownBy(() -> new Ema(2, 0))
        .hasMessage("share must be above 0 and at most 1, but was 0.0 (feature \"ema\")");
    assertThatThrownBy(() -> new Ema(2, 1.5))
        .hasMessage("share must be above 0 and at most 1, but was 1.5 (feature \"ema\")");
  }

  @Test
  void refusesAWindowOfNothing() {
    assertThatThrownBy(() -> new Ema(0))
        .hasMessage("window must be at least 1 bar, but was 0 (feature \"ema\")");
    assertThatThrownBy(() -> new Ema(100_001))
        .hasMessage("window must be at most 100000 bars, but was 100001 (feature \"ema\")");
  }
}
