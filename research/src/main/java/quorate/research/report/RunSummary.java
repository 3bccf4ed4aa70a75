package quorate.research.report;

import java.util.List;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.Performance;

/// One run in a list of several.
///
/// @param title for a person
/// @param playbook its name
/// @param report where its report lies, relative to the list, with `/` between folders
/// @param equity of the account
/// @param performance measured
/// @param troubles of the council's members that cannot be meant, a sentence each; often none
/// @param idle why it did not trade, part of a sentence; empty when it traded
public record RunSummary(
    String title,
    String playbook,
    String report,
    EquityCurve equity,
    Performance performance,
    List<String> troubles,
    String idle) {
  public RunSummary {
    troubles = List.copyOf(troubles);
  }

  public static RunSummary of(RunReport report, String where) {
    return new RunSummary(
        report.title(),
        report.playbook(),
        where,
        report.track().equity(),
        report.performance(),
        MemberNotes.troubles(report.council()),
        IdleReason.of(report));
  }
}
