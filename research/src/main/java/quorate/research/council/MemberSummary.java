package quorate.research.council;

import java.util.OptionalDouble;

/// What one member of the council said over a run.
///
/// @param member name in the playbook
/// @param weight voting weight
/// @param rising stances for a rising price
/// @param falling stances for a falling price
/// @param flat stances for being flat
/// @param abstentions without a view
/// @param meanConfidence of its stances, 0 to 1; empty without one
/// @param agreement share of the council's acts, among those it voted in, that went its way; empty
///   without one
public record MemberSummary(
    String member,
    double weight,
    int rising,
    int falling,
    int flat,
    int abstentions,
    OptionalDouble meanConfidence,
    OptionalDouble agreement) {

  public int opinions() {
    return rising + falling + flat + abstentions;
  }
}
