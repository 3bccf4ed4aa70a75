package quorate.app.run;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import quorate.app.home.Workplace;
import quorate.app.terminal.Screen;
import quorate.engine.run.RunFolder;
import quorate.research.performance.PerformanceSettings;
import quorate.research.report.RunReport;

/// `quorate report`: the report of a finished run, made again from its tape.
@Command(
    name = "report",
    description = {
      "Show a finished run and write its report again from its tape.",
      "Without a run the latest one is taken."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate report",
      "  ./quorate report btc-sample-20250101-120000 --json"
    })
public final class ReportCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;
  @Mixin private ChosenRun run;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  ReportCommand() {}

  @Override
  public Integer call() {
    RunFolder folder = run.in(workplace);
    PlaybookFile file = PlaybookFile.read(folder.playbook());
    Laps laps = new Laps();
    RunReport report =
        RunPages.write(
            folder,
            file.playbook(),
            new PerformanceSettings(workplace.settings().report().riskFreeRatePerYear()),
            laps);
    return RunList.show(List.of(new FinishedRun(folder, report, laps)), screen);
  }
}
