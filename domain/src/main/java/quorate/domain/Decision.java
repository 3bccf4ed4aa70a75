package quorate.domain;

import java.util.List;

/// What the council decided about one instrument, with everything a person needs to see why.
///
/// @param instrument number of the instrument in the run
/// @param asOfNs UTC nanoseconds; nothing it rests on is later
/// @param verdict how the vote ended; only [Verdict#ACT] moves anything
/// @param direction −1…1, the weighted mean of the stances; 0 when flat wins or nobody has a stance
/// @param confidence 0…1, the weighted mean confidence of the members on the winning side
/// @param agreement 0…1, the share of voting weight on the winning side
/// @param members what each member said, in the playbook's order
public record Decision(
    int instrument,
    long asOfNs,
    Verdict verdict,
    double direction,
    double confidence,
    double agreement,
    List<MemberOpinion> members) {
  public Decision {
    members = List.copyOf(members);
  }

  public boolean acts() {
    return verdict == Verdict.ACT;
  }
}
