package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;

/// One specification for both kinds of kernels.
class KernelsTest {
  private static final List<Kernels> KINDS = List.of(new ScalarKernels(), new VectorKernels());

  /// Widths around those of vectors and blocks.
  private static final int[] WIDTHS = {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 100};

  static List<Kernels> kinds() {
    return KINDS;
  }

  @Test
  void areVectorsWhereTheModuleIsThere() {
    assertThat(Kernels.fastest()).isInstanceOf(VectorKernels.class);
    assertThat(Kernels.fastest().description()).endsWith("-bit vectors");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void multiplyAsTheDefinitionSays(Kernels kernels) {
    Philox chance = Philox.seeded(1);
    for (int m : new int[] {1, 3, 4, 5, 9}) {
      for (int n : WIDTHS) {
        int k = 1 + chance.nextInt(40);
        float[] a = numbers(chance, m * k);
        float[] b = numbers(chance, k * n);
        float[] c = numbers(chance, m * n);
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
  @MethodSource("kinds")
  void multiplyATransposedMatrixAsIfItHadBeenTurned(Kernels kernels) {
    Philox chance = Philox.seeded(2);
    int m = 9;
    int n = 35;
    int k = 12;
    float[] a = numbers(chance, m * k);
    float[] turned = new float[m * k];
    kernels.transpose(k, m, a, 0, m, turned, 0, k);
    float[] b = numbers(chance, k * n);
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
    float[] a = numbers(chance, k * m);
    float[] b = numbers(chance, k * n);
    for (boolean add : new boolean[] {false, true}) {
      float[] one = numbers(chance, m * n);
      float[] other = one.clone();

      KINDS.getFirst().multiply(0, m, n, k, a, 0, 1, m, b, 0, n, one, 0, n, add);
      KINDS.getLast().multiply(0, m, n, k, a, 0, 1, m, b, 0, n, other, 0, n, add);

      assertThat(other).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void multiplyRowsOnTheirOwnToTheSameBits(Kernels kernels) {
    Philox chance = Philox.seeded(3);
    float[] a = numbers(chance, 13 * 20);
    float[] b = numbers(chance, 20 * 40);
    float[] whole = new float[13 * 40];
    float[] parts = new float[13 * 40];

    kernels.multiply(0, 13, 40, 20, a, 0, 20, 1, b, 0, 40, whole, 0, 40, false);
    kernels.multiply(0, 6, 40, 20, a, 0, 20, 1, b, 0, 40, parts, 0, 40, false);
    kernels.multiply(6, 13, 40, 20, a, 0, 20, 1, b, 0, 40, parts, 0, 40, false);

    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void giveTheSameBitsOnVectorsAndOneByOne() {
    Philox chance = Philox.seeded(4);
    for (int n : WIDTHS) {
      float[] x = numbers(chance, n);
      x[0] = 1e-40f;
      float[] y = numbers(chance, n);
      float[][] results = new float[2][];
      for (int kind = 0; kind < 2; kind++) {
        Kernels kernels = KINDS.get(kind);
        float[] out = new float[8 * n + 2];
        kernels.exp(n, x, 0, out, 0);
        float[] absolute = new float[n];
        for (int i = 0; i < n; i++) {
          absolute[i] = Math.abs(x[i]);
        }
        kernels.log(n, absolute, 0, out, n);
        kernels.tanh(n, x, 0, out, 2 * n);
        kernels.sigmoid(n, x, 0, out, 3 * n);
        kernels.softplus(n, x, 0, out, 4 * n);
        kernels.erf(n, x, 0, out, 7 * n);
        float[] p = y.clone();
        float[] m = new float[n];
        float[] v = new float[n];
        for (int step = 0; step < 3; step++) {
          kernels.adam(0, n, p, x, m, v, 0.5f, 0.9f, 0.999f, 1e-2f, 1.7f, 1e-8f, 1e-3f);
        }
        System.arraycopy(p, 0, out, 5 * n, n);
        System.arraycopy(v, 0, out, 6 * n, n);
        out[8 * n] = kernels.sum(n, x, 0);
        out[8 * n + 1] = kernels.dot(n, x, 0, y, 0);
        results[kind] = out;
      }

      assertThat(bits(results[1])).isEqualTo(bits(results[0]));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void stayNearTheTrueFunctions(Kernels kernels) {
    float[] x = new float[20_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 10_000) * 0.0086f;
    }
    float[] y = new float[x.length];

    kernels.exp(x.length, x, 0, y, 0);
    assertNear(x, y, Math::exp, 3e-7);
    kernels.tanh(x.length, x, 0, y, 0);
    assertNear(x, y, Math::tanh, 1e-6);
    kernels.sigmoid(x.length, x, 0, y, 0);
    assertNear(x, y, v -> 1 / (1 + Math.exp(-v)), 4e-7);
    kernels.softplus(x.length, x, 0, y, 0);
    assertNear(x, y, v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))), 4e-7);
    kernels.erf(x.length, x, 0, y, 0);
    assertNear(x, y, KernelsTest::erf, 4.7e-7);
    float[] positive = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      positive[i] = (float) Math.exp(x[i]);
    }
    kernels.log(x.length, positive, 0, y, 0);
    for (int i = 0; i < x.length; i++) {
      double expected = Math.log(positive[i]);
      assertThat(Math.abs(y[i] - expected))
          .isLessThanOrEqualTo(2e-7 * Math.max(1, Math.abs(expected)));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keepTheEdgesOfTheFunctions(Kernels kernels) {
    float[] x = {
      Float.NEGATIVE_INFINITY, -200f, -0f, 0f, 88.72f, 200f, Float.POSITIVE_INFINITY, Float.NaN
    };
    float[] y = new float[x.length];

    kernels.exp(x.length, x, 0, y, 0);
    assertThat(y[0]).isZero();
    assertThat(y[1]).isZero();
    assertThat(y[2]).isEqualTo(1f);
    assertThat(y[4]).isFinite().isGreaterThan(3e38f);
    assertThat(y[5]).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(y[6]).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(y[7]).isNaN();
    kernels.tanh(x.length, x, 0, y, 0);
    assertThat(y[0]).isBetween(-1f, -1f + 1e-6f);
    assertThat(y[6]).isBetween(1f - 1e-6f, 1f);
    assertThat(y[7]).isNaN();
    kernels.log(x.length, x, 0, y, 0);
    assertThat(y[1]).isNaN();
    assertThat(y[3]).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(y[6]).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(y[7]).isNaN();
    kernels.erf(x.length, x, 0, y, 0);
    assertThat(y[0]).isBetween(-1.000001f, -0.999999f);
    assertThat(y[2]).isZero();
    assertThat(y[6]).isBetween(0.999999f, 1.000001f);
    assertThat(y[7]).isNaN();
    kernels.softplus(x.length, x, 0, y, 0);
    assertThat(y[1]).isZero();
    assertThat(y[5]).isEqualTo(200f);
    assertThat(y[6]).isEqualTo(Float.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void multiplyRowsByRowsAsTheirDotsSay(Kernels kernels) {
    Philox chance = Philox.seeded(7);
    int m = 11;
    for (int n : new int[] {1, 2, 4}) {
      for (int k : WIDTHS) {
        float[] a = numbers(chance, m * k);
        float[] b = numbers(chance, n * k);
        float[] c = numbers(chance, m * n);
        float[] product = c.clone();
        float[] sum = c.clone();

        kernels.multiplyRows(1, m, n, k, a, b, product, false);
        kernels.multiplyRows(1, m, n, k, a, b, sum, true);

        for (int i = 0; i < m; i++) {
          for (int j = 0; j < n; j++) {
            int at = i * n + j;
            float dot = KINDS.getFirst().dot(k, a, i * k, b, j * k);
            assertThat(product[at]).isEqualTo(i == 0 ? c[at] : dot);
            assertThat(sum[at]).isEqualTo(i == 0 ? c[at] : c[at] + dot);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void turnAPartOfAMatrixIntoItsPlaceInTheTurnedOne(Kernels kernels) {
    float[] matrix = numbers(Philox.seeded(8), 37 * 21);
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

  @ParameterizedTest
  @MethodSource("kinds")
  void multiplyAndAddEachToEachFromTheirPlaces(Kernels kernels) {
    Philox chance = Philox.seeded(10);
    for (int n : WIDTHS) {
      float[] a = numbers(chance, n + 3);
      float[] b = numbers(chance, n + 2);
      float[] c = numbers(chance, n + 1);
      float[] product = new float[n + 4];
      float[] sum = c.clone();

      kernels.times(n, a, 3, b, 2, product, 4);
      kernels.fma(n, a, 3, b, 2, sum, 1, sum, 1);

      for (int i = 0; i < n; i++) {
        assertThat(product[4 + i]).isEqualTo(a[3 + i] * b[2 + i]);
        assertThat(sum[1 + i]).isEqualTo(Math.fma(a[3 + i], b[2 + i], c[1 + i]));
      }
      assertThat(sum[0]).isEqualTo(c[0]);
    }
  }

  /// Against the definition in double precision, and to the same bits on vectors.
  @Test
  void makeRowsOfSharesByTheirScaledExponentials() {
    Philox chance = Philox.seeded(11);
    for (int width : WIDTHS) {
      float[] x = numbers(chance, 3 * width + 1);
      Arrays.fill(x, 1 + width, 1 + 2 * width, Float.NEGATIVE_INFINITY);
      float[] one = x.clone();
      float[] other = x.clone();

      KINDS.getFirst().softmaxRows(3, width, one, 1, 0.3f);
      KINDS.getLast().softmaxRows(3, width, other, 1, 0.3f);

      assertThat(other).isEqualTo(one);
      assertThat(one[0]).isEqualTo(x[0]);
      for (int row : new int[] {0, 2}) {
        double total = 0;
        for (int j = 0; j < width; j++) {
          total += Math.exp(0.3 * x[1 + row * width + j]);
        }
        for (int j = 0; j < width; j++) {
          int at = 1 + row * width + j;
          assertThat((double) one[at]).isCloseTo(Math.exp(0.3 * x[at]) / total, within(1e-6));
          assertThat(one[1 + width + j]).isZero();
        }
      }
    }
  }

  /// That the slopes are right is held to finite differences where the network is.
  @Test
  void goBackThroughAnLstmToTheSameBits() {
    Philox chance = Philox.seeded(12);
    for (int n : WIDTHS) {
      float[] gates = numbers(chance, 4 * n + 1);
      float[] before = numbers(chance, n);
      float[] bent = numbers(chance, n);
      float[] dy = numbers(chance, n);
      float[] dHidden = numbers(chance, n + 2);
      float[] dCell = numbers(chance, n + 2);
      float[][] slopes = new float[2][4 * n + 1];
      float[][] cells = {dCell.clone(), dCell.clone()};

      for (int kind = 0; kind < 2; kind++) {
        KINDS
            .get(kind)
            .lstmSlopes(n, gates, slopes[kind], 1, before, bent, dy, 0, dHidden, cells[kind], 2);
      }

      assertThat(slopes[1]).isEqualTo(slopes[0]).isNotEqualTo(new float[4 * n + 1]);
      assertThat(cells[1]).isEqualTo(cells[0]).isNotEqualTo(dCell);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void clearWhatStandsBesideNoPositiveNumber(Kernels kernels) {
    float[] x = new float[40];
    float[] y = new float[40];
    for (int i = 0; i < 40; i++) {
      x[i] = i % 4 == 0 ? -i : i % 4 == 1 ? 0f : i % 4 == 2 ? Float.NaN : i;
      y[i] = 100 + i;
    }
    float[] expected = y.clone();
    for (int i = 3; i < 38; i++) {
      expected[i] = i % 4 == 3 ? 100 + i : 0f;
    }

    kernels.clearWhereNotPositive(35, x, 3, y, 3);

    assertThat(y).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sumRowsFromTheFirstDown(Kernels kernels) {
    float[] rows = {1, 2, 3, 10, 20, 30, 100, 200, 300};
    float[] to = {7, 7, 7};

    kernels.sumRows(3, 3, rows, 0, 3, to, 0, false);
    assertThat(to).containsExactly(111, 222, 333);
    kernels.sumRows(3, 3, rows, 0, 3, to, 0, true);
    assertThat(to).containsExactly(222, 444, 666);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sumSomeColumnsOfWideRows(Kernels kernels) {
    Philox chance = Philox.seeded(13);
    for (int columns : WIDTHS) {
      int row = columns + 5;
      float[] rows = numbers(chance, 7 * row);
      float[] to = new float[columns + 1];
      float[] expected = new float[columns + 1];
      for (int i = 0; i < 7; i++) {
        for (int j = 0; j < columns; j++) {
          expected[1 + j] += rows[i * row + 3 + j];
        }
      }

      kernels.sumRows(7, columns, rows, 3, row, to, 1, false);

      assertThat(to).isEqualTo(expected);
    }
  }

  /// 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n!·(2n + 1)); beyond 5 it is ±1 to 10⁻¹¹.
  private static double erf(double x) {
    if (Math.abs(x) > 5) {
      return Math.signum(x);
    }
    double power = x;
    double sum = x;
    for (int n = 1; n < 120; n++) {
      power *= -x * x / n;
      sum += power / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  private static void assertNear(
      float[] x, float[] y, DoubleUnaryOperator truth, double relativeError) {
    for (int i = 0; i < x.length; i++) {
      double expected = truth.applyAsDouble(x[i]);
      assertThat(Math.abs(y[i] - expected))
          .as("at %s: %s against %s", x[i], y[i], expected)
          .isLessThanOrEqualTo(relativeError * Math.abs(expected) + 2e-38);
    }
  }

  private static float[] numbers(Philox chance, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (chance.nextGaussian() * 3);
    }
    return numbers;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
