package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;

/// Holds the gradients of a graph to finite differences: for loss = Σ rᵢ·yᵢ with random r, each
/// number of each leaf is moved a little up and down, and (loss₊ − loss₋) / 2ε, added up in double
/// precision, must be what [Graph#backward] says.
public final class GradientCheck {
  /// What is declared: from leaves to the output.
  @FunctionalInterface
  public interface Declaration {
    Tensor declare(GraphBuilder g, List<Tensor> leaves);
  }

  private static final float STEP = 1e-2f;

  private GradientCheck() {}

  /// @param least smallest number in the leaves
  /// @param most largest
  public static void check(Declaration declaration, float least, float most, int[]... shapes) {
    check(new Parameters(), declaration, least, most, shapes);
  }

  /// Checks the gradients of parameters too, which are filled as the leaves are.
  ///
  /// @param parameters to which the declaration adds some
  public static void check(
      Parameters parameters, Declaration declaration, float least, float most, int[]... shapes) {
    check(parameters, () -> {}, declaration, least, most, shapes);
  }

  /// Checks the gradients of what chance has a part in.
  ///
  /// @param before run before every run forward, to take chance back to where it was
  public static void check(
      Parameters parameters,
      Runnable before,
      Declaration declaration,
      float least,
      float most,
      int[]... shapes) {
    Philox chance = Philox.seeded(11);
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    List<Tensor> leaves = new ArrayList<>();
    for (int i = 0; i < shapes.length; i++) {
      leaves.add(g.watch(g.input("leaf " + i, shapes[i])));
    }
    Tensor y = declaration.declare(g, List.copyOf(leaves));
    leaves.addAll(parameters.list());
    for (Tensor leaf : leaves) {
      float[] values = leaf.values();
      for (int j = 0; j < values.length; j++) {
        values[j] = least + (most - least) * chance.nextFloat();
      }
    }
    Tensor weights = g.input("weights", y.shape().toArray());
    for (int j = 0; j < weights.values().length; j++) {
      weights.values()[j] = (float) chance.nextGaussian();
    }
    Graph graph = g.training(g.sum(g.multiply(y, weights)));
    before.run();
    graph.forward();
    graph.backward();
    for (Tensor leaf : leaves) {
      float[] found = leaf.gradient().clone();
      for (int j = 0; j < found.length; j++) {
        double expected = slope(graph, before, leaf, j, y, weights);
        assertThat((double) found[j])
            .as("∂loss/∂%s[%d], all found %s", leaf, j, Arrays.toString(found))
            .isCloseTo(
                expected, org.assertj.core.data.Offset.offset(2e-3 + 5e-3 * Math.abs(expected)));
      }
    }
  }

  private static double slope(
      Graph graph, Runnable before, Tensor leaf, int j, Tensor y, Tensor weights) {
    float old = leaf.values()[j];
    leaf.values()[j] = old + STEP;
    before.run();
    graph.forward();
    double above = loss(y, weights);
    float up = leaf.values()[j];
    leaf.values()[j] = old - STEP;
    before.run();
    graph.forward();
    double below = loss(y, weights);
    float down = leaf.values()[j];
    leaf.values()[j] = old;
    return (above - below) / ((double) up - down);
  }

  private static double loss(Tensor y, Tensor weights) {
    double loss = 0;
    for (int i = 0; i < y.values().length; i++) {
      loss += (double) y.values()[i] * weights.values()[i];
    }
    return loss;
  }
}
