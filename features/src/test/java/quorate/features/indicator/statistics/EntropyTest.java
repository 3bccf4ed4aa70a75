package quorate.features.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EntropyTest {

  @Test
  void isTheLogarithmOfTheBinsWhenAllHoldAsMany() {
    Entropy entropy = new Entropy(8, 4);

    for (double value : new double[] {0, 1, 2, 3, 0.5, 1.5, 2.5, 4}) {
      entropy.update(value);
    }

    assertThat(entropy.value()).isCloseTo(Math.log(4), within(1e-15));
  }

  /// Shares ¾ and ¼: ¾ log(4/3) + ¼ log 4.
  @Test
  void weighsSharesByTheirSurprise() {
    Entropy entropy = new Entropy(4, 2);

    for (double value : new double[] {99, 0, 0.1, 0.2, 1}) { // the first leaves again
      entropy.update(value);
    }

    assertThat(entropy.value())
        .isCloseTo(0.75 * Math.log(4 / 3.0) + 0.25 * Math.log(4), within(1e-15));
  }

  @Test
  void isZeroOnEqualValues() {
    Entropy entropy = new Entropy(4, 10);

    for (double value : new double[] {5, 0.1, 0.1, 0.1, 0.1}) {
      entropy.update(value);
    }

    assertThat(entropy.value()).isZero();
  }
}
