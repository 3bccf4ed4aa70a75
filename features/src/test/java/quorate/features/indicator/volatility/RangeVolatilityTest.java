package quorate.features.indicator.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.domain.chance.Philox;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;

/// The estimators that look at more of a bar than its close.
class RangeVolatilityTest {
  /// Of a walk of this deviation a bar, in bars of so many steps.
  private static final double DEVIATION = 0.02;

  private static final int STEPS = 400;

  private static final int BARS = 3000;

  @Test
  void findTheDeviationOfAWalk() {
    List<Indicator> estimators =
        List.of(
            new Parkinson(BARS, 1),
            new GarmanKlass(BARS, 1),
            new RogersSatchell(BARS, 1),
            new YangZhang(BARS, 1));

    walk(0, estimators);

    // The extremes of 400 steps lie about 0.58 steps' deviations inside those of the walk itself
    // (Broadie, Glasserman and Kou 1997), 3 % of DEVIATION on either side; chance adds 1 %.
    for (Indicator estimator : estimators) {
      assertThat(estimator.value()).isBetween(0.93 * DEVIATION, 1.01 * DEVIATION);
    }
  }

  @Test
  void seeNoDriftWhereTheyPromiseIt() {
    List<Indicator> estimators = List.of(new RogersSatchell(BARS, 1), new YangZhang(BARS, 1));

    walk(DEVIATION, estimators);

    for (Indicator estimator : estimators) {
      assertThat(estimator.value()).isBetween(0.93 * DEVIATION, 1.01 * DEVIATION);
    }
  }

  /// @param drift a bar
  private static void walk(double drift, List<Indicator> estimators) {
    RandomGenerator chance = Philox.seeded(11);
    double log = 0;
    MutableBar bar = new MutableBar();
    for (int i = 0; i <= BARS; i++) {
      double open = log;
      double high = log;
      double low = log;
      for (int step = 0; step < STEPS; step++) {
        log += drift / STEPS + DEVIATION / Math.sqrt(STEPS) * chance.nextGaussian();
        high = Math.max(high, log);
        low = Math.min(low, log);
      }
      bar.prices(Math.exp(open), Math.exp(high), Math.exp(low), Math.exp(log));
      estimators.forEach(estimator -> estimator.update(bar));
    }
  }

  /// log(121/100) = 2 · 0.0953101798; its square over 4 log 2, a year of 252 bars.
  @Test
  void scaleTheMeanVarianceToAYear() {
    Parkinson yearly = new Parkinson(1, 252);

    yearly.update(new MutableBar().prices(110, 121, 100, 105));

    double range = 2 * 0.0953101798043249;
    assertThat(yearly.value())
        .isCloseTo(range * Math.sqrt(252 / (4 * 0.6931471805599453)), within(1e-13));
  }

  @Test
  void areExactlyZeroOnceTheWindowIsFlat() {
    for (Indicator estimator :
        List.of(
            new Parkinson(3, 1),
            new GarmanKlass(3, 1),
            new RogersSatchell(3, 1),
            new YangZhang(3, 1))) {
      estimator.update(new MutableBar().prices(1, 3, 0.7, 2));
      for (int i = 0; i < 4; i++) {
        estimator.update(new MutableBar().prices(0.1, 0.1, 0.1, 0.1));
      }

      assertThat(estimator.value()).isZero();
    }
  }

  /// Opens of 110 after closes of 100 and no movement within: both jumps are log 1.1, so their
  /// sample variance is 0; with a gap one of them is 0 and it is log²(1.1) / 2.
  @Test
  void takeNoJumpOverAGap() {
    YangZhang volatility = new YangZhang(2, 1);
    volatility.update(new MutableBar().prices(100, 100, 100, 100));
    volatility.update(new MutableBar().prices(110, 110, 110, 110));
    volatility.update(new MutableBar().prices(121, 121, 121, 121).flags(BarFlags.AFTER_GAP));

    assertThat(volatility.value()).isCloseTo(0.0953101798043249 / Math.sqrt(2), within(1e-15));
  }

  @Test
  void refuseAPriceWithoutLogarithm() {
    Parkinson volatility = new Parkinson(2, 1);

    assertThatThrownBy(
            () -> volatility.update(new MutableBar().times(0, 60).prices(1, 2, -37.63, 1)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "low must be positive to have a logarithm, but was -37.63 (bar that ends at 60)");
  }
}
