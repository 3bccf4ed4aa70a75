package quorate.research.council;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quorate.domain.Decision;
import quorate.domain.Verdict;

/// What the council decided over a run.
///
/// @param verdicts how many votes ended each way; every verdict is there
/// @param members in the playbook's order
/// @param surest the acts with the highest confidence, in order of time
public record CouncilSummary(
    Map<Verdict, Integer> verdicts, List<MemberSummary> members, List<Decision> surest) {
  public CouncilSummary {
    Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      all.put(verdict, verdicts.getOrDefault(verdict, 0));
    }
    verdicts = Collections.unmodifiableMap(all);
    members = List.copyOf(members);
    surest = List.copyOf(surest);
  }

  /// Number of votes.
  public int decisions() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Share of votes that were quorate, 0 without a vote.
  public double quorateShare() {
    int decisions = decisions();
    return decisions == 0 ? 0 : (double) verdicts.getOrDefault(Verdict.ACT, 0) / decisions;
  }
}
