package quorate.learning.dqn;

import quorate.learning.optimiser.Schedule;

/// How often a choice is made at random, ε.
///
/// @param explorationShare share of all steps over which ε falls in a line, above 0 and at most 1
/// @param explorationFirst ε at the start, 0…1
/// @param explorationLast ε at the end of the fall, 0…1
public record Exploration(
    double explorationShare, double explorationFirst, double explorationLast) {
  public Exploration {
    check(
        isShare(explorationShare) && explorationShare > 0,
        "explorationShare must be above 0 and at most 1",
        explorationShare);
    check(isShare(explorationFirst), "explorationFirst must be from 0 to 1", explorationFirst);
    check(isShare(explorationLast), "explorationLast must be from 0 to 1", explorationLast);
  }

  private static boolean isShare(double x) {
    return x >= 0 && x <= 1;
  }

  private static void check(boolean holds, String rule, double found) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", but was " + found);
    }
  }

  /// ε over the steps.
  Schedule schedule() {
    return new Schedule.Linear(explorationFirst, explorationLast, explorationShare);
  }
}
