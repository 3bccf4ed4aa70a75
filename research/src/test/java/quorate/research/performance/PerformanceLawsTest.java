package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

/// Laws that hold for every curve.
class PerformanceLawsTest {
  private static final int CASES = 100;

  @Test
  void drawdownIsFromNothingToEverything() {
    ForAll.cases(
        CASES,
        1,
        chance -> {
          double[] equity = new double[2 + chance.nextInt(100)];
          Arrays.setAll(equity, i -> i == 0 ? 100 : 300 * chance.nextDouble() - 20);
          return equity;
        },
        equity -> {
          EquityCurve curve = Curves.through(equity);

          double depth = Drawdown.deepest(curve).map(Drawdown::depth).orElse(0.0);

          assertThat(depth).isBetween(0.0, 1.0);
          assertThat(Arrays.stream(Drawdown.series(curve)).max()).hasValue(depth);
          assertThat(Arrays.stream(Drawdown.series(curve)).min()).hasValue(0);
        });
  }

  @Test
  void figuresDoNotDependOnTheSizeOfTheAccount() {
    ForAll.cases(
        CASES,
        2,
        chance -> Curves.randomReturns(chance, 60 + chance.nextInt(60)),
        returns -> {
          Performance small = Curves.measured(Curves.record(Curves.daily(1, returns)));
          Performance large = Curves.measured(Curves.record(Curves.daily(1e9, returns)));

          for (Metric metric : Metric.values()) {
            assertClose(metric, small.value(metric), large.value(metric));
          }
        });
  }

  @Test
  void noFigureIsEverNaNOrInfinite() {
    ForAll.cases(
        CASES,
        3,
        chance -> {
          double[] equity = new double[1 + chance.nextInt(90)];
          boolean still = chance.nextBoolean();
          Arrays.setAll(
              equity, i -> i == 0 || still ? 100 : chance.nextInt(5) * 50.0 * chance.nextDouble());
          return equity;
        },
        equity -> {
          Performance performance = Curves.measured(Curves.record(Curves.through(equity)));

          for (Metric metric : Metric.values()) {
            performance.value(metric).ifPresent(v -> assertThat(v).as(metric.name()).isFinite());
          }
        });
  }

  @Test
  void monthsCompoundToTheTotal() {
    ForAll.cases(
        CASES,
        4,
        chance -> Curves.randomReturns(chance, 10 + chance.nextInt(400)),
        returns -> {
          Performance performance = Curves.measured(Curves.record(Curves.daily(100, returns)));

          double growth = 1;
          for (double month : performance.months().byMonth().values()) {
            growth *= 1 + month;
          }
          assertThat(growth - 1).isCloseTo(performance.returns().totalReturn(), within(1e-9));
        });
  }

  @Test
  void theWorstPeriodsAreNoBetterThanTheirBound() {
    ForAll.cases(
        CASES,
        5,
        chance -> Curves.randomReturns(chance, 2 + chance.nextInt(200)),
        returns -> {
          ReturnFigures figures =
              Curves.measured(Curves.record(Curves.daily(100, returns))).returns();

          assertThat(figures.expectedShortfall().orElseThrow())
              .isLessThanOrEqualTo(figures.valueAtRisk().orElseThrow() + 1e-15);
        });
  }

  private static void assertClose(Metric metric, OptionalDouble one, OptionalDouble other) {
    assertThat(one.isPresent()).as(metric.name()).isEqualTo(other.isPresent());
    if (one.isPresent()) {
      double size = Math.max(1, Math.abs(one.getAsDouble()));
      assertThat(one.getAsDouble())
          .as(metric.name())
          .isCloseTo(other.getAsDouble(), within(1e-7 * size));
    }
  }
}
