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
import quorate.app.draft.MappingDraft;
import quorate.app.draft.SymbolGuess;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;
import quorate.market.quality.QualitySummary;

/// `quorate new mapping`: how a file of the user's own reads, guessed from its first lines.
@Command(
    name = "mapping",
    description = {
      "Look at a file of trades, quotes or bars and write a commented mapping for it.",
      "It is tried on the file's first rows; what is a guess says so in the file.",
      "Exits with 3 when it could not read them."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate new mapping acme.csv                     writes mappings/acme.yaml",
      "  ./quorate new mapping es-2024.csv.gz --symbol ES   the symbol is not in the file's name"
    })
public final class NewMappingCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Parameters(paramLabel = "<file>", description = "Delimited text, plain, .gz or .zip.")
  private Path file;

  @Option(
      names = "--symbol",
      paramLabel = "<symbol>",
      description = "Whose rows they are; taken from the file's name when left out.")
  private String symbol = "";

  @Option(
      names = "--name",
      paramLabel = "<name>",
      description = "Of the mapping; the file's name when left out.")
  private String name = "";

  @Option(
      names = "--source",
      paramLabel = "<source>",
      description = "Who the file comes from, a folder's name in the lake; ${DEFAULT-VALUE}.")
  private String source = "own";

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  NewMappingCommand() {}

  @Override
  public Integer call() {
    MappingDraft draft =
        MappingDraft.of(
            file, new MappingDraft.Wishes(name, source, symbol), workplace.instruments());
    Path written =
        DraftFile.write(
            workplace.at(workplace.settings().data().mappings()), draft.name(), draft.text());
    tellMachine(draft, written);
    boolean reads = draft.problem().isEmpty() && draft.trial().accepted() > 0;
    screen.line(
        "wrote %s%s: %s"
            .formatted(
                Home.shown(written),
                reads ? "" : ", which does not read the file yet",
                draft.summary()));
    screen.line("  " + (draft.problem().isEmpty() ? judged(draft.trial()) : draft.problem()));
    screen.line("");
    screen.line("Look it through, then:");
    draft.symbol().filter(guess -> !guess.isDeclared()).ifPresent(this::askToDeclare);
    screen.line("  ./quorate ingest %s --mapping %s".formatted(Home.shown(file), draft.name()));
    screen.line(
        "  ./quorate new playbook %s --symbol %s --data %s"
            .formatted(
                draft.name(),
                draft.symbol().map(SymbolGuess::symbol).orElse("<one of them>"),
                draft.data()));
    return reads ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private static String judged(QualitySummary trial) {
    return "tried on the first %,d rows: %,d accepted%s"
        .formatted(
            trial.read(),
            trial.accepted(),
            trial.rejected() == 0
                ? ""
                : ", set aside " + QualitySummary.listed(trial.quarantined()));
  }

  private void askToDeclare(SymbolGuess guess) {
    screen.line(
        "  write into %s, because %s is not declared (docs/instruments.md):"
            .formatted(
                Home.shown(workplace.at(workplace.settings().data().instruments())),
                guess.symbol()));
    guess.declaration().lines().forEach(line -> screen.line("    " + line));
  }

  private void tellMachine(MappingDraft draft, Path written) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("mapping", draft.name());
    result.put("written", Home.shown(written));
    result.put("rows", draft.summary());
    result.put("tried", draft.trial().read());
    result.put("accepted", draft.trial().accepted());
    result.put("problem", draft.problem());
    result.put(
        "declare",
        draft
            .symbol()
            .filter(guess -> !guess.isDeclared())
            .map(SymbolGuess::declaration)
            .orElse(""));
    screen.json(result);
  }
}
