package quorate.learning.optimiser;

/// Moves parameters by the gradients that stand in them.
public interface Optimiser {
  /// One step down the gradient.
  ///
  /// @param rate learning rate, 0 or more
  /// @param scale what every gradient is multiplied by first, as clipping found it; 1 for none
  void step(double rate, float scale);
}
