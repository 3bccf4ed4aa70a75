package quorate.learning.optimiser;

import quorate.learning.state.Stateful;

/// Moves parameters by the gradients that stand in them; its state is what it remembers of those
/// before, not the parameters.
public interface Optimiser extends Stateful {
  /// One step down the gradient.
  ///
  /// @param rate learning rate, 0 or more
  /// @param scale what every gradient is multiplied by first, as clipping found it; 1 for none
  void step(double rate, float scale);
}
