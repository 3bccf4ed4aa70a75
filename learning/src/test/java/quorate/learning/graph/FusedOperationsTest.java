package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static quorate.learning.graph.GradientCheck.check;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;

class FusedOperationsTest {
  private final GraphBuilder g = new GraphBuilder(Kernels.fastest());

  @Test
  void layerNormBringsRowsToMeanZeroAndVarianceOne() {
    Tensor x = g.input("x", 2, 4);
    Tensor y =
        g.fused()
            .layerNorm(
                x,
                g.constant("gain", new float[] {1, 1, 1, 2}, 4),
                g.constant("bias", new float[] {0, 0, 0, 5}, 4),
                1e-5f);
    x.set(1, 1, 3, 3, 7, 7, 7, 7);

    g.inference().forward();

    assertThat(y.values()[0]).isCloseTo(-1f, within(1e-5f));
    assertThat(y.values()[3]).isCloseTo(7f, within(2e-5f));
    assertThat(Arrays.copyOfRange(y.values(), 4, 8)).containsExactly(0, 0, 0, 5);
  }

  @Test
  void layerNormPassesGradientsBack() {
    check(
        (h, x) -> h.fused().layerNorm(x.get(0), x.get(1), x.get(2), 1e-5f),
        -1,
        1,
        s(2, 2, 5),
        s(5),
        s(5));
    check(
        (h, x) -> h.fused().layerNorm(x.get(0), x.get(1), x.get(2), 1e-5f),
        -1,
        1,
        s(2, 37),
        s(37),
        s(37));
  }

  @Test
  void layerNormRefusesAGainOfAnotherWidth() {
    Tensor x = g.input("x", 2, 4);
    Tensor gain = g.input("gain", 3);

    assertThatThrownBy(() -> g.fused().layerNorm(x, gain, gain, 1e-5f))
        .hasMessage(
            "layerNorm needs x of […][width] and a gain and a bias of [width], but was given 2×4, 3 and 3");
  }

  @Test
  void convolutionIsASumOverAWindow() {
    Tensor x = g.input("x", 1, 2, 4);
    Tensor weight = g.input("weight", 2, 3, 1);
    Tensor bias = g.input("bias", 1);
    Tensor y = g.fused().convolution(x, weight, bias, 2, 1);
    x.set(1, 2, 3, 4, 10, 20, 30, 40);
    weight.set(1, 10, 100, 0, 1, 0);
    bias.set(0.5f);

    g.inference().forward();

    // Windows (0, 1, 2) and (2, 3, 4), and the second channel's middles 10 and 30.
    assertThat(y.shape()).hasToString("1×1×2");
    assertThat(y.values()).containsExactly(210 + 10 + 0.5f, 432 + 30 + 0.5f);
  }

  @Test
  void convolutionPassesGradientsBack() {
    check(
        (h, x) -> h.fused().convolution(x.get(0), x.get(1), x.get(2), 1, 0),
        -1,
        1,
        s(2, 3, 7),
        s(3, 3, 4),
        s(4));
    check(
        (h, x) -> h.fused().convolution(x.get(0), x.get(1), x.get(2), 2, 2),
        -1,
        1,
        s(2, 2, 6),
        s(2, 4, 3),
        s(3));
    check(
        (h, x) -> h.fused().convolution(x.get(0), x.get(1), null, 1, 0),
        -1,
        1,
        s(2, 3, 4),
        s(3, 1, 5));
  }

  @Test
  void convolutionRefusesWhatDoesNotFit() {
    Tensor x = g.input("x", 1, 2, 4);
    Tensor other = g.input("weight", 3, 3, 1);
    Tensor wide = g.input("weight", 2, 7, 1);

    assertThatThrownBy(() -> g.fused().convolution(x, other, null, 1, 0))
        .hasMessageStartingWith("convolution needs")
        .hasMessageEndingWith("but was given 1×2×4 and 3×3×1");
    assertThatThrownBy(() -> g.fused().convolution(x, wide, null, 1, 1))
        .hasMessageEndingWith("padding of 1, but was given 1×2×4 and 2×7×1");
  }

