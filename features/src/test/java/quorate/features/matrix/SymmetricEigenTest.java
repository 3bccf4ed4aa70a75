package quorate.features.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class SymmetricEigenTest {

  /// One correlation ρ for all pairs: 1 + (n − 1)ρ once, along the diagonal of space, and 1 − ρ.
  @Test
  void knowsTheEigenvaluesOfConstantCorrelation() {
    int n = 50;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = i == j ? 1 : 0.3;
      }
    }

    SymmetricEigen eigen = SymmetricEigen.of(matrix);

    assertThat(eigen.values()[0]).isCloseTo(1 + 49 * 0.3, within(1e-12));
    for (int k = 1; k < n; k++) {
      assertThat(eigen.values()[k]).isCloseTo(0.7, within(1e-12));
    }
    for (double part : eigen.vector(0)) {
      assertThat(Math.abs(part)).isCloseTo(Math.sqrt(1 / 50.0), within(1e-12));
    }
  }

  @Test
  void takesAMatrixApartAndPutsItTogetherAgain() {
    ForAll.cases(
        30,
        2,
        chance -> {
          int n = 1 + chance.nextInt(40);
          double[][] x = new double[2 * n][n];
          for (double[] row : x) {
            for (int j = 0; j < n; j++) {
              row[j] = chance.nextGaussian();
            }
          }
          return CrossProduct.of(x);
        },
        matrix -> {
          SymmetricEigen eigen = SymmetricEigen.of(matrix);
          double[] values = eigen.values();

          double[][] again = eigen.withValues(values);

          double size = Math.sqrt(Symmetric.squares(matrix));
          assertThat(Symmetric.distance(matrix, again)).isLessThan(1e-13 * size * values.length);
          assertThat(SymmetricEigen.valuesOf(matrix)).containsExactly(values, within(1e-12 * size));
          for (int k = 1; k < values.length; k++) {
            assertThat(values[k]).isLessThanOrEqualTo(values[k - 1]);
          }
        });
  }
}
