package quorate.features.indicator.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.MutableBar;

class UltimateOscillatorTest {
  private final UltimateOscillator oscillator = new UltimateOscillator(1, 2, 3);
  private final MutableBar bar = new MutableBar();

  @Test
  void weighsTheShortestWindowMost() {
    oscillator.update(bar.prices(0, 4, 0, 2));
    oscillator.update(bar.prices(2, 4, 0, 0)); // bought 0 of 4
    oscillator.update(bar.prices(0, 4, 0, 0)); // 0 of 4
    oscillator.update(bar.prices(0, 4, 0, 4)); // 4 of 4

    // Shares 1, 4 / 8 and 4 / 12.
    assertThat(oscillator.value()).isEqualTo(100 * ((4 + 2 * 0.5 + 4.0 / 12) / 7));
  }

  /// Across the gap the pressure would be 50 of a range of 53.
  @Test
  void takesTheBarsOwnLowAfterAGap() {
    for (int i = 0; i < 3; i++) {
      oscillator.update(bar.prices(1, 1, 1, 1));
    }

    oscillator.update(bar.prices(50, 54, 50, 51).flags(BarFlags.AFTER_GAP));

    assertThat(oscillator.value()).isEqualTo(25); // 1 of 4 in each window
  }

  @Test
  void refusesWindowsOutOfOrder() {
    assertThatThrownBy(() -> new UltimateOscillator(7, 28, 14))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "slow must be longer than fast, 28 bars, but was 14 (feature \"ultimate_oscillator\")");
  }
}
