package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.features.covariance.PositiveDefiniteRepair.NearestCorrelation;
import quorate.features.covariance.PositiveDefiniteRepair.NearestCovariance;

class PositiveDefiniteRepairTest {

  /// Eigenvalues 3 and −1 with axes (1, 1) and (1, −1): without the second, 1.5 everywhere.
  @Test
  void raisesNegativeEigenvaluesToTheFloor() {
    Covariance given = covariance(new double[][] {{1, 2}, {2, 1}});

    Covariance repaired = new NearestCovariance(0).apply(given);

    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(repaired.at(i, j)).isCloseTo(1.5, within(1e-14));
      }
    }
    // (0.5, 0.5, 0.5, 0.5) has norm 1, the matrix √10.
    assertThat(repaired.repaired().orElseThrow().change())
        .isCloseTo(1 / Math.sqrt(10), within(1e-14));
    assertThat(repaired.repaired().orElseThrow().by()).isEqualTo(new NearestCovariance(0));
  }

  @Test
  void leavesAGoodMatrixAsItIsToTheBit() {
    double[][] returns = SyntheticReturns.oneFactor(Philox.seeded(1), 100, 8, 0.4);
    Covariance good =
        LedoitWolf.defaults().estimate(Returns.of(CovarianceFixture.names(8), 252, returns));

    for (PositiveDefiniteRepair repair :
        new PositiveDefiniteRepair[] {
          NearestCovariance.defaults(), NearestCorrelation.defaults()
        }) {
      Covariance same = repair.apply(good);

      assertThat(same.matrix()).isDeepEqualTo(good.matrix());
      assertThat(same.repaired()).hasValue(new Covariance.Repaired(repair, 0));
      assertThat(same.shrinkage()).isEqualTo(good.shrinkage());
    }
  }

  /// N. Higham, *Computing the nearest correlation matrix* (2002), section 4.
  @Test
  void findsHighamsNearestCorrelationMatrix() {
    Covariance given = covariance(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});

    Covariance nearest = new NearestCorrelation(0, 1e-12, 1000).apply(given);

    assertThat(nearest.at(0, 1)).isCloseTo(0.7607, within(5e-5));
    assertThat(nearest.at(1, 2)).isCloseTo(0.7607, within(5e-5));
    assertThat(nearest.at(0, 2)).isCloseTo(0.1573, within(5e-5));
    // The distance there is 0.5278, and the matrix has norm √7.
    assertThat(nearest.repaired().orElseThrow().change())
        .isCloseTo(0.5278 / Math.sqrt(7), within(2e-5));
  }

  @Test
  void keepsVariancesWhenCorrelationsAreRepaired() {
    ForAll.cases(
        20,
        2,
        PositiveDefiniteRepairTest::indefinite,
        given -> {
          Covariance repaired = NearestCorrelation.defaults().apply(given);

          for (int i = 0; i < given.size(); i++) {
            assertThat(repaired.at(i, i)).isEqualTo(given.at(i, i));
          }
          assertThat(repaired.positiveDefinite()).isTrue();
          assertThat(repaired.repaired().orElseThrow().change()).isPositive();
        });
  }

  @Test
  void boundsTheConditionByTheFloor() {
    ForAll.cases(
        20,
        3,
        PositiveDefiniteRepairTest::indefinite,
        given -> {
          Covariance repaired = new NearestCovariance(1e-4).apply(given);

          assertThat(repaired.conditionNumber()).isLessThan(1e4 * (1 + 1e-9));
          assertThat(repaired.positiveDefinite()).isTrue();
        });
  }

  @Test
  void findsNothingNearerAmongMatricesWithSuchEigenvalues() {
    ForAll.cases(
        20,
        4,
        PositiveDefiniteRepairTest::indefinite,
        given -> {
          double nearest =
              new NearestCovariance(1e-10).apply(given).repaired().orElseThrow().change();
          double keepingVariances =
              NearestCorrelation.defaults().apply(given).repaired().orElseThrow().change();

          assertThat(nearest).isLessThanOrEqualTo(keepingVariances);
        });
  }

  /// Random correlations of 3 to 10 assets, hardly ever possible together, and random variances.
  private static Covariance indefinite(RandomGenerator chance) {
    int n = 3 + chance.nextInt(8);
    while (true) {
      double[][] matrix = new double[n][n];
      for (int i = 0; i < n; i++) {
        matrix[i][i] = 0.5 + chance.nextDouble();
        for (int j = 0; j < i; j++) {
          double bound = 0.95 * Math.sqrt(matrix[i][i] * matrix[j][j]);
          matrix[i][j] = bound * (2 * chance.nextDouble() - 1);
          matrix[j][i] = matrix[i][j];
        }
      }
      Covariance covariance = covariance(matrix);
      if (covariance.eigenvalues()[n - 1] < -0.01) {
        return covariance;
      }
    }
  }

  @Test
  void givesUpWithAnErrorWhenItMayNotIterateEnough() {
    Covariance given = covariance(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});

    assertThatThrownBy(() -> new NearestCorrelation(0, 1e-12, 2).apply(given))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "the nearest correlation matrix of 3 assets was not found within 2 iterations; allow more, or a larger tolerance than 1.0E-12");
  }

  @Test
  void refusesSettingsWithoutSense() {
    assertThatThrownBy(() -> new NearestCovariance(1))
        .hasMessage("floor must be 0 to below 1, but was 1.0");
    assertThatThrownBy(() -> new NearestCorrelation(-0.1, 1e-9, 1))
        .hasMessage("floor must be 0 to below 1, but was -0.1");
    assertThatThrownBy(() -> new NearestCorrelation(0, 0, 1))
        .hasMessage("tolerance must be positive and iterations at least 1, but were 0.0 and 1");
  }

  @Test
  void hasTheseDefaults() {
    assertThat(NearestCovariance.defaults()).isEqualTo(new NearestCovariance(1e-10));
    assertThat(NearestCorrelation.defaults()).isEqualTo(new NearestCorrelation(1e-8, 1e-10, 1000));
  }

  private static Covariance covariance(double[][] matrix) {
    return Covariance.of(CovarianceFixture.names(matrix.length), 252, matrix);
  }
}
