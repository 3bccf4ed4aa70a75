package quorate.learning.run;

import org.jspecify.annotations.Nullable;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// How far a run has come, besides what its learner knows of itself; it opens a checkpoint.
///
/// @param seconds of all processes so far
/// @param cpuSeconds the same of processor time
/// @param bestAt steps at the best evaluation
/// @param evaluationsSinceBest evaluations since then
/// @param enough why the run is to end before its last step, where it is
/// @param best the best evaluation; none before the first
record Standing(
    double seconds,
    double cpuSeconds,
    long bestAt,
    int evaluationsSinceBest,
    @Nullable String enough,
    @Nullable Evaluation best) {

  void save(StateWriter out) {
    out.mark("run");
    out.number(seconds);
    out.number(cpuSeconds);
    out.number(bestAt);
    out.number(evaluationsSinceBest);
    out.text(enough == null ? "" : enough);
    out.flag(best != null);
    if (best != null) {
      out.number(best.episodes());
      out.number(best.meanReturn());
      out.number(best.deviation());
      out.number(best.meanLength());
    }
  }

  static Standing load(StateReader in) {
    in.mark("run");
    double seconds = in.real();
    double cpuSeconds = in.real();
    long bestAt = in.longInteger();
    int evaluationsSinceBest = in.integer();
    String reason = in.text();
    Evaluation best =
        in.flag() ? new Evaluation(in.integer(), in.real(), in.real(), in.real()) : null;
    return new Standing(
        seconds, cpuSeconds, bestAt, evaluationsSinceBest, reason.isEmpty() ? null : reason, best);
  }
}
