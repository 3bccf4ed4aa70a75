package quorate.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.app.home.Workplace;
import quorate.app.terminal.Interruption;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.engine.BacktestSession;
import quorate.engine.run.CodeVersion;
import quorate.engine.run.Manifest;
import quorate.engine.run.RunFolder;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;
import quorate.market.tape.BackgroundTape;
import quorate.market.tape.Tape;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeWriter;
import quorate.research.performance.PerformanceSettings;
import quorate.research.report.RunReport;

/// Runs a playbook over the lake's data and leaves a whole run folder, or nothing.
final class Backtest {
  private final Workplace workplace;
  private final Screen screen;
  private final Clock clock;

  Backtest(Workplace workplace, Screen screen, Clock clock) {
    this.workplace = workplace;
    this.screen = screen;
    this.clock = clock;
  }

  /// Runs one playbook to its end.
  ///
  /// @return the finished run, report included
  FinishedRun run(PlaybookFile file) {
    Laps laps = new Laps();
    RefusedOrders.unreachable(file.playbook())
        .ifPresent(warning -> screen.remark("quorate: " + warning));
    RunInputs inputs = RunInputs.of(file.playbook(), workplace, screen);
    laps.end("inputs");
    BacktestSession session = session(file, inputs);
    Path runs = workplace.at(workplace.settings().storage().runs());
    try (Interruption _ = Interruption.guarded()) {
      RunFolder begun = RunFolder.begin(runs, file.playbook().name(), clock);
      boolean whole = false;
      try {
        record(begun, file, session, inputs);
        laps.end("session");
        RunReport report = RunPages.write(begun, file.playbook(), performance(), laps);
        RunFolder finished = begun.finish();
        whole = true;
        return new FinishedRun(finished, report, laps);
      } finally {
        if (!whole) {
          // Files refuse an interrupted thread, and the program is ending anyway.
          boolean interrupted = Thread.interrupted();
          begun.discard();
          if (interrupted) {
            Thread.currentThread().interrupt();
          }
        }
      }
    }
  }

  /// A session of a playbook with the agents of this workplace.
  BacktestSession session(PlaybookFile file, RunInputs inputs) {
    return BacktestSession.of(
        file.playbook(),
        inputs.instruments(),
        AgentCatalogue.of(workplace.at(workplace.settings().storage().strategies())),
        Calendars::named,
        inputs.surroundings().surroundings());
  }

  private void record(
      RunFolder folder, PlaybookFile file, BacktestSession session, RunInputs inputs) {
    try {
      Files.copy(file.file(), folder.playbook());
      folder.write(
          new Manifest(
              folder.id(),
              file.playbook().name(),
              clock.instant().toString(),
              CodeVersion.ofClassPath(System.getProperty("java.class.path")),
              CodeVersion.ofFile(file.file()),
              session.strategies(),
              inputs.references()));
    } catch (IOException e) {
      throw new StopException("run cannot be written to " + folder.path() + ": " + e, e);
    }
    TapeHeader header =
        new TapeHeader(inputs.instruments(), Map.of("playbook", file.playbook().name()));
    try (Tape tape = BackgroundTape.over(TapeWriter.record(folder.tape(), header));
        Feed feed = inputs.feed();
        Progress progress = screen.progress(file.playbook().name(), inputs.events())) {
      session.run(feed, inputs.references(), tape, (events, timeNs) -> progress.at(events));
    }
  }

  PerformanceSettings performance() {
    return new PerformanceSettings(workplace.settings().report().riskFreeRatePerYear());
  }
}
