package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;

class BusyRowsTest {
  @Test
  void arePushedTogetherAndApartAgain() {
    float[] x = {9, 9, 0, 0, 0, 3, 0, 0, 4, 0, -0f, 0};

    long busy = BusyRows.in(x, 2, 1, 6);
    assertThat(busy).isEqualTo(0b01010);

    BusyRows.pushTogether(busy, x, 2, 1);
    assertThat(x).startsWith(9, 9, 0, 3, 4, 0);

    BusyRows.pushApart(busy, x, 2, 1, 6);
    assertThat(x).containsExactly(9, 9, 0, 0, 0, 3, 0, 0, 4, 0, 0, 0);
  }

  @Test
  void fillAWordAtMost() {
    float[] x = new float[BusyRows.MOST];
    x[0] = 1;
    x[BusyRows.MOST - 1] = 1;

    assertThat(BusyRows.in(x, 1, 0, BusyRows.MOST)).isEqualTo(Long.MIN_VALUE | 1);
  }

  /// Of Σ keepᵢ·(xᵢ·W)², row by row: 2·keepᵢ·(xᵢ·W)·Wᵀ.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 10})
  void aLayerGivesEveryRowItsGradientHoweverManyHaveNone(int busyOfTen) {
    int rows = 90;
    int in = 70;
    int out = 65;
    Philox chance = Philox.seeded(busyOfTen);
    float[] x = numbers(chance, rows * in);
    float[] keep = new float[rows];
    for (int i = 0; i < rows; i++) {
      keep[i] = chance.nextInt(10) < busyOfTen ? 1 : 0;
    }
    float[] w = numbers(chance, in * out);

    float[] found = gradient(x, keep, w, in, out);

    for (int i = 0; i < rows; i++) {
      double[] y = new double[out];
      for (int p = 0; p < in; p++) {
        for (int j = 0; j < out; j++) {
          y[j] += (double) x[i * in + p] * w[p * out + j];
        }
      }
      for (int p = 0; p < in; p++) {
        double expected = 0;
        for (int j = 0; j < out; j++) {
          expected += 2 * keep[i] * y[j] * w[p * out + j];
        }
        assertThat((double) found[i * in + p]).isCloseTo(expected, within(2e-3));
      }
    }
  }

  private static float[] gradient(float[] x, float[] keep, float[] w, int in, int out) {
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    Tensor rows = g.watch(g.input("x", keep.length, in));
    Tensor weight = new Parameters().add("w", in, out);
    weight.set(w);
    Tensor y = g.linear(g.scale(rows, 1), weight, null, Activation.NONE);
    Tensor kept = g.input("keep", keep.length, 1);
    Graph graph = g.training(g.sum(g.multiply(g.square(y), kept)));
    rows.set(x);
    kept.set(keep);
    graph.forward();
    graph.backward();
    return rows.gradient().clone();
  }

  private static float[] numbers(Philox chance, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) chance.nextGaussian();
    }
    return numbers;
  }
}
