package quorate.learning.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

class MlpTest {
  private final Parameters parameters = new Parameters();
  private final Mlp network =
      Mlp.even(
          parameters, "q", 100, List.of(64, 4), Activation.RELU, Activation.NONE, Philox.seeded(5));

  /// The variance of an even law in ±b is b²/3; of 6400 numbers it is known to 3·√(0.8/6400) = 3.4
  /// %.
  @Test
  void weightsAndBiasesBeginEvenlyWithinOneOverTheRootOfWhatComesIn() {
    double squares = 0;
    for (float each : parameters.get("q.0.weight").values()) {
      assertThat(each).isBetween(-0.1f, 0.1f);
      squares += each * each;
    }
    assertThat(squares / 6400).isCloseTo(0.01 / 3, within(0.034 * 0.01 / 3));
    assertThat(parameters.get("q.0.bias").values()).doesNotContain(0f);
    for (float each : parameters.get("q.1.bias").values()) {
      assertThat(each).isBetween(-0.125f, 0.125f);
    }
  }

  @Test
  void aLossLedThroughItFrozenReachesWhatComesInAlone() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor x = g.watch(g.input("x", 2, 100));
    Tensor learned = network.apply(g, x);
    Tensor frozen = network.applyFrozen(g, x);
    Graph graph = g.training(g.sum(frozen));
    x.values()[3] = 1;

    graph.forward();
    graph.backward();

    assertThat(frozen.values()).containsExactly(learned.values());
    assertThat(x.gradient()).isNotEqualTo(new float[200]);
    for (Tensor each : parameters.list()) {
      assertThat(each.gradient()).containsOnly(0f);
    }
  }

  @Test
  void oneWithoutLayersIsRefused() {
    assertThatThrownBy(() ->
            Mlp.even(
                parameters, "v", 3, List.of(), Activation.RELU, Activation.NONE, Philox.seeded(1)))
        .hasMessage("a network needs how many numbers come in and go out, but was given [3]");
  }
}
