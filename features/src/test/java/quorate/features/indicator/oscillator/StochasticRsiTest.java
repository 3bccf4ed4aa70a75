package quorate.features.indicator.oscillator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StochasticRsiTest {

  /// Rises and falls fade in the same proportion but are rounded apart; without holding the RSI its
  /// last digit would make a range in which it is 0 or 100.
  @Test
  void takesNoRoundingForARange() {
    StochasticRsi stochastic = new StochasticRsi(14, 5, 3, 0);
    for (int i = 0; i < 40; i++) {
      stochastic.update(1 + Math.sin(i) / 7);
    }

    for (int i = 0; i < 300; i++) {
      stochastic.update(1.1);
      if (i > 6) { // 5 values of the RSI and 3 of k
        assertThat(stochastic.value()).isZero();
        assertThat(stochastic.value(1)).isCloseTo(0, within(1e-12));
      }
    }
  }
}
