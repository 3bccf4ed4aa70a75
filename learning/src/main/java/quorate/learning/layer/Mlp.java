package quorate.learning.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// Linear layers one after the other, the hidden ones with an activation; their parameters are
/// `prefix.0.weight`, `prefix.0.bias`, `prefix.1.weight` and so on.
public final class Mlp implements Layer {
  private final List<Linear> layers;

  /// @param sizes numbers in, of each hidden layer, and out
  /// @param hidden how hidden weights begin
  /// @param last how the last weight begins
  /// @throws IllegalArgumentException when there are fewer than two sizes or the names are taken
  public Mlp(
      Parameters parameters,
      String prefix,
      List<Integer> sizes,
      Activation activation,
      Initialisation hidden,
      Initialisation last,
      RandomGenerator chance) {
    this.layers =
        declare(
            sizes,
            (i, in, out, isLast) ->
                new Linear(
                    parameters,
                    prefix + "." + i,
                    in,
                    out,
                    isLast ? Activation.NONE : activation,
                    isLast ? last : hidden,
                    chance));
  }

  /// Drawn as PyTorch does, weights and biases evenly from −1/√in to 1/√in.
  ///
  /// @param sizes numbers in, of each hidden layer, and out
  /// @throws IllegalArgumentException when there are fewer than two sizes or the names are taken
  public Mlp(
      Parameters parameters,
      String prefix,
      List<Integer> sizes,
      Activation activation,
      RandomGenerator chance) {
    this.layers =
        declare(
            sizes,
            (i, in, out, isLast) ->
                new Linear(
                    parameters,
                    prefix + "." + i,
                    in,
                    out,
                    isLast ? Activation.NONE : activation,
                    chance));
  }

  private Mlp(List<Linear> layers) {
    this.layers = layers;
  }

  /// Hidden layers alone: the last one has the activation too.
  ///
  /// @param sizes numbers in and of each layer
  /// @throws IllegalArgumentException when there are fewer than two sizes or the names are taken
  public static Mlp hidden(
      Parameters parameters,
      String prefix,
      List<Integer> sizes,
      Activation activation,
      Initialisation initialisation,
      RandomGenerator chance) {
    return new Mlp(
        declare(
            sizes,
            (i, in, out, isLast) ->
                new Linear(
                    parameters, prefix + "." + i, in, out, activation, initialisation, chance)));
  }

  /// Weights and biases evenly from −1/√in to 1/√in: the networks of Stable-Baselines3's DQN and
  /// SAC begin so.
  ///
  /// @param in numbers that come in
  /// @param sizes of the layers, the last one's those that go out
  /// @param hidden follows all layers but the last
  /// @param last follows the last
  /// @throws IllegalArgumentException when there is no layer or the names are taken
  public static Mlp even(
      Parameters parameters,
      String prefix,
      int in,
      List<Integer> sizes,
      Activation hidden,
      Activation last,
      RandomGenerator chance) {
    List<Integer> all = new ArrayList<>(List.of(in));
    all.addAll(sizes);
    return new Mlp(
        declare(
            all,
            (i, width, out, isLast) -> {
              Initialisation even = Initialisation.uniform(1 / Math.sqrt(width));
              return new Linear(
                  parameters,
                  prefix + "." + i,
                  width,
                  out,
                  isLast ? last : hidden,
                  even,
                  even,
                  chance);
            }));
  }

  /// One layer of several.
  @FunctionalInterface
  private interface Declaration {
    Linear declare(int i, int in, int out, boolean isLast);
  }

  private static List<Linear> declare(List<Integer> sizes, Declaration declaration) {
    if (sizes.size() < 2) {
      throw new IllegalArgumentException(
          "a network needs how many numbers come in and go out, but was given " + sizes);
    }
    List<Linear> layers = new ArrayList<>();
    int count = sizes.size() - 1;
    for (int i = 0; i < count; i++) {
      layers.add(declaration.declare(i, sizes.get(i), sizes.get(i + 1), i == count - 1));
    }
    return List.copyOf(layers);
  }

  /// @param x `[…][in]`
  /// @return `[…][out]`
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    Tensor y = x;
    for (Linear layer : layers) {
      y = layer.apply(g, y);
    }
    return y;
  }

  /// The same; gradients flow to `x`, but not to the layers, and their price is not paid.
  public Tensor applyFrozen(GraphBuilder g, Tensor x) {
    Tensor y = x;
    for (Linear layer : layers) {
      y = layer.applyFrozen(g, y);
    }
    return y;
  }
}
