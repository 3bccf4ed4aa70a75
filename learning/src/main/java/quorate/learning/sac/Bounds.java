package quorate.learning.sac;

import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;

/// From −1…1 to the bounds of each number of an action.
final class Bounds {
  private final float[] low;
  private final float[] high;

  private Bounds(float[] low, float[] high) {
    this.low = low;
    this.high = high;
  }

  /// @throws IllegalArgumentException when actions are not numbers with bounds
  static Bounds of(VectorEnvironment environment) {
    if (environment.actionSpace() instanceof Space.Box box) {
      Bounds bounds = new Bounds(box.low(), box.high());
      if (bounds.areFinite()) {
        return bounds;
      }
    }
    throw new IllegalArgumentException(
        "SAC's actions must be numbers with bounds, but those of %s were %s"
            .formatted(environment.name(), environment.actionSpace()));
  }

  private boolean areFinite() {
    for (int i = 0; i < low.length; i++) {
      if (!Float.isFinite(low[i]) || !Float.isFinite(high[i])) {
        return false;
      }
    }
    return true;
  }

  /// @param actions `[rows][action]` from −1 to 1
  /// @param into takes them, stretched
  void stretch(float[] actions, float[] into) {
    for (int i = 0; i < actions.length; i++) {
      float least = low[i % low.length];
      float most = high[i % low.length];
      into[i] = Math.clamp(least + 0.5f * (actions[i] + 1) * (most - least), least, most);
    }
  }
}
