package quorate.features.indicator.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;

class ForecastOscillatorTest {

  @Test
  void isZeroWhereALineGoesOn() {
    double[] values = Batch.over(new ForecastOscillator(3), new double[] {1, 2, 3, 4, 5});

    assertThat(values[3]).isCloseTo(0, within(1e-12));
    assertThat(values[4]).isCloseTo(0, within(1e-12));
  }

  @Test
  void isTheSurpriseInPercentOfTheValue() {
    double[] values = Batch.over(new ForecastOscillator(2), new double[] {1, 2, 4});

    assertThat(values[2]).isCloseTo(25, within(1e-12)); // foretold 3
  }
}
