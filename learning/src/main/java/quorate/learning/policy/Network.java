package quorate.learning.policy;

import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// Linear layers one after the other, `prefix.0.weight`, `prefix.0.bias` and so on, which a loss
/// can also be led through without learning from it.
///
/// Weights and biases begin evenly in ±1/√in, as PyTorch's: so do the networks of
/// Stable-Baselines3's DQN and SAC.
public final class Network {
  private final Parameters parameters;
  private final String prefix;
  private final int layers;
  private final Activation hidden;
  private final Activation last;

  /// @param in numbers that come in
  /// @param sizes of the layers, the last one's those that go out
  /// @param hidden follows all layers but the last
  /// @param last follows the last
  /// @throws IllegalArgumentException when there is no layer or a name is taken
  public Network(
      Parameters parameters,
      String prefix,
      int in,
      List<Integer> sizes,
      Activation hidden,
      Activation last,
      RandomGenerator chance) {
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException(
          "a network must have at least 1 layer, but \"%s\" had none".formatted(prefix));
    }
    this.parameters = parameters;
    this.prefix = prefix;
    this.layers = sizes.size();
    this.hidden = hidden;
    this.last = last;
    int width = in;
    for (int i = 0; i < layers; i++) {
      double bound = 1 / Math.sqrt(width);
      fill(parameters.add(name(i, "weight"), width, sizes.get(i)), bound, chance);
      fill(parameters.add(name(i, "bias"), sizes.get(i)), bound, chance);
      width = sizes.get(i);
    }
  }

  private static void fill(Tensor parameter, double bound, RandomGenerator chance) {
    float[] values = parameter.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * chance.nextDouble() - 1));
    }
  }

  private String name(int layer, String part) {
    return prefix + "." + layer + "." + part;
  }

  /// @param x `[rows][in]`
  /// @return `[rows][out]`
  public Tensor apply(GraphBuilder g, Tensor x) {
    return apply(g, x, false);
  }

  /// The same; gradients flow to `x`, but not to the layers, and their price is not paid.
  public Tensor applyFrozen(GraphBuilder g, Tensor x) {
    return apply(g, x, true);
  }

  private Tensor apply(GraphBuilder g, Tensor x, boolean frozen) {
    Tensor y = x;
    for (int i = 0; i < layers; i++) {
      Tensor weight = parameters.get(name(i, "weight"));
      Tensor bias = parameters.get(name(i, "bias"));
      y =
          g.linear(
              y,
              frozen ? g.stopGradient(weight) : weight,
              frozen ? g.stopGradient(bias) : bias,
              i + 1 < layers ? hidden : last);
    }
    return y;
  }
}
