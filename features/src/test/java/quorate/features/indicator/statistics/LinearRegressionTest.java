package quorate.features.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearRegressionTest {

  @Test
  void isTheLineItself() {
    LinearRegression line = new LinearRegression(5);
    line.update(1e9); // leaves the window again

    for (int i = 0; i < 5; i++) {
      line.update(7 - 0.25 * i);
    }

    assertThat(line.value()).isEqualTo(6);
    assertThat(line.value(1)).isEqualTo(-0.25);
    assertThat(line.value(2)).isEqualTo(7);
    assertThat(line.value(3)).isCloseTo(-14.036243467926479, within(1e-14)); // atan ¼ in degrees
    assertThat(line.value(4)).isEqualTo(5.75);
  }

  @Test
  void isExactlyLevelOnEqualValues() {
    LinearRegression line = new LinearRegression(14);
    line.update(1234.56);

    for (int i = 0; i < 14; i++) {
      line.update(0.1);
    }

    assertThat(line.value(1)).isZero();
    assertThat(line.value()).isEqualTo(0.1);
  }
}
