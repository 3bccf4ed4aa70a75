package quorate.learning.layer;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.LstmStates;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;

/// Long short-term memory: `prefix.weight` `[in][4·size]`, `prefix.state_weight` `[size][4·size]`
/// and `prefix.bias` `[4·size]`, gates in PyTorch's order i, f, g, o (whose two biases are one
/// here, their sum).
public final class Lstm implements Layer {
  private final Tensor weight;
  private final Tensor stateWeight;
  private final Tensor bias;
  private final int size;
  private final boolean reversed;

  /// @param in numbers at each step
  /// @param size of the hidden state and of the cell
  /// @throws IllegalArgumentException when the names are taken
  public Lstm(Parameters parameters, String prefix, int in, int size, RandomGenerator chance) {
    this(parameters, prefix, in, size, false, chance);
  }

  /// @param reversed whether it runs from the last step to the first
  Lstm(
      Parameters parameters,
      String prefix,
      int in,
      int size,
      boolean reversed,
      RandomGenerator chance) {
    this.weight = parameters.add(prefix + ".weight", in, 4 * size);
    this.stateWeight = parameters.add(prefix + ".state_weight", size, 4 * size);
    this.bias = parameters.add(prefix + ".bias", 4 * size);
    this.size = size;
    this.reversed = reversed;
    Initialisation even = Initialisation.uniform(1 / Math.sqrt(size));
    even.fill(weight, chance);
    even.fill(stateWeight, chance);
    even.fill(bias, chance);
    float[] first = bias.values().clone();
    even.fill(bias, chance);
    for (int i = 0; i < first.length; i++) {
      bias.values()[i] += first[i];
    }
  }

  public int size() {
    return size;
  }

  /// All hidden states, from a state of 0.
  ///
  /// @param x `[batch][steps][in]`
  /// @return `[batch][steps][size]`
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    Tensor zero = zeroState(g, x, size);
    return apply(g, x, zero, zero, null).steps();
  }

  /// From a state, and with sequences that start anew.
  ///
  /// @param x `[batch][steps][in]`
  /// @param hidden `[batch][size]`
  /// @param cell `[batch][size]`
  /// @param starts `[batch][steps]`, not 0 where what came before is forgotten; null for nowhere
  public LstmStates apply(
      GraphBuilder g, Tensor x, Tensor hidden, Tensor cell, @Nullable Tensor starts) {
    return g.recurrent().lstm(x, weight, stateWeight, bias, hidden, cell, starts, reversed);
  }

  /// A state of 0 for each sequence of a batch.
  static Tensor zeroState(GraphBuilder g, Tensor x, int size) {
    int batch = x.shape().rank() == 0 ? 1 : x.shape().size(0);
    return g.constant("no state", new float[Shape.of(batch, size).count()], batch, size);
  }
}
