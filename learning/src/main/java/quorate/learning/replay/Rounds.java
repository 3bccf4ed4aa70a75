package quorate.learning.replay;

/// How a learner that remembers plays and learns by turns.
///
/// @param copies of the environment that are stepped together
/// @param steps of each copy between two rounds of learning
/// @param updates steps of the optimisers in a round of learning
/// @param minibatch steps in one of them
/// @param memory steps that are remembered
/// @param learningStarts steps of all copies that are played at random before anything is learned
public record Rounds(
    int copies, int steps, int updates, int minibatch, int memory, int learningStarts) {
  public Rounds {
    check(copies >= 1, "copies must be at least 1", copies);
    check(steps >= 1, "steps must be at least 1", steps);
    check(updates >= 1, "updates must be at least 1", updates);
    check(minibatch >= 1, "minibatch must be at least 1", minibatch);
    check(memory >= minibatch, "memory must hold a minibatch of " + minibatch, memory);
    check(learningStarts >= 0, "learningStarts must be at least 0", learningStarts);
  }

  private static void check(boolean holds, String rule, int found) {
    if (!holds) {
      throw new IllegalArgumentException("a round's " + rule + ", but was " + found);
    }
  }

  /// Of a learner that is given all its steps at the start and plays none.
  public static Rounds recorded(int minibatch) {
    return new Rounds(1, 1, 1, minibatch, Integer.MAX_VALUE, 0);
  }

  /// The same with other sizes.
  public Rounds withSizes(int copies, int steps, int updates, int minibatch) {
    return new Rounds(copies, steps, updates, minibatch, memory, learningStarts);
  }

  /// The same with another memory, which begins to be learned from at another time.
  public Rounds withMemory(int memory, int learningStarts) {
    return new Rounds(copies, steps, updates, minibatch, memory, learningStarts);
  }
}
