package quorate.learning.graph;

import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// Recurrent networks over whole sequences, each in one step: one product for all inputs, then the
/// state step by step, and back through time.
public final class RecurrentOperations {
  private final GraphBuilder g;
  private final Kernels kernels;

  RecurrentOperations(GraphBuilder g, Kernels kernels) {
    this.g = g;
    this.kernels = kernels;
  }

  /// Long short-term memory, gates in PyTorch's order i, f, g, o.
  ///
  /// @param x `[batch][steps][in]`
  /// @param weight `[in][4·size]`
  /// @param stateWeight `[size][4·size]`
  /// @param bias `[4·size]`
  /// @param hidden the first hidden state, `[batch][size]`
  /// @param cell the first cell, `[batch][size]`
  /// @param starts `[batch][steps]`, not 0 where a sequence starts anew with that step, so that the
  ///   state before it is forgotten; null where none does
  /// @param reversed whether the last step comes first; then without starts
  public LstmStates lstm(
      Tensor x,
      Tensor weight,
      Tensor stateWeight,
      Tensor bias,
      Tensor hidden,
      Tensor cell,
      @Nullable Tensor starts,
      boolean reversed) {
    check("lstm", 4, x, weight, stateWeight, starts, reversed);
    int size = stateWeight.shape().size(0);
    Shape state = Shape.of(x.shape().size(0), size);
    need("lstm", "a bias", bias, Shape.of(4 * size));
    need("lstm", "a hidden state", hidden, state);
    need("lstm", "a cell", cell, state);
    LstmStates states =
        new LstmStates(
            Tensor.of("lstm", x.shape().with(2, size)),
            Tensor.of("lstm's hidden state", state),
            Tensor.of("lstm's cell", state));
    g.add(new Lstm(kernels, x, weight, stateWeight, bias, hidden, cell, starts, reversed, states));
    return states;
  }

  /// A gated recurrent unit, gates in PyTorch's order r, z, n.
  ///
  /// @param x `[batch][steps][in]`
  /// @param weight `[in][3·size]`
  /// @param stateWeight `[size][3·size]`
  /// @param bias `[3·size]`, added to the inputs' part
  /// @param stateBias `[3·size]`, added to the state's part
  /// @param hidden the first state, `[batch][size]`
  /// @param starts as in [#lstm]
  /// @param reversed as in [#lstm]
  public GruStates gru(
      Tensor x,
      Tensor weight,
      Tensor stateWeight,
      Tensor bias,
      Tensor stateBias,
      Tensor hidden,
      @Nullable Tensor starts,
      boolean reversed) {
    check("gru", 3, x, weight, stateWeight, starts, reversed);
    int size = stateWeight.shape().size(0);
    Shape state = Shape.of(x.shape().size(0), size);
    need("gru", "a bias", bias, Shape.of(3 * size));
    need("gru", "a bias of the state", stateBias, Shape.of(3 * size));
    need("gru", "a hidden state", hidden, state);
    GruStates states =
        new GruStates(
            Tensor.of("gru", x.shape().with(2, size)), Tensor.of("gru's hidden state", state));
    g.add(
        new Gru(
            kernels, x, weight, stateWeight, bias, stateBias, hidden, starts, reversed, states));
    return states;
  }

  private static void check(
      String operation,
      int gates,
      Tensor x,
      Tensor weight,
      Tensor stateWeight,
      @Nullable Tensor starts,
      boolean reversed) {
    if (x.shape().rank() != 3
        || weight.shape().rank() != 2
        || x.shape().size(2) != weight.shape().size(0)) {
      throw new IllegalArgumentException(
          "%s needs x of [batch][steps][in] and a weight of [in][%d·size], but was given %s and %s"
              .formatted(operation, gates, x.shape(), weight.shape()));
    }
    if (stateWeight.shape().rank() != 2
        || stateWeight.shape().size(1) != gates * stateWeight.shape().size(0)
        || stateWeight.shape().size(1) != weight.shape().size(1)) {
      throw new IllegalArgumentException(
          "%s needs a weight of [in][%d·size] and one of the state of [size][%d·size], but was given %s and %s"
              .formatted(operation, gates, gates, weight.shape(), stateWeight.shape()));
    }
    if (starts != null) {
      need(operation, "starts", starts, x.shape().without(2));
      if (reversed) {
        throw new IllegalArgumentException(
            "%s needs its steps in order to start anew among them, but was reversed"
                .formatted(operation));
      }
    }
  }

  private static void need(String operation, String what, Tensor given, Shape shape) {
    if (!given.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "%s needs %s of %s, but was given %s".formatted(operation, what, shape, given.shape()));
    }
  }
}
