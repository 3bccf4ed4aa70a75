package quorate.learning.ppo;

/// How much is played between two updates, and how an update goes over it.
///
/// @param copies of the environment that are stepped together
/// @param steps of each copy between two updates
/// @param minibatch steps in one step of the optimiser; divides steps × copies
/// @param epochs passes over the steps of an update
public record Updates(int copies, int steps, int minibatch, int epochs) {
  public Updates {
    check(copies >= 1, "copies must be at least 1", copies);
    check(steps >= 1, "steps must be at least 1", steps);
    check(minibatch >= 1, "minibatch must be at least 1", minibatch);
    check(
        (long) steps * copies % minibatch == 0,
        "minibatch must divide steps × copies = " + (long) steps * copies,
        minibatch);
    check(epochs >= 1, "epochs must be at least 1", epochs);
  }

  private static void check(boolean holds, String rule, int found) {
    if (!holds) {
      throw new IllegalArgumentException("an update's " + rule + ", but was " + found);
    }
  }
}
