package quorate.features.indicator.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DominantCyclePhaseTest {

  @Test
  void goesRoundOnceInACycle() {
    DominantCyclePhase phase = new DominantCyclePhase();
    double before = 0;

    for (int i = 0; i < 400; i++) {
      phase.update(100 + 5 * Math.sin(2 * Math.PI * i / 20));
      double turn = Math.floorMod(Math.round(phase.value() - before), 360);
      before = phase.value();
      if (i > 300) {
        assertThat(turn).isEqualTo(18, within(5.0));
        // The phase of the sine itself, a bar or so off.
        assertThat(Math.sin(Math.toRadians(phase.value())))
            .isEqualTo(Math.sin(2 * Math.PI * i / 20), within(0.35));
      }
    }
  }

  /// No cycle: 0 and a quarter turn, and 360° / period for the bar that the smoothing lags.
  @Test
  void isThatOfNoCycleOnAFlatSeries() {
    DominantCyclePhase phase = new DominantCyclePhase();
    DominantCyclePeriod period = new DominantCyclePeriod();

    for (int i = 0; i < 2000; i++) {
      phase.update(1.1234567);
      period.update(1.1234567);
    }

    assertThat(phase.value()).isBetween(90 + 360 / 50.0, 90 + 360 / 6.0);
  }
}
