package quorate.research.council;

import java.util.OptionalDouble;

/// What one member of the council said over a run.
///
/// @param member name in the playbook
/// @param weight voting weight
/// @param rising stances for a rising price
/// @param falling stances for a falling price
/// @param flat stances for being flat
/// @param noView when it looked and had no view
/// @param warmingUp when it could not look yet
/// @param failed when it threw or gave back no opinion
/// @param meanConfidence of its stances, 0 to 1; empty without one
/// @param agreement share of the council's acts, among those it voted in, that went its way; empty
///   without one
public record MemberSummary(
    String member,
    double weight,
    int rising,
    int falling,
    int flat,
    Abstentions noView,
    Abstentions warmingUp,
    Abstentions failed,
    OptionalDouble meanConfidence,
    OptionalDouble agreement) {

  public int opinions() {
    return rising + falling + flat + abstentions();
  }

  /// Votes without a view, whatever the cause.
  public int abstentions() {
    return noView.votes() + warmingUp.votes() + failed.votes();
  }
}
