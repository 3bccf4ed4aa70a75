package quorate.learning.run;

import org.jspecify.annotations.Nullable;

/// How a run is watched, kept and ended; what the algorithm learns with is the algorithm's.
///
/// @param steps of all copies of the environment, at least 1; the last round may go beyond
/// @param logEvery steps between two lines of figures
/// @param checkpointEvery steps between two checkpoints
/// @param evaluateEvery steps between two evaluations
/// @param episodes of one evaluation, 1 to [#MOST_EPISODES]; each has a copy of the world
/// @param stopAtReturn an evaluation's mean return that is enough; never when there is none
/// @param patience evaluations without a better one after which the run stops; 0 for never
/// @param lossBound the run has diverged when a loss is further from 0
public record RunSettings(
    long steps,
    long logEvery,
    long checkpointEvery,
    long evaluateEvery,
    int episodes,
    @Nullable Double stopAtReturn,
    int patience,
    double lossBound) {
  /// Mean returns are known to a hundredth of their deviation by then.
  public static final int MOST_EPISODES = 10_000;

  public RunSettings {
    atLeast("steps", 1, steps);
    atLeast("steps between figures", 1, logEvery);
    atLeast("steps between checkpoints", 1, checkpointEvery);
    atLeast("steps between evaluations", 1, evaluateEvery);
    if (episodes < 1 || episodes > MOST_EPISODES) {
      throw new IllegalArgumentException(
          "episodes of an evaluation must be from 1 to %,d, but were %,d"
              .formatted(MOST_EPISODES, episodes));
    }
    atLeast("patience", 0, patience);
    if (!(lossBound > 0)) {
      throw new IllegalArgumentException(
          "the bound of a loss must be above 0, but was " + lossBound);
    }
    if (stopAtReturn != null && !Double.isFinite(stopAtReturn)) {
      throw new IllegalArgumentException(
          "the return to stop at must be finite, but was " + stopAtReturn);
    }
  }

  private static void atLeast(String what, long least, long found) {
    if (found < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, but was %d".formatted(what, least, found));
    }
  }

  /// Figures every 1,000 steps, a checkpoint and an evaluation of 20 episodes every 10,000, no
  /// early stop; a loss beyond 10⁹ is one that explodes (squared errors of Pendulum begin near
  /// 10⁵).
  public static RunSettings defaults(long steps) {
    return new RunSettings(steps, 1_000, 10_000, 10_000, 20, null, 0, 1e9);
  }
}
