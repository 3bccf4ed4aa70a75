package quorate.features.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.chance.Philox;

class CrossProductTest {

  /// Rows on both sides of the groups of 4 and the panels of 64; columns even and odd, since they
  /// go in pairs.
  @ParameterizedTest
  @CsvSource({
    "1, 1", "2, 3", "7, 5", "8, 8", "9, 4", "11, 1", "6, 2", "64, 10", "65, 17", "131, 33"
  })
  void isTheSumOverRowsInTheirOrderToTheLastBit(int rows, int columns) {
    double[][] x = random(rows, columns);

    double[][] product = CrossProduct.of(x);

    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < columns; j++) {
        double chain = 0;
        for (double[] row : x) {
          chain = Math.fma(row[i], row[j], chain);
        }
        assertThat(product[i][j]).isEqualTo(chain);
      }
    }
  }

  private static double[][] random(int rows, int columns) {
    Philox chance = Philox.seeded(rows * 1000L + columns);
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      for (int j = 0; j < columns; j++) {
        row[j] = chance.nextGaussian();
      }
    }
    return x;
  }
}
