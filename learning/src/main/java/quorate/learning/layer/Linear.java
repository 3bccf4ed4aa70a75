package quorate.learning.layer;

import java.util.random.RandomGenerator;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// f(x·W + b), with its parameters `prefix.weight` `[in][out]` and `prefix.bias` `[out]`, the bias
/// beginning at 0 where nothing else is said.
public final class Linear implements Layer {
  private final Tensor weight;
  private final Tensor bias;
  private final Activation activation;

  /// @throws IllegalArgumentException when the names are taken
  public Linear(
      Parameters parameters,
      String prefix,
      int in,
      int out,
      Activation activation,
      Initialisation initialisation,
      RandomGenerator chance) {
    this.weight = parameters.add(prefix + ".weight", in, out);
    this.bias = parameters.add(prefix + ".bias", out);
    this.activation = activation;
    initialisation.fill(weight, chance);
  }

  /// Whose bias begins in a way of its own, drawn after the weight.
  ///
  /// @throws IllegalArgumentException when the names are taken
  public Linear(
      Parameters parameters,
      String prefix,
      int in,
      int out,
      Activation activation,
      Initialisation weights,
      Initialisation biases,
      RandomGenerator chance) {
    this(parameters, prefix, in, out, activation, weights, chance);
    biases.fill(bias, chance);
  }

  /// Drawn as PyTorch does, weight and bias evenly from −1/√in to 1/√in.
  ///
  /// @throws IllegalArgumentException when the names are taken
  public Linear(
      Parameters parameters,
      String prefix,
      int in,
      int out,
      Activation activation,
      RandomGenerator chance) {
    this(
        parameters,
        prefix,
        in,
        out,
        activation,
        Initialisation.standard(),
        Initialisation.uniform(1 / Math.sqrt(in)),
        chance);
  }

  /// @param x `[…][in]`
  /// @return `[…][out]`
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return g.linear(x, weight, bias, activation);
  }

  /// The same; gradients flow to `x`, but not to the parameters, and their price is not paid.
  public Tensor applyFrozen(GraphBuilder g, Tensor x) {
    return g.linear(x, g.stopGradient(weight), g.stopGradient(bias), activation);
  }
}
