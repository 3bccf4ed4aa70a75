package quorate.learning.environment;

/// The equations of a world of several agents; see [World].
public interface MultiAgentWorld extends World {
  @Override
  int agents();

  /// Numbers in what a central critic sees of a copy; by default all observations side by side.
  default int centralStateSize() {
    return agents() * observationSpace().size();
  }

  /// Writes what a central critic sees.
  default void centralState(double[] state, int at, float[] into, int intoAt) {
    observe(state, at, into, intoAt);
  }

  /// Whether some choices are closed at times.
  default boolean hasActionMasks() {
    return false;
  }

  /// Writes 1 for every open choice of every agent and 0 for the others, if there are masks.
  default void actionMasks(double[] state, int at, byte[] into, int intoAt) {}
}
