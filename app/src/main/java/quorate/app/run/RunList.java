package quorate.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.research.report.ConsoleSummary;
import quorate.research.report.RunSummary;
import quorate.research.report.SummaryReport;

/// Finished runs as a person or a machine is told of them.
final class RunList {
  private RunList() {}

  /// A table with a sentence on each, and where their reports are; or one object a line.
  ///
  /// @return the exit code: with findings when a member of a council failed
  static int show(List<FinishedRun> runs, Screen screen) {
    runs.forEach(run -> screen.json(run.asMap()));
    screen.line(
        ConsoleSummary.of(
                runs.stream().map(run -> RunSummary.of(run.report(), run.folder().id())).toList(),
                Screen.isTerminal())
            .stripTrailing());
    for (FinishedRun run : runs) {
      String refused = RefusedOrders.of(run.report()).sentence();
      if (!refused.isEmpty()) {
        screen.line("%s: %s.".formatted(run.report().playbook(), refused));
      }
    }
    runs.forEach(run -> screen.line("Report: " + run.shownReport()));
    return runs.stream().anyMatch(FinishedRun::hasFailures) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  /// Writes a page that links the reports of runs that lie beside it.
  static void write(String title, List<FinishedRun> runs, Path file) {
    try {
      SummaryReport.write(
          title,
          runs.stream()
              .map(run ->
                  RunSummary.of(
                      run.report(), run.folder().id() + "/" + run.folder().report().getFileName()))
              .toList(),
          file);
    } catch (IOException e) {
      throw new StopException("summary cannot be written to " + file + ": " + e, e);
    }
  }
}
