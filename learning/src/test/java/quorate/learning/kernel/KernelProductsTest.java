package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;

/// Products of matrices, and turning them: one specification for both kinds of kernels.
@Tag("widths")
class KernelProductsTest {
  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void multiplyAsTheDefinitionSays(Kernels kernels) {
    Philox chance = Philox.seeded(1);
    for (int m : new int[] {1, 3, 4, 5, 9}) {
      for (int n : KernelKinds.WIDTHS) {
        int k = 1 + chance.nextInt(40);
        float[] a = KernelKinds.numbers(chance, m * k);
        float[] b = KernelKinds.numbers(chance, k * n);
        float[] c = KernelKinds.numbers(chance, m * n);
        float[] expected = c.clone();
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < n; j++) {
            for (int p = 0; p < k; p++) {
              expected[i * n + j] = Math.fma(a[i * k + p], b[p * n + j], expected[i * n + j]);
            }
          }
        }

        kernels.multiply(0, m, n, k, a, 0, k, 1, b, 0, n, c, 0, n, true);

        assertThat(c).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void multiplyATransposedMatrixAsIfItHadBeenTurned(Kernels kernels) {
    Philox chance = Philox.seeded(2);
    int m = 9;
    int n = 35;
    int k = 12;
    float[] a = KernelKinds.numbers(chance, m * k);
    float[] turned = new float[m * k];
    kernels.transpose(k, m, a, 0, m, turned, 0, k);
    float[] b = KernelKinds.numbers(chance, k * n);
    float[] c = new float[m * n];
    float[] expected = new float[m * n];

    kernels.multiply(0, m, n, k, a, 0, 1, m, b, 0, n, c, 0, n, false);

    kernels.multiply(0, m, n, k, turned, 0, k, 1, b, 0, n, expected, 0, n, false);
    assertThat(c).isEqualTo(expected);
  }

  /// The chain of an element goes on where a part of a tall matrix ends.
  @Test
  void multiplyATallMatrixToTheSameBits() {
    Philox chance = Philox.seeded(14);
    int m = 6;
    int n = 70;
    int k = 2500;
    float[] a = KernelKinds.numbers(chance, k * m);
    float[] b = KernelKinds.numbers(chance, k * n);
    for (boolean add : new boolean[] {false, true}) {
      float[] one = KernelKinds.numbers(chance, m * n);
      float[] other = one.clone();

      KernelKinds.KINDS.getFirst().multiply(0, m, n, k, a, 0, 1, m, b, 0, n, one, 0, n, add);
      KernelKinds.KINDS.getLast().multiply(0, m, n, k, a, 0, 1, m, b, 0, n, other, 0, n, add);

      assertThat(other).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void multiplyRowsOnTheirOwnToTheSameBits(Kernels kernels) {
    Philox chance = Philox.seeded(3);
    float[] a = KernelKinds.numbers(chance, 13 * 20);
    float[] b = KernelKinds.numbers(chance, 20 * 40);
    float[] whole = new float[13 * 40];
    float[] parts = new float[13 * 40];

    kernels.multiply(0, 13, 40, 20, a, 0, 20, 1, b, 0, 40, whole, 0, 40, false);
    kernels.multiply(0, 6, 40, 20, a, 0, 20, 1, b, 0, 40, parts, 0, 40, false);
    kernels.multiply(6, 13, 40, 20, a, 0, 20, 1, b, 0, 40, parts, 0, 40, false);

    assertThat(parts).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void multiplyRowsByRowsAsTheirDotsSay(Kernels kernels) {
    Philox chance = Philox.seeded(7);
    int m = 11;
    for (int n : new int[] {1, 2, 4}) {
      for (int k : KernelKinds.WIDTHS) {
        float[] a = KernelKinds.numbers(chance, m * k);
        float[] b = KernelKinds.numbers(chance, n * k);
        float[] c = KernelKinds.numbers(chance, m * n);
        float[] product = c.clone();
        float[] sum = c.clone();

        kernels.multiplyRows(1, m, n, k, a, b, product, false);
        kernels.multiplyRows(1, m, n, k, a, b, sum, true);

        for (int i = 0; i < m; i++) {
          for (int j = 0; j < n; j++) {
            int at = i * n + j;
            float dot = KernelKinds.KINDS.getFirst().dot(k, a, i * k, b, j * k);
            assertThat(product[at]).isEqualTo(i == 0 ? c[at] : dot);
            assertThat(sum[at]).isEqualTo(i == 0 ? c[at] : c[at] + dot);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void turnAPartOfAMatrixIntoItsPlaceInTheTurnedOne(Kernels kernels) {
    float[] matrix = KernelKinds.numbers(Philox.seeded(8), 37 * 21);
    float[] whole = new float[37 * 21];
    float[] parts = new float[37 * 21];

    kernels.transpose(37, 21, matrix, 0, 21, whole, 0, 37);
    kernels.transpose(20, 21, matrix, 0, 21, parts, 0, 37);
    kernels.transpose(17, 21, matrix, 20 * 21, 21, parts, 20, 37);

    assertThat(parts).isEqualTo(whole);
    for (int i = 0; i < 37; i++) {
      for (int j = 0; j < 21; j++) {
        assertThat(whole[j * 37 + i]).isEqualTo(matrix[i * 21 + j]);
      }
    }
  }
}
