package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.features.covariance.CovarianceFixture;
import quorate.features.covariance.SyntheticReturns;

class CorrelationBreakTest {
  private static final BreakSettings SETTINGS = new BreakSettings(60, 1, 99, 0.05, 1);
  private static final int TRIALS = 400;

  private static CorrelationBreak between(double[][] earlier, double[][] later, long draw) {
    return CorrelationBreak.between(
        CovarianceFixture.names(earlier[0].length), earlier, later, SETTINGS, draw);
  }

  /// How many of the trials are called a break.
  private static int breaks(LongFunction<double[][]> earlier, LongFunction<double[][]> later) {
    int breaks = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      breaks +=
          between(earlier.apply(2L * trial), later.apply(2L * trial + 1), trial).broken() ? 1 : 0;
    }
    return breaks;
  }

  private static double[][] normal(long seed, double share) {
    return SyntheticReturns.oneFactor(Philox.seeded(seed), 60, 4, share);
  }

  /// Normal days times a common size whose logarithm has deviation 1: heavier tails than a Student
  /// law with four degrees of freedom.
  private static double[][] fatTailed(long seed) {
    double[][] days = normal(seed, 0.5);
    Philox chance = Philox.seeded(seed + 1_000_000);
    for (double[] day : days) {
      scale(day, Math.exp(chance.nextGaussian()));
    }
    return days;
  }

  private static double[][] wilder(long seed) {
    double[][] days = normal(seed, 0.5);
    for (double[] day : days) {
      scale(day, 5);
    }
    return days;
  }

  private static void scale(double[] day, double factor) {
    for (int i = 0; i < day.length; i++) {
      day[i] *= factor;
    }
  }

  /// At the level 0.05 of 400 trials 20 are expected; 20 ± 4 · √(400 · 0.05 · 0.95) is 2 to 38.
  @Test
  void seesABreakWhereThereIsNoneAsOftenAsTheLevelSays() {
    assertThat(breaks(seed -> normal(seed, 0.5), seed -> normal(seed, 0.5))).isBetween(3, 37);
    assertThat(breaks(CorrelationBreakTest::fatTailed, CorrelationBreakTest::fatTailed))
        .isBetween(3, 37);
  }

  @Test
  void takesAChangeOfVolatilityForNoBreak() {
    assertThat(breaks(seed -> normal(seed, 0.5), CorrelationBreakTest::wilder)).isBetween(3, 37);
  }

  @Test
  void seesNearlyEveryChangeFromALittleCorrelationToAlmostAll() {
    assertThat(breaks(seed -> normal(seed, 0.1), seed -> normal(seed, 0.8)))
        .isGreaterThan(TRIALS * 95 / 100);
  }

  /// Columns (1, −1, …) and the same, then the second turned round: correlation 1 becomes −1.
  @Test
  void measuresTheRootMeanSquaredChangeOfCorrelations() {
    double[][] same = new double[60][2];
    double[][] opposite = new double[60][2];
    for (int day = 0; day < 60; day++) {
      double x = day % 2 == 0 ? 1 : -1;
      same[day] = new double[] {x, x};
      opposite[day] = new double[] {x, -x};
    }

    CorrelationBreak found = between(same, opposite, 1);

    assertThat(found.distance()).isCloseTo(2, within(1e-12));
    assertThat(found.pValue()).isEqualTo(0.01);
    assertThat(found.broken()).isTrue();
  }

  @Test
  void isBrokenExactlyWhenTheDistanceIsAboveItsThresholdAndPAtMostTheLevel() {
    for (int trial = 0; trial < 60; trial++) {
      CorrelationBreak found = between(normal(trial, 0.2), normal(1000 + trial, 0.5), trial);

      assertThat(found.broken()).isEqualTo(found.pValue() <= SETTINGS.level());
      assertThat(found.broken()).isEqualTo(found.distance() > found.threshold());
    }
  }

  @Test
  void worksWithMoreAssetsThanDays() {
    double[][] earlier = SyntheticReturns.oneFactor(Philox.seeded(1), 60, 80, 0.1);
    double[][] later = SyntheticReturns.oneFactor(Philox.seeded(2), 60, 80, 0.6);

    assertThat(between(earlier, later, 1).broken()).isTrue();
  }

  @Test
  void refusesWindowsOfAnotherLengthAndAssetsThatStandStill() {
    assertThatThrownBy(() -> between(new double[59][2], new double[60][2], 1))
        .hasMessage("windows must have 60 days each, but had 59 and 60");
    double[][] still = normal(1, 0.5);
    for (double[] day : still) {
      day[1] = 0.1;
    }
    assertThatThrownBy(() -> between(normal(2, 0.5), still, 1))
        .hasMessage(
            "every asset must move for a correlation, but \"a1\" had 60 equal returns; leave it out");
  }
}
