package quorate.learning.layer;

import java.util.random.RandomGenerator;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// Two recurrent layers over the same steps, `prefix.forward` from the first and `prefix.backward`
/// from the last, whose states are joined step by step. M. Schuster and K. Paliwal, "Bidirectional
/// recurrent neural networks" (1997).
public final class Bidirectional implements Layer {
  private final Layer forward;
  private final Layer backward;

  private Bidirectional(Layer forward, Layer backward) {
    this.forward = forward;
    this.backward = backward;
  }

  /// Two of long short-term memory.
  ///
  /// @param size of each of the two states
  public static Bidirectional lstm(
      Parameters parameters, String prefix, int in, int size, RandomGenerator chance) {
    return new Bidirectional(
        new Lstm(parameters, prefix + ".forward", in, size, false, chance),
        new Lstm(parameters, prefix + ".backward", in, size, true, chance));
  }

  /// Two gated recurrent units.
  ///
  /// @param size of each of the two states
  public static Bidirectional gru(
      Parameters parameters, String prefix, int in, int size, RandomGenerator chance) {
    return new Bidirectional(
        new Gru(parameters, prefix + ".forward", in, size, false, chance),
        new Gru(parameters, prefix + ".backward", in, size, true, chance));
  }

  /// @param x `[batch][steps][in]`
  /// @return `[batch][steps][2·size]`, the forward state first
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return g.join(-1, forward.apply(g, x), backward.apply(g, x));
  }
}
