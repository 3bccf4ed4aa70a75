package quorate.app.run;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import quorate.app.home.Workplace;
import quorate.app.terminal.Screen;

/// `quorate backtest`: a playbook over recorded data, with costs, into a run folder with a report.
@Command(
    name = "backtest",
    description = "Run playbooks over the lake's data; each leaves runs/<id>/ with its report.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate backtest btc-sample             a playbook of playbooks/",
      "  ./quorate backtest my/own.yaml --json     any file; the result for a machine"
    })
public final class BacktestCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Parameters(
      arity = "1..*",
      paramLabel = "<playbook>",
      description = "Names in playbooks/, or files.")
  private List<String> playbooks;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  BacktestCommand() {}

  @Override
  public Integer call() {
    Backtest backtest = new Backtest(workplace, screen, Clock.systemUTC());
    var folder = workplace.at(workplace.settings().storage().playbooks());
    List<PlaybookFile> files =
        playbooks.stream()
            .map(name -> PlaybookFile.find(folder, name, () -> workplace.lake().datasets()))
            .toList();
    return RunList.show(files.stream().map(backtest::run).toList(), screen);
  }
}
