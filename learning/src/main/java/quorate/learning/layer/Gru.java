package quorate.learning.layer;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.GruStates;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// A gated recurrent unit: `prefix.weight` `[in][3·size]`, `prefix.state_weight` `[size][3·size]`,
/// `prefix.bias` and `prefix.state_bias` `[3·size]`, gates in PyTorch's order r, z, n. Drawn as
/// PyTorch does, evenly from −1/√size to 1/√size.
public final class Gru implements Layer {
  private final Tensor weight;
  private final Tensor stateWeight;
  private final Tensor bias;
  private final Tensor stateBias;
  private final int size;
  private final boolean reversed;

  /// @param in numbers at each step
  /// @param size of the state
  /// @throws IllegalArgumentException when the names are taken
  public Gru(Parameters parameters, String prefix, int in, int size, RandomGenerator chance) {
    this(parameters, prefix, in, size, false, chance);
  }

  /// @param reversed whether it runs from the last step to the first
  Gru(
      Parameters parameters,
      String prefix,
      int in,
      int size,
      boolean reversed,
      RandomGenerator chance) {
    this.weight = parameters.add(prefix + ".weight", in, 3 * size);
    this.stateWeight = parameters.add(prefix + ".state_weight", size, 3 * size);
    this.bias = parameters.add(prefix + ".bias", 3 * size);
    this.stateBias = parameters.add(prefix + ".state_bias", 3 * size);
    this.size = size;
    this.reversed = reversed;
    Initialisation even = Initialisation.uniform(1 / Math.sqrt(size));
    even.fill(weight, chance);
    even.fill(stateWeight, chance);
    even.fill(bias, chance);
    even.fill(stateBias, chance);
  }

  public int size() {
    return size;
  }

  /// All states, from a state of 0.
  ///
  /// @param x `[batch][steps][in]`
  /// @return `[batch][steps][size]`
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return apply(g, x, Lstm.zeroState(g, x, size), null).steps();
  }

  /// From a state, and with sequences that start anew.
  ///
  /// @param x `[batch][steps][in]`
  /// @param hidden `[batch][size]`
  /// @param starts `[batch][steps]`, not 0 where what came before is forgotten; null for nowhere
  public GruStates apply(GraphBuilder g, Tensor x, Tensor hidden, @Nullable Tensor starts) {
    return g.recurrent().gru(x, weight, stateWeight, bias, stateBias, hidden, starts, reversed);
  }
}
