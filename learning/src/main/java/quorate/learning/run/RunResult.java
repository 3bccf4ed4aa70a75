package quorate.learning.run;

import org.jspecify.annotations.Nullable;

/// What came of a run.
///
/// @param end how it ended
/// @param why in words, for people
/// @param steps of all copies
/// @param reached the last weights on seeds that neither training nor any choice has seen; none
///   when the run did not come to its end
/// @param best the best evaluation on the way
/// @param bestAt steps at that evaluation
/// @param seconds of wall-clock time, of all parts of a resumed run
/// @param cpuSeconds of the process, of all parts
/// @param stepsPerSecond evaluations and checkpoints included
public record RunResult(
    End end,
    String why,
    long steps,
    @Nullable Evaluation reached,
    @Nullable Evaluation best,
    long bestAt,
    double seconds,
    double cpuSeconds,
    double stepsPerSecond) {

  /// How a run can end.
  public enum End {
    /// As it was asked to, by its steps or by an early stop.
    FINISHED,
    /// Somebody stopped it; it can go on.
    INTERRUPTED,
    /// Its numbers are none any more.
    DIVERGED
  }
}
