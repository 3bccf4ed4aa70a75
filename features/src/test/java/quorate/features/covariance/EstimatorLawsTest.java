package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.features.covariance.ExponentialCovariance.Centre;
import quorate.features.covariance.LedoitWolf.Target;
import quorate.features.covariance.SampleCovariance.Divisor;

/// The laws that every estimator keeps.
class EstimatorLawsTest {
  private static final int CASES = 60;

  static List<CovarianceEstimator> everyEstimator() {
    return Stream.concat(
            Stream.of(
                new SampleCovariance(Divisor.DAYS_LESS_ONE),
                new SampleCovariance(Divisor.DAYS),
                ExponentialCovariance.ofSpan(20, Centre.MEAN),
                ExponentialCovariance.ofSpan(20, Centre.WEIGHTED_MEAN),
                ExponentialCovariance.ofSpan(20, Centre.ZERO),
                new OracleApproximating()),
            Arrays.stream(Target.values()).map(LedoitWolf::new))
        .map(CovarianceEstimator.class::cast)
        .toList();
  }

  private static Covariance estimate(CovarianceEstimator estimator, double[][] returns) {
    return estimator.estimate(Returns.of(CovarianceFixture.names(returns[0].length), 252, returns));
  }

  @ParameterizedTest
  @MethodSource("everyEstimator")
  void isSymmetricToTheBitAndHasNoNegativeEigenvalue(CovarianceEstimator estimator) {
    ForAll.cases(
        CASES,
        1,
        SyntheticReturns::any,
        returns -> {
          Covariance covariance = estimate(estimator, returns);
          double[][] matrix = covariance.matrix();
          for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
              assertThat(matrix[i][j]).isEqualTo(matrix[j][i]);
            }
          }
          double[] values = covariance.eigenvalues();
          assertThat(values[values.length - 1]).isGreaterThan(-1e-14 * values[0]);
        });
  }

  @ParameterizedTest
  @MethodSource("everyEstimator")
  void shrinksByNothingToAll(CovarianceEstimator estimator) {
    ForAll.cases(
        CASES,
        2,
        SyntheticReturns::any,
        returns ->
            estimate(estimator, returns)
                .shrinkage()
                .ifPresent(share -> assertThat(share).isBetween(0.0, 1.0)));
  }

  @ParameterizedTest
  @MethodSource("everyEstimator")
  void followsTheAssetsWhenTheirOrderChanges(CovarianceEstimator estimator) {
    ForAll.cases(
        CASES,
        3,
        SyntheticReturns::any,
        returns -> {
          int n = returns[0].length;
          int[] order = new int[n];
          Philox.seeded(n).order(order);
          double[][] moved = new double[returns.length][n];
          for (int day = 0; day < moved.length; day++) {
            for (int i = 0; i < n; i++) {
              moved[day][i] = returns[day][order[i]];
            }
          }

          double[][] before = estimate(estimator, returns).matrix();
          double[][] after = estimate(estimator, moved).matrix();

          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              double expected = before[order[i]][order[j]];
              double scale = Math.sqrt(after[i][i] * after[j][j]);
              assertThat(after[i][j]).isCloseTo(expected, within(1e-10 * scale));
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("everyEstimator")
  void growsWithTheSquareOfTheReturnsAndShrinksTheSame(CovarianceEstimator estimator) {
    ForAll.cases(
        CASES,
        4,
        SyntheticReturns::any,
        returns -> {
          double[][] doubled = new double[returns.length][];
          for (int day = 0; day < doubled.length; day++) {
            doubled[day] = Arrays.stream(returns[day]).map(x -> 2 * x).toArray();
          }

          Covariance one = estimate(estimator, returns);
          Covariance two = estimate(estimator, doubled);

          // Times a power of two no digit changes.
          assertThat(two.shrinkage()).isEqualTo(one.shrinkage());
          for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < one.size(); j++) {
              assertThat(two.at(i, j)).isEqualTo(4 * one.at(i, j));
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("everyEstimator")
  void knowsNothingOfMeansUnlessItIsCentredOnZero(CovarianceEstimator estimator) {
    boolean centred = !(estimator instanceof ExponentialCovariance e && e.centre() == Centre.ZERO);
    double[][] returns = SyntheticReturns.oneFactor(Philox.seeded(5), 80, 6, 0.4);
    double[][] shifted = new double[returns.length][];
    for (int day = 0; day < returns.length; day++) {
      shifted[day] = Arrays.stream(returns[day]).map(x -> x + 0.02).toArray();
    }

    double before = estimate(estimator, returns).at(0, 1);
    double after = estimate(estimator, shifted).at(0, 1);

    // About zero the covariance grows by the square of the shift, 0.0004.
    assertThat(after - before).isCloseTo(centred ? 0 : 0.0004, within(centred ? 1e-16 : 1e-4));
  }

  @ParameterizedTest
  @MethodSource("everyEstimator")
  void findsTheTruthWhenThereAreDaysEnough(CovarianceEstimator estimator) {
    double[][] returns = SyntheticReturns.oneFactor(Philox.seeded(6), 20_000, 5, 0.3);
    boolean fading = estimator instanceof ExponentialCovariance;
    CovarianceEstimator patient =
        estimator instanceof ExponentialCovariance(double decay, Centre centre) && decay < 1
            ? ExponentialCovariance.ofSpan(10_000, centre)
            : estimator;

    double[][] correlation = estimate(patient, returns).correlation();

    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < i; j++) {
        // The deviation of a correlation is (1 − ρ²) / √days: 0.0064, and 0.009 with the weights.
        assertThat(correlation[i][j]).isCloseTo(0.3, within(fading ? 0.036 : 0.026));
      }
    }
  }
}
