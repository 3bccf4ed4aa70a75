package quorate.app.create;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.app.draft.DraftFile;
import quorate.app.draft.PlaybookDraft;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;

/// `quorate new playbook`: a trading system for the data in the lake, to be changed by the user.
@Command(
    name = "playbook",
    description = {
      "Write a commented playbook for data of the lake: two agents in council, costs and limits.",
      "Where the lake holds several data sets, --symbol or --data says which; without them the one",
      "that is called like the playbook is taken, or whose symbol is."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate new playbook acme                  writes playbooks/acme.yaml",
      "  ./quorate new playbook es --symbol ESH0 --data kibot/futures-trades"
    })
public final class NewPlaybookCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Parameters(paramLabel = "<name>", description = "Lower-case letters, digits and dashes.")
  private String name;

  @Option(names = "--symbol", paramLabel = "<symbol>", description = "What it trades.")
  private String symbol = "";

  @Option(
      names = "--data",
      paramLabel = "<data set>",
      description = "Which data set of the lake it reads: its name, or source/name.")
  private String data = "";

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  NewPlaybookCommand() {}

  @Override
  public Integer call() {
    Path folder = workplace.at(workplace.settings().storage().playbooks());
    DraftFile.requireFree(folder, name);
    PlaybookDraft draft = PlaybookDraft.of(name, symbol, data, workplace.lake());
    Path written = DraftFile.write(folder, name, draft.text());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("playbook", name);
    result.put("written", Home.shown(written));
    result.put("data", draft.data().toString());
    screen.json(result);
    screen.line("wrote %s, which trades %s".formatted(Home.shown(written), draft.data()));
    screen.line("");
    screen.line("Look it through, then:");
    screen.line("  ./quorate backtest " + name);
    return ExitCode.DONE;
  }
}
