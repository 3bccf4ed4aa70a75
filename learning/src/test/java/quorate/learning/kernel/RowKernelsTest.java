package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;

/// What kernels do to rows and blocks of a matrix: one specification for both kinds.
@Tag("widths")
class RowKernelsTest {
  private static final List<Kernels> KINDS = List.of(new ScalarKernels(), new VectorKernels());

  static List<Kernels> kinds() {
    return KINDS;
  }

  /// Blocks of sixteen, and what stands right of them and below.
  @ParameterizedTest
  @MethodSource("kinds")
  void turnMatricesOfAllSizes(Kernels kernels) {
    for (int rows : new int[] {1, 15, 16, 17, 32, 50}) {
      for (int columns : new int[] {1, 15, 16, 17, 48, 64}) {
        int fromRow = columns + 3;
        int toRow = rows + 5;
        float[] matrix = numbers(1, 7 + rows * fromRow);
        float[] turned = new float[11 + columns * toRow];

        kernels.transpose(rows, columns, matrix, 7, fromRow, turned, 11, toRow);

        float[] expected = new float[turned.length];
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            expected[11 + j * toRow + i] = matrix[7 + i * fromRow + j];
          }
        }
        assertThat(turned).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 48, 21})
  void goBackThroughRowsOfSharesToTheSameBits(int width) {
    int rows = 3;
    float[] p = numbers(2, 2 + rows * width);
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.abs(p[i]);
    }
    float[] g = numbers(3, 1 + rows * width);
    float[] one = g.clone();
    float[] other = g.clone();

    KINDS.getFirst().softmaxSlopes(rows, width, p, 2, one, 1, 0.25f);
    KINDS.getLast().softmaxSlopes(rows, width, p, 2, other, 1, 0.25f);

    assertThat(other).isEqualTo(one);
    for (int row = 0; row < rows; row++) {
      double all = 0;
      for (int j = row * width; j < (row + 1) * width; j++) {
        all += (double) g[1 + j] * p[2 + j];
      }
      for (int j = row * width; j < (row + 1) * width; j++) {
        assertThat((double) one[1 + j]).isCloseTo(p[2 + j] * 0.25 * (g[1 + j] - all), within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 64, 21})
  void normaliseARowToTheSameBits(int n) {
    float[] x = numbers(4, n + 2);
    float[] one = new float[n + 2];
    float[] other = new float[n + 2];

    float scale = KINDS.getFirst().normalise(n, x, one, 2, 1e-5f);

    assertThat(KINDS.getLast().normalise(n, x, other, 2, 1e-5f)).isEqualTo(scale);
    assertThat(other).isEqualTo(one);
    double mean = 0;
    double square = 0;
    for (int j = 2; j < n + 2; j++) {
      mean += one[j] / n;
      square += (double) one[j] * one[j] / n;
    }
    assertThat(mean).isCloseTo(0, within(1e-6));
    assertThat(square).isCloseTo(1, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 64, 21})
  void goBackThroughANormalisedRowToTheSameBits(int n) {
    float[] g = numbers(5, n + 1);
    float[] u = numbers(6, n + 1);
    float[] one = numbers(7, n + 1);
    float[] other = one.clone();
    float[] before = one.clone();

    KINDS.getFirst().normaliseSlopes(n, g, u, one, 1, 0.5f);
    KINDS.getLast().normaliseSlopes(n, g, u, other, 1, 0.5f);

    assertThat(other).isEqualTo(one);
    double mean = 0;
    double along = 0;
    for (int j = 1; j <= n; j++) {
      mean += g[j] / n;
      along += (double) g[j] * u[j] / n;
    }
    for (int j = 1; j <= n; j++) {
      double expected = before[j] + 0.5 * (g[j] - mean - u[j] * along);
      assertThat((double) one[j]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void addProductsOfColumnsFromTheFirstRowDown() {
    int rows = 400;
    int width = 101;
    float[] a = numbers(8, rows * width);
    float[] b = numbers(9, rows * width);
    for (int columns : new int[] {5, 16, 90}) {
      float[] expected = numbers(10, columns + 1);
      float[] vectors = expected.clone();
      float[] team = expected.clone();
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          int at = 3 + i * width + j;
          expected[1 + j] = Math.fma(a[at], b[at], expected[1 + j]);
        }
      }

      KINDS.getLast().addProducts(rows, columns, width, a, b, 3, vectors, 1);
      try (TeamKernels two = new TeamKernels(KINDS.getLast(), 2)) {
        two.addProducts(rows, columns, width, a, b, 3, team, 1);
      }

      assertThat(vectors).isEqualTo(expected);
      assertThat(team).isEqualTo(expected);
    }
  }

  /// Few rows of many columns go to all threads as well.
  @Test
  void multiplyAFewWideRowsByATeamToTheBitsOfOne() {
    int m = 3;
    int n = 300;
    int k = 200;
    float[] a = numbers(11, m * k);
    float[] b = numbers(12, k * n);
    float[] expected = numbers(13, m * n);
    float[] found = expected.clone();
    KINDS.getFirst().multiply(0, m, n, k, a, 0, k, 1, b, 0, n, expected, 0, n, true);

    try (TeamKernels team = new TeamKernels(KINDS.getLast(), 3)) {
      team.multiply(0, m, n, k, a, 0, k, 1, b, 0, n, found, 0, n, true);
    }

    assertThat(found).isEqualTo(expected);
  }

  private static float[] numbers(long seed, int count) {
    Philox chance = Philox.seeded(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) chance.nextGaussian();
    }
    return numbers;
  }
}
