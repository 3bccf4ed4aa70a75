package quorate.features.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;

class SymmetricTest {

  /// Eigenvalues 1 + ρ and 1 − ρ.
  @Test
  void callsAMatrixPositiveDefiniteWhenItsEigenvaluesArePositive() {
    assertThat(Symmetric.positiveDefinite(new double[][] {{1, 0.99}, {0.99, 1}})).isTrue();
    assertThat(Symmetric.positiveDefinite(new double[][] {{1, 1.01}, {1.01, 1}})).isFalse();
    assertThat(Symmetric.positiveDefinite(new double[][] {{0}})).isFalse();
    assertThat(Symmetric.positiveDefinite(new double[][] {{Double.NaN}})).isFalse();
  }

  @Test
  void agreesWithTheSmallestEigenvalueOfMatricesOfAllSizes() {
    ForAll.cases(
        60,
        1,
        chance -> {
          int n = 1 + chance.nextInt(30);
          double[][] x = new double[n + chance.nextInt(10)][n];
          for (double[] row : x) {
            for (int j = 0; j < n; j++) {
              row[j] = chance.nextGaussian();
            }
          }
          double[][] matrix = CrossProduct.of(x);
          double shift = chance.nextDouble() * matrix[0][0];
          for (int i = 0; i < n; i++) {
            matrix[i][i] -= shift;
          }
          return matrix;
        },
        matrix -> {
          double[] values = SymmetricEigen.valuesOf(matrix);
          double least = values[values.length - 1];
          if (Math.abs(least) > 1e-9) {
            assertThat(Symmetric.positiveDefinite(matrix)).isEqualTo(least > 0);
          }
        });
  }

  @Test
  void measuresDistanceByTheRootOfSquaredDifferences() {
    double[][] a = {{1, 2}, {2, 1}};
    double[][] b = {{1, 0}, {0, 2}};

    // 2² + 2² + 1² = 9
    assertThat(Symmetric.distance(a, b)).isEqualTo(3);
    assertThat(Symmetric.squares(a)).isEqualTo(10);
    assertThat(Symmetric.trace(b)).isEqualTo(3);
  }

  @Test
  void leavesTheMatrixAsItWas() {
    Philox chance = Philox.seeded(3);
    double[][] x = new double[20][10];
    for (double[] row : x) {
      for (int j = 0; j < 10; j++) {
        row[j] = chance.nextGaussian();
      }
    }
    double[][] matrix = CrossProduct.of(x);
    double[][] before = Symmetric.copy(matrix);

    Symmetric.positiveDefinite(matrix);
    SymmetricEigen.of(matrix);
    SymmetricEigen.valuesOf(matrix);

    assertThat(matrix).isDeepEqualTo(before);
  }
}
