package quorate.research.council;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quorate.domain.Decision;
import quorate.domain.Verdict;

/// What the council decided over a run.
///
/// @param verdicts how many votes that said something new ended each way; every verdict is there
/// @param stood on how many of the bars it was asked on each verdict stood; every verdict is there
/// @param flatActs bars on which it was quorate for holding nothing
/// @param members in the playbook's order
/// @param surest the acts with the highest confidence, in order of time
public record CouncilSummary(
    Map<Verdict, Integer> verdicts,
    Map<Verdict, Integer> stood,
    int flatActs,
    List<MemberSummary> members,
    List<Decision> surest) {
  public CouncilSummary {
    verdicts = whole(verdicts);
    stood = whole(stood);
    members = List.copyOf(members);
    surest = List.copyOf(surest);
  }

  private static Map<Verdict, Integer> whole(Map<Verdict, Integer> counts) {
    Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      all.put(verdict, counts.getOrDefault(verdict, 0));
    }
    return Collections.unmodifiableMap(all);
  }

  /// Bars that it was asked on.
  public int asked() {
    return stood.values().stream().mapToInt(Integer::intValue).sum();
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
