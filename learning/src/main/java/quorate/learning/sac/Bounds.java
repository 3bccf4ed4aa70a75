package quorate.learning.sac;

import quorate.learning.environment.Space;

/// From −1…1 to the bounds of each number of an action.
public final class Bounds {
  private final float[] low;
  private final float[] high;

  private Bounds(float[] low, float[] high) {
    this.low = low;
    this.high = high;
  }

  /// @param algorithm whose actions they are, for messages
  /// @throws IllegalArgumentException when actions are not numbers with bounds
  public static Bounds of(String algorithm, Space space) {
    if (space instanceof Space.Box box) {
      Bounds bounds = new Bounds(box.low(), box.high());
      if (bounds.areFinite()) {
        return bounds;
      }
    }
    throw new IllegalArgumentException(
        "%s's actions must be numbers with bounds, but were %s".formatted(algorithm, space));
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
  public void stretch(float[] actions, float[] into) {
    for (int i = 0; i < actions.length; i++) {
      float least = low[i % low.length];
      float most = high[i % low.length];
      into[i] = Math.clamp(least + 0.5f * (actions[i] + 1) * (most - least), least, most);
    }
  }
}
