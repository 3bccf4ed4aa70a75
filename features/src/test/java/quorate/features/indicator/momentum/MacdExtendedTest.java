package quorate.features.indicator.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;
import quorate.features.series.SyntheticBars;

class MacdExtendedTest {

  @Test
  void isTheUsualOneWithExponentialAverages() {
    double[][] usual = Batch.over(new Macd(3, 7, 4), SyntheticBars.of(1, 300));

    double[][] extended = Batch.over(new MacdExtended(3, 7, 4, 1, 1, 1), SyntheticBars.of(1, 300));

    for (int output = 0; output < 3; output++) {
      assertThat(extended[output]).isEqualTo(usual[output]);
    }
  }

  @Test
  void refusesAKindThatThereIsNot() {
    assertThatThrownBy(() -> new MacdExtended(3, 7, 4, 0, 9, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind must be from 0 to 8, but was 9");
  }
}
