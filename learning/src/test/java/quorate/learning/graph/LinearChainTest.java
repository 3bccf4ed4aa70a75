package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;
import quorate.learning.kernel.TeamKernels;

class LinearChainTest {
  private static final int ROWS = 71;
  private static final List<Integer> WIDTHS = List.of(3, 40, 17, 2);

  /// Beside every layer stands a copy that a row is led through alone, by a sum that no chain can
  /// take up.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void givesTheBitsOfItsLinksOneByOne(int threads) {
    for (Activation activation : Activation.values()) {
      List<float[]> chained = run(threads, activation, true);
      List<float[]> alone = run(1, activation, false);

      assertThat(chained).hasSameSizeAs(alone);
      for (int i = 0; i < alone.size(); i++) {
        assertThat(chained.get(i)).isEqualTo(alone.get(i)).isNotEqualTo(new float[1]);
      }
    }
  }

  @Test
  void linksAreThoseThatFollowEachOther() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Parameters parameters = new Parameters();
    Tensor x = g.input("x", 4, 3);
    Tensor w = parameters.add("w", 3, 3);
    Tensor first = g.linear(x, w, parameters.add("b", 3), Activation.NONE);
    Tensor second = g.linear(first, w, parameters.add("c", 3), Activation.NONE);
    Tensor apart = g.linear(first, w, parameters.add("d", 3), Activation.NONE);
    List<Operation> declared =
        List.of(linear(x, w, first), linear(first, w, second), linear(first, w, apart));

    assertThat(LinearChain.in(declared, false))
        .hasSize(2)
        .satisfies(found -> assertThat(found[0]).isInstanceOf(LinearChain.class))
        .satisfies(found -> assertThat(found[1]).isSameAs(declared.getLast()));
  }

  /// All of a matrix must be there before any row meets it.
  @Test
  void whatALinkMakesIsNoLaterLinksMatrix() {
    int n = 40;
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    Tensor x = g.watch(g.input("x", n, n));
    Tensor w = new Parameters().add("w", n, n);
    Tensor y = g.linear(x, w, null, Activation.NONE);
    Tensor squared = g.linear(y, y, null, Activation.NONE);
    Graph graph = g.training(g.sum(squared));
    Philox chance = Philox.seeded(6);
    for (int i = 0; i < n * n; i++) {
      x.values()[i] = (float) chance.nextGaussian();
    }
    for (int i = 0; i < n; i++) {
      w.values()[i * n + i] = 1;
    }

    graph.forward();
    graph.backward();

    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double expected = 0;
        double slope = 0;
        for (int p = 0; p < n; p++) {
          expected += (double) x.values()[i * n + p] * x.values()[p * n + j];
          slope += x.values()[j * n + p] + x.values()[p * n + i];
        }
        assertThat((double) squared.values()[i * n + j]).isCloseTo(expected, within(1e-4));
        assertThat((double) x.gradient()[i * n + j]).isCloseTo(slope, within(1e-4));
      }
    }
  }

  /// Weights that get no gradient are no reason to lead a row through one layer at a time.
  @Test
  void frozenLayersAreLinksToo() {
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    Parameters parameters = new Parameters();
    Philox chance = Philox.seeded(1);
    Tensor x = g.input("x", 8, 3);
    quorate.learning.layer.Linear first =
        new quorate.learning.layer.Linear(parameters, "first", 3, 5, Activation.TANH, chance);
    quorate.learning.layer.Linear second =
        new quorate.learning.layer.Linear(parameters, "second", 5, 6, Activation.TANH, chance);
    second.applyFrozen(g, first.applyFrozen(g, x));

    assertThat(g.inference().forwards())
        .singleElement()
        .satisfies(each -> assertThat(each).isInstanceOf(LinearChain.class));
  }

  private static Linear linear(Tensor x, Tensor w, Tensor y) {
    return new Linear(Kernels.scalar(), x, w, null, Activation.NONE, y);
  }

  /// What came out, and the gradients of the input and of all parameters.
  private static List<float[]> run(int threads, Activation activation, boolean chained) {
    try (TeamKernels team = new TeamKernels(Kernels.fastest(), threads)) {
      Philox chance = Philox.seeded(4);
      Parameters parameters = new Parameters();
      GraphBuilder g = new GraphBuilder(team);
      Tensor in = g.watch(g.input("x", ROWS, WIDTHS.getFirst()));
      fill(in, chance);
      Tensor x = in;
      for (int i = 1; i < WIDTHS.size(); i++) {
        Tensor weight = parameters.add(i + ".weight", WIDTHS.get(i - 1), WIDTHS.get(i));
        Tensor bias = parameters.add(i + ".bias", WIDTHS.get(i));
        fill(weight, chance);
        fill(bias, chance);
        x = g.linear(chained ? x : g.affine(x, 1, 0), weight, bias, activation);
      }
      Graph graph = g.training(g.mean(g.square(x)));
      for (int again = 0; again < 2; again++) {
        graph.forward();
        parameters.clearGradients();
        graph.backward();
      }
      List<float[]> found = new ArrayList<>(List.of(x.values(), in.gradient()));
      parameters.list().forEach(each -> found.add(each.gradient()));
      return found;
    }
  }

  private static void fill(Tensor tensor, Philox chance) {
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) chance.nextGaussian();
    }
  }
}
