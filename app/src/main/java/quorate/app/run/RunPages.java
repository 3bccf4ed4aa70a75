package quorate.app.run;

import java.io.IOException;
import java.util.List;
import quorate.app.terminal.StopException;
import quorate.domain.Instrument;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.engine.playbook.Playbook;
import quorate.engine.run.CodeVersion;
import quorate.engine.run.RunFolder;
import quorate.market.calendar.Calendars;
import quorate.research.performance.Performance;
import quorate.research.performance.PerformanceSettings;
import quorate.research.report.HtmlReport;
import quorate.research.report.RunReport;
import quorate.research.report.RunTables;
import quorate.research.run.RecordedRun;

/// Makes the report and the tables of a run from its tape.
///
/// The tape alone is asked, so they can be made again at any time and say what happened, not what a
/// new run would do.
final class RunPages {
  private RunPages() {}

  /// Reads the run and writes `report.html` and the tables into its folder.
  ///
  /// @param laps hears when each is done
  /// @throws quorate.market.tape.TapeException when the tape cannot be read
  static RunReport write(
      RunFolder folder, Playbook playbook, PerformanceSettings settings, Laps laps) {
    RecordedRun run = RecordedRun.read(folder, playbook, Calendars::named);
    RunReport report = report(run, playbook, settings);
    try {
      HtmlReport.write(report, folder.report());
    } catch (IOException e) {
      throw new StopException("report cannot be written to " + folder.path() + ": " + e, e);
    }
    laps.end("report");
    RunTables.write(run.track(), run.orders(), run.instruments(), folder.path());
    laps.end("tables");
    return report;
  }

  private static RunReport report(
      RecordedRun run, Playbook playbook, PerformanceSettings settings) {
    return new RunReport(
        run.manifest().id(),
        playbook.title(),
        playbook.name(),
        origin(run),
        run.track(),
        Performance.of(run.track(), settings),
        run.prices(),
        run.instruments().list().stream().map(Instrument::symbol).toList(),
        run.council(),
        run.funnel(),
        run.refusals(),
        PlaybookSettings.of(playbook, run.instruments()),
        PlaybookWords.assumptions(playbook, run.instruments()));
  }

  private static RunReport.DataOrigin origin(RecordedRun run) {
    List<InputReferenced> inputs = run.manifest().inputs();
    List<String> checksums = inputs.stream().map(InputReferenced::checksum).toList();
    return new RunReport.DataOrigin(
        String.join("; ", inputs.stream().map(InputReferenced::source).toList()),
        checksums.size() == 1
            ? checksums.getFirst()
            : CodeVersion.ofText(String.join("\n", checksums)),
        run.events());
  }
}
