package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;

/// One specification for both kinds of kernels; their products are in [KernelProductsTest].
@Tag("widths")
class KernelsTest {
  /// Sums over sixteen lanes are made of one, two or four whole vectors.
  @Test
  void areVectorsWhereSixteenLanesAreSomeOfThem() {
    assertThat(IntStream.of(1, 2, 4, 8, 16, 32).filter(VectorKernels::fit))
        .containsExactly(4, 8, 16);
  }

  @Test
  void areVectorsWhereTheModuleIsThere() {
    assertThat(Kernels.fastest()).isInstanceOf(VectorKernels.class);
    assertThat(Kernels.fastest().description()).endsWith("-bit vectors");
  }

  @Test
  void giveTheSameBitsOnVectorsAndOneByOne() {
    Philox chance = Philox.seeded(4);
    for (int n : KernelKinds.WIDTHS) {
      float[] x = KernelKinds.numbers(chance, n);
      x[0] = 1e-40f;
      float[] y = KernelKinds.numbers(chance, n);
      float[][] results = new float[2][];
      for (int kind = 0; kind < 2; kind++) {
        Kernels kernels = KernelKinds.KINDS.get(kind);
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

  /// Products too small for a float leave a −0 in every lane that they reach.
  @Test
  void giveTheSameZeroInDotProducts() {
    for (int n : KernelKinds.WIDTHS) {
      float[] x = new float[4 * n];
      float[] y = new float[4 * n];
      Arrays.fill(x, -1e-30f);
      Arrays.fill(y, 1e-30f);
      float[][] results = new float[2][17];
      for (int kind = 0; kind < 2; kind++) {
        Kernels kernels = KernelKinds.KINDS.get(kind);
        kernels.multiplyRows(0, 4, 4, n, x, y, results[kind], false);
        results[kind][16] = kernels.dot(n, x, 0, y, 0);
      }

      assertThat(bits(results[0])).as("%d numbers", n).containsOnly(0);
      assertThat(bits(results[1])).as("%d numbers", n).containsOnly(0);
    }
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
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
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
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
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void multiplyAndAddEachToEachFromTheirPlaces(Kernels kernels) {
    Philox chance = Philox.seeded(10);
    for (int n : KernelKinds.WIDTHS) {
      float[] a = KernelKinds.numbers(chance, n + 3);
      float[] b = KernelKinds.numbers(chance, n + 2);
      float[] c = KernelKinds.numbers(chance, n + 1);
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
    for (int width : KernelKinds.WIDTHS) {
      float[] x = KernelKinds.numbers(chance, 3 * width + 1);
      Arrays.fill(x, 1 + width, 1 + 2 * width, Float.NEGATIVE_INFINITY);
      float[] one = x.clone();
      float[] other = x.clone();

      KernelKinds.KINDS.getFirst().softmaxRows(3, width, one, 1, 0.3f);
      KernelKinds.KINDS.getLast().softmaxRows(3, width, other, 1, 0.3f);

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
    for (int n : KernelKinds.WIDTHS) {
      float[] gates = KernelKinds.numbers(chance, 4 * n + 1);
      float[] before = KernelKinds.numbers(chance, n);
      float[] bent = KernelKinds.numbers(chance, n);
      float[] dy = KernelKinds.numbers(chance, n);
      float[] dHidden = KernelKinds.numbers(chance, n + 2);
      float[] dCell = KernelKinds.numbers(chance, n + 2);
      float[][] slopes = new float[2][4 * n + 1];
      float[][] cells = {dCell.clone(), dCell.clone()};

      for (int kind = 0; kind < 2; kind++) {
        KernelKinds.KINDS
            .get(kind)
            .lstmSlopes(n, gates, slopes[kind], 1, before, bent, dy, 0, dHidden, cells[kind], 2);
      }

      assertThat(slopes[1]).isEqualTo(slopes[0]).isNotEqualTo(new float[4 * n + 1]);
      assertThat(cells[1]).isEqualTo(cells[0]).isNotEqualTo(dCell);
    }
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
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
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void sumRowsFromTheFirstDown(Kernels kernels) {
    float[] rows = {1, 2, 3, 10, 20, 30, 100, 200, 300};
    float[] to = {7, 7, 7};

    kernels.sumRows(3, 3, rows, 0, 3, to, 0, false);
    assertThat(to).containsExactly(111, 222, 333);
    kernels.sumRows(3, 3, rows, 0, 3, to, 0, true);
    assertThat(to).containsExactly(222, 444, 666);
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void sumSomeColumnsOfWideRows(Kernels kernels) {
    Philox chance = Philox.seeded(13);
    for (int columns : KernelKinds.WIDTHS) {
      int row = columns + 5;
      float[] rows = KernelKinds.numbers(chance, 7 * row);
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
          .isLessThanOrEqualTo(relativeError * Math.abs(expected));
    }
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
