package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static quorate.research.performance.EveryDay.DAY_NS;
import static quorate.research.performance.EveryDay.START_NS;

import org.junit.jupiter.api.Test;

class DrawdownTest {
  @Test
  void findsPeakTroughAndRecoveryOfTheDeepestFall() {
    // 120 → 90 is a fall of 25 %, deeper than 110 → 100; regained on day 6.
    EquityCurve curve = Curves.through(100, 110, 100, 120, 90, 115, 120, 130);

    Drawdown deepest = Drawdown.deepest(curve).orElseThrow();

    assertThat(deepest.depth()).isCloseTo(0.25, within(1e-15));
    assertThat(deepest.peakNs()).isEqualTo(START_NS + 3 * DAY_NS);
    assertThat(deepest.troughNs()).isEqualTo(START_NS + 4 * DAY_NS);
    assertThat(deepest.recoveryNs()).hasValue(START_NS + 6 * DAY_NS);
  }

  @Test
  void saysThatAFallStillLasts() {
    Drawdown deepest = Drawdown.deepest(Curves.through(100, 80, 95)).orElseThrow();

    assertThat(deepest.depth()).isCloseTo(0.2, within(1e-15));
    assertThat(deepest.recoveryNs()).isEmpty();
  }

  @Test
  void startsAtTheLastMarkOfAFlatPeak() {
    Drawdown deepest = Drawdown.deepest(Curves.through(100, 100, 90)).orElseThrow();

    assertThat(deepest.peakNs()).isEqualTo(START_NS + DAY_NS);
  }

  @Test
  void isAbsentWhereNothingFalls() {
    assertThat(Drawdown.deepest(Curves.through(100, 100, 105))).isEmpty();
  }

  @Test
  void isAtMostEverything() {
    assertThat(Drawdown.deepest(Curves.through(100, -50)).orElseThrow().depth()).isEqualTo(1);
  }

  @Test
  void givesTheFallAtEachMark() {
    double[] series = Drawdown.series(Curves.through(100, 80, 125, 100));

    assertThat(series).containsExactly(new double[] {0, 0.2, 0, 0.2}, within(1e-15));
  }
}
