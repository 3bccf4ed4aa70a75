package quorate.features.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.MutableBar;

class ChaikinOscillatorTest {

  @Test
  void doesNotDependOnTheLevelOfTheLine() {
    ChaikinOscillator high = new ChaikinOscillator(3, 10);
    ChaikinOscillator low = new ChaikinOscillator(3, 10);
    high.update(bar(0.5, 1e18));
    low.update(bar(0.5, 0));

    for (int i = 0; i < 20; i++) {
      high.update(bar(0.1 * (i % 7), 1));
      low.update(bar(0.1 * (i % 7), 1));
    }

    assertThat(high.value()).isEqualTo(low.value()).isNotZero();
  }

  /// Lags after a flow of 12: fast 12 · (1 − 2/4) = 6, slow 12 · (1 − 2/6) = 8.
  @Test
  void isTheSlowLagLessTheFastOne() {
    ChaikinOscillator oscillator = new ChaikinOscillator(3, 5);
    oscillator.update(bar(1, 7));

    oscillator.update(bar(1, 12));

    assertThat(oscillator.value()).isEqualTo(2);
  }

  /// From 0 to 1, closing at `close`.
  private static MutableBar bar(double close, double volume) {
    return new MutableBar().prices(close, 1, 0, close).volume(volume);
  }
}
