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
public final class Mlp {
  private final List<Linear> layers = new ArrayList<>();

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
    if (sizes.size() < 2) {
      throw new IllegalArgumentException(
          "a network needs how many numbers come in and go out, but was given " + sizes);
    }
    int count = sizes.size() - 1;
    for (int i = 0; i < count; i++) {
      boolean isLast = i == count - 1;
      layers.add(
          new Linear(
              parameters,
              prefix + "." + i,
              sizes.get(i),
              sizes.get(i + 1),
              isLast ? Activation.NONE : activation,
              isLast ? last : hidden,
              chance));
    }
  }

  /// @param x `[…][in]`
  /// @return `[…][out]`
  public Tensor apply(GraphBuilder g, Tensor x) {
    Tensor y = x;
    for (Linear layer : layers) {
      y = layer.apply(g, y);
    }
    return y;
  }
}