  @Test
  void attentionTakesTheMeanOfWhatItMayLookAtWhereAllKeysAreAlike() {
    Tensor query = g.input("query", 1, 2, 2);
    Tensor key = g.input("key", 1, 3, 2);
    Tensor value = g.input("value", 1, 3, 2);
    Tensor mask = g.input("mask", 2, 3);
    Tensor y = g.fused().attention(query, key, value, 2, mask);
    query.set(1, 2, 3, 4);
    value.set(1, 10, 3, 30, 50, 500);
    mask.set(1, 1, 0, 0, 0, 0);

    g.inference().forward();

    assertThat(y.values()).containsExactly(2, 20, 0, 0);
  }

  @Test
  void attentionPassesGradientsBack() {
    check(
        (h, x) -> h.fused().attention(x.get(0), x.get(1), x.get(2), 2, null),
        -1,
        1,
        s(2, 3, 4),
        s(2, 5, 4),
        s(2, 5, 4));
    check(
        (h, x) -> {
          float[] causal = {1, 0, 0, 1, 1, 0, 1, 1, 1};
          Tensor mask = h.constant("mask", causal, 3, 3);
          return h.fused().attention(x.get(0), x.get(0), x.get(0), 1, mask);
        },
        -1,
        1,
        s(2, 3, 4));
  }

  @Test
  void attentionPassesGradientsBackBehindAMaskOfEachBatch() {
    check(
        (h, x) -> {
          float[] padded = {1, 1, 0, 0, 0, 1, 1, 1};
          Tensor mask = h.constant("mask", padded, 2, 1, 4);
          return h.fused().attention(x.get(0), x.get(1), x.get(2), 2, mask);
        },
        -1,
        1,
        s(2, 3, 4),
        s(2, 4, 4),
        s(2, 4, 4));
  }

  /// The second query of the first batch may look at nothing, the last key of the second is looked
  /// at by nobody.
  @Test
  void attentionPassesGradientsBackBehindAMaskOfItsOwnForEachQuery() {
    check(
        (h, x) -> {
          float[] own = {1, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0};
          Tensor mask = h.constant("mask", own, 2, 3, 3);
          return h.fused().attention(x.get(0), x.get(1), x.get(2), 2, mask);
        },
        -1,
        1,
        s(2, 3, 4),
        s(2, 3, 4),
        s(2, 3, 4));
  }

  @Test
  void aQueryThatMayLookAtNothingIsWorthZeroAndMovesNothing() {
    Tensor query = g.watch(g.input("query", 1, 1, 2));
    Tensor key = g.watch(g.input("key", 1, 2, 2));
    Tensor value = g.watch(g.input("value", 1, 2, 2));
    Tensor mask = g.input("mask", 1, 1, 2);
    Graph graph = g.training(g.sum(g.fused().attention(query, key, value, 1, mask)));
    query.set(1, 2);
    key.set(3, 4, 5, 6);
    value.set(7, 8, 9, 10);

    graph.forward();
    graph.backward();

    assertThat(query.gradient()).containsOnly(0);
    assertThat(key.gradient()).containsOnly(0);
    assertThat(value.gradient()).containsOnly(0);
  }

  @Test
  void attentionRefusesWhatDoesNotFit() {
    Tensor query = g.input("query", 1, 2, 4);
    Tensor key = g.input("key", 2, 3, 4);
    Tensor mask = g.input("mask", 2, 2, 2);

    assertThatThrownBy(() -> g.fused().attention(query, key, key, 2, null))
        .hasMessageStartingWith("attention needs")
        .hasMessageEndingWith("but was given 1×2×4 and 2×3×4");
    assertThatThrownBy(() -> g.fused().attention(query, query, query, 3, null))
        .hasMessage(
            "attention needs a number of heads that divides the width 4 of 1×2×4, but was given 3");
    assertThatThrownBy(() -> g.fused().attention(query, query, query, 2, mask))
        .hasMessage("attention needs a mask that meets 1×2×2, but was given 2×2×2");
  }

  private static int[] s(int... sizes) {
    return sizes;
  }
}
