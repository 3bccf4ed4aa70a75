package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;
import quorate.learning.kernel.TeamKernels;

class GradientBuffersTest {
  private static final int ROWS = 64;
  private static final int WIDTH = 40;

  private final Parameters parameters = new Parameters();
  private final List<Tensor> made = new ArrayList<>();

  @Test
  void aDeepNetworkLivesOnTwoArrays() {
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    Tensor x = parameters.add("x", ROWS, WIDTH);
    for (int i = 0; i < 12; i++) {
      x = g.tanh(x);
      made.add(x);
    }
    g.training(g.mean(x));

    assertThat(gradients()).hasSize(2);
  }

  @Test
  void aSecondLossIsRefusedSinceBothWouldWantTheSameGradients() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor x = g.tanh(parameters.add("x", 3));
    g.training(g.mean(x));

    assertThatThrownBy(() -> g.training(g.sum(g.square(x), 0)))
        .hasMessageContaining("a builder gives one graph with a loss")
        .hasMessageContaining("declare it in a builder of its own");
  }

  /// Every link needs its own until the parameters have been seen to.
  @Test
  void aChainOfLinearStepsKeepsAnArrayForEach() {
    deep(Kernels.fastest(), 5, Activation.TANH);

    assertThat(gradients()).hasSize(5);
  }

  private Set<float[]> gradients() {
    Set<float[]> different = Collections.newSetFromMap(new IdentityHashMap<>());
    made.stream().map(Tensor::gradient).forEach(different::add);
    return different;
  }

  /// What is left in an array by one layer is nothing to the next, and a second run finds what the
  /// first did.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aNetworkHasTheGradientsOfOneThatSharesNothing(int threads) {
    for (Activation activation : Activation.values()) {
      float[] first = gradients(threads, activation, 1);
      float[] third = gradients(threads, activation, 3);
      float[] alone = gradients(1, activation, 1);

      assertThat(first).isEqualTo(alone);
      assertThat(third).isEqualTo(alone);
      assertThat(alone).isNotEqualTo(new float[alone.length]);
    }
  }

  private static float[] gradients(int threads, Activation activation, int runs) {
    try (TeamKernels team = new TeamKernels(Kernels.fastest(), threads)) {
      GradientBuffersTest test = new GradientBuffersTest();
      Graph graph = test.deep(team, 4, activation);
      for (int run = 0; run < runs; run++) {
        graph.forward();
        test.parameters.clearGradients();
        graph.backward();
      }
      return test.parameters.get("0.weight").gradient().clone();
    }
  }

  private Graph deep(Kernels kernels, int layers, Activation activation) {
    Philox chance = Philox.seeded(3);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor in = g.input("x", ROWS, WIDTH);
    fill(in, chance);
    Tensor x = in;
    for (int i = 0; i < layers; i++) {
      Tensor weight = parameters.add(i + ".weight", WIDTH, WIDTH);
      fill(weight, chance);
      x = g.linear(x, weight, parameters.add(i + ".bias", WIDTH), activation);
      made.add(x);
    }
    return g.training(g.mean(g.square(x)));
  }

  private static void fill(Tensor tensor, Philox chance) {
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) (0.1 * chance.nextGaussian());
    }
  }
}
