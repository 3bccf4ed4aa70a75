package quorate.research.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quorate.domain.Verdict;
import quorate.research.council.CouncilSummary;
import quorate.research.page.Figures;

/// Why a run did not trade: which gate let nothing through.
final class IdleReason {
  private IdleReason() {}

  /// Part of a sentence; empty when the run traded, or when nobody was asked.
  static String of(RunReport report) {
    CouncilSummary council = report.council();
    if (!report.track().fills().isEmpty() || council.asked() == 0) {
      return "";
    }
    int acts = council.stood().getOrDefault(Verdict.ACT, 0);
    String quorate =
        "the council was quorate on %s of %s bars"
            .formatted(Figures.count(acts), Figures.count(council.asked()));
    if (acts == 0) {
      return quorate + missed(council) + hint(report);
    }
    long refused = report.refusals().stream().mapToLong(RunReport.Refusals::count).sum();
    if (refused > 0) {
      RunReport.Refusals most = report.refusals().getFirst();
      return "%s, but risk refused %s, the first by %s: %s"
          .formatted(
              quorate,
              refused == 1
                  ? "its only order"
                  : "all " + Figures.count((double) refused) + " orders",
              most.rule(),
              most.example());
    }
    return council.flatActs() == acts
        ? quorate + ", each time for holding nothing"
        : quorate + ", but what it asked for came to less than one lot, or found no fill";
  }

  /// What was missing, most frequent first.
  private static String missed(CouncilSummary council) {
    List<Map.Entry<Verdict, Integer>> others =
        new ArrayList<>(
            council.stood().entrySet().stream().filter(each -> each.getValue() > 0).toList());
    others.sort(Map.Entry.<Verdict, Integer>comparingByValue().reversed());
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Verdict, Integer> each : others) {
      parts.add(
          each.getKey().sentence()
              + (others.size() == 1 ? "" : " on " + Figures.count(each.getValue())));
    }
    return ", because " + String.join(", ", parts);
  }

  /// The usual reason has a usual remedy.
  private static String hint(RunReport report) {
    CouncilSummary council = report.council();
    int disagreed = council.stood().getOrDefault(Verdict.NO_AGREEMENT, 0);
    boolean flat = council.members().stream().anyMatch(member -> member.flat() > 0);
    boolean sided =
        council.members().stream().anyMatch(member -> member.rising() + member.falling() > 0);
    boolean vetoed =
        report.settings().stream()
            .anyMatch(each -> each.key().equals("council.flat") && each.value().startsWith("side"));
    return vetoed && flat && sided && 2 * disagreed > council.asked()
        ? " (a flat view is a vote of its own here; council.flat: yields lets it give way)"
        : "";
  }
}
