package quorate.features.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearRegressionSlopeTest {

  @Test
  void isTheSlopeOfALine() {
    LinearRegressionSlope slope = new LinearRegressionSlope(5);
    slope.update(1e9); // leaves the window again

    for (int i = 0; i < 5; i++) {
      slope.update(7 - 0.25 * i);
    }

    assertThat(slope.value()).isEqualTo(-0.25);
  }

  @Test
  void isExactlyZeroOnEqualValues() {
    LinearRegressionSlope slope = new LinearRegressionSlope(14);
    slope.update(1234.56);

    for (int i = 0; i < 14; i++) {
      slope.update(0.1);
    }

    assertThat(slope.value()).isZero();
  }
}
