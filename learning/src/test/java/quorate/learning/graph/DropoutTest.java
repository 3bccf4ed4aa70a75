package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;

class DropoutTest {
  private final GraphBuilder g = new GraphBuilder(Kernels.scalar());
  private final DropoutChance chance = DropoutChance.seeded(7);

  @Test
  void dropsAtItsRateAndKeepsTheMean() {
    Tensor x = g.input("x", 100, 1000);
    Arrays.fill(x.values(), 1f);
    Tensor y = g.fused().dropout(x, 0.2f, chance);

    g.inference().forward();

    double dropped = 0;
    for (float each : y.values()) {
      assertThat(each).isIn(0f, 1.25f);
      dropped += each == 0f ? 1 : 0;
    }
    // Five standard deviations of a share among 10⁵: 5·√(0.2·0.8/10⁵).
    assertThat(dropped / y.values().length).isCloseTo(0.2, within(0.0064));
  }

  @Test
  void letsTheGradientThroughWhereItLetTheNumberThrough() {
    Tensor x = g.watch(g.input("x", 50));
    Arrays.fill(x.values(), 1f);
    Tensor y = g.fused().dropout(x, 0.5f, chance);
    Graph graph = g.training(g.sum(y));

    graph.forward();
    graph.backward();

    assertThat(y.values()).contains(0f).contains(2f);
    assertThat(x.gradient()).isEqualTo(y.values());
  }

  @Test
  void changesNothingAndDrawsNothingWhenOff() {
    Tensor x = g.input("x", 3);
    x.set(1, 2, 3);
    Tensor y = g.fused().dropout(x, 0.9f, chance);
    chance.switchOff();

    g.inference().forward();

    assertThat(y.values()).containsExactly(1, 2, 3);
    assertThat(chance.drawn()).isZero();
    assertThat(chance.isOn()).isFalse();
  }

  @Test
  void drawsEveryRunAnewAndGoesOnFromASavedState() {
    Tensor x = g.input("x", 41);
    Arrays.fill(x.values(), 1f);
    Tensor y = g.fused().dropout(x, 0.5f, chance);
    Graph graph = g.inference();
    graph.forward();
    long seed = chance.seed();
    long drawn = chance.drawn();
    float[] first = y.values().clone();
    graph.forward();
    float[] second = y.values().clone();

    chance.resume(seed, drawn);
    graph.forward();

    assertThat(second).isNotEqualTo(first);
    assertThat(y.values()).isEqualTo(second);
  }

  @Test
  void drawsAMaskOfItsOwnForEveryCopyOfOneRow() {
    Tensor x = g.input("x", 1, 64);
    Arrays.fill(x.values(), 1f);
    Tensor y = g.fused().dropout(g.repeat(x, 30), 0.5f, chance);

    g.inference().forward();

    assertThat(y.shape()).hasToString("30×1×64");
    long different =
        java.util.stream.IntStream.range(0, 30)
            .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(y.values(), i * 64, i * 64 + 64)))
            .distinct()
            .count();
    assertThat(different).isEqualTo(30);
  }

  @Test
  void dropsTheWeightsOfAttention() {
    Tensor query = g.input("query", 2, 3, 4);
    Tensor value = g.watch(g.input("value", 2, 5, 4));
    Arrays.fill(value.values(), 1f);
    Tensor y = g.fused().attention(query, value, value, 2, null, 0.5f, chance);
    Graph graph = g.training(g.sum(y));

    graph.forward();
    graph.backward();

    // All weights are 1/5, so a head's output is 0.4 for each of the five that is kept.
    for (float each : y.values()) {
      assertThat(each / 0.4f).isCloseTo(Math.round(each / 0.4f), within(1e-5f));
    }
    assertThat(y.values()).doesNotContain(1f);
    double outputs = 0;
    double gradients = 0;
    for (float each : y.values()) {
      outputs += each;
    }
    for (float each : value.gradient()) {
      gradients += each;
    }
    // What comes through v reaches v; the keys are alike, so nothing moves through them.
    assertThat(gradients).isCloseTo(outputs, within(1e-4));
  }

  @Test
  void attentionPassesGradientsBackThroughTheWeightsThatItKept() {
    GradientCheck.check(
        new Parameters(),
        () -> chance.resume(7, 0),
        (h, x) -> h.fused().attention(x.get(0), x.get(1), x.get(2), 2, null, 0.4f, chance),
        -1,
        1,
        new int[] {2, 3, 4},
        new int[] {2, 5, 4},
        new int[] {2, 5, 4});
  }

  @Test
  void refusesARateThatLeavesNothing() {
    Tensor x = g.input("x", 3);

    assertThatThrownBy(() -> g.fused().dropout(x, 1f, chance))
        .hasMessage("dropout needs a rate of at least 0 and below 1, but was given 1.0");
  }
}
