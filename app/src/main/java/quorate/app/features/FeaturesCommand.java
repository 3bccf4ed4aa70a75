package quorate.app.features;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.app.home.Workplace;
import quorate.app.run.PlaybookFile;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;
import quorate.app.terminal.WrongNameException;
import quorate.lake.gold.GoldStore;
import quorate.lake.gold.GoldTable;

/// `quorate features`: what an agent may see, and the tables of what a playbook's agents do see.
@Command(
    name = "features",
    description = "Write the feature tables of playbooks into the lake, or list every feature.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate features btc-sample         its tables, made where they are missing",
      "  ./quorate features acme --trained-until 2023-12-29   have its features moved since?",
      "  ./quorate features --list             every indicator, function and field",
      "  ./quorate features --list macd        all about one, or about a group such as momentum",
      "  ./quorate features --list --json      the same for a machine",
      "  ./quorate features --text news.csv --about AAPL --into data/signals.jsonl"
    })
public final class FeaturesCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Parameters(
      arity = "0..*",
      paramLabel = "<playbook>",
      description =
          "Names in playbooks/, or files; with --list names of indicators or of their groups.")
  private List<String> names = List.of();

  @Option(names = "--list", description = "List the catalogue of features.")
  private boolean list;

  @Option(
      names = "--trained-until",
      paramLabel = "<date>",
      description =
          "Compare the features of later sessions with those up to this one: population stability"
              + " index and Kolmogorov–Smirnov, together and by session.")
  private @Nullable LocalDate trainedUntil;

  @Option(
      names = "--trained-on",
      paramLabel = "<playbook>",
      description = "With --trained-until: what training read, when it was another playbook's.")
  private @Nullable String trainedOn;

  @Option(
      names = "--text",
      paramLabel = "<file>",
      description = "Score a file of dated texts by the lexicon, as signals for data.texts.")
  private @Nullable Path text;

  @Option(
      names = "--into",
      paramLabel = "<file>",
      description = "With --text: where the signals go, one JSON object a line.")
  private @Nullable Path into;

  @Option(
      names = "--form",
      paramLabel = "<form>",
      defaultValue = "posts",
      description =
          "With --text: posts (UTF-8, times in UTC) or headlines (Windows-1252, days of New York);"
              + " ${DEFAULT-VALUE} when left out.")
  private String form = "posts";

  @Option(
      names = "--about",
      paramLabel = "<symbol>",
      description = "With --text: the instrument of texts that name none.")
  private String about = "";

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  FeaturesCommand() {}

  @Override
  public Integer call() {
    if (list) {
      CatalogueListing listing = CatalogueListing.of(names);
      screen.json(listing.toJson());
      screen.line(listing.text().stripTrailing());
      return ExitCode.DONE;
    }
    if (text != null) {
      if (into == null) {
        throw new WrongNameException(
            "--text needs --into, the file that signals are written to, but it was left out");
      }
      new ScoredTexts(form, about).write(text, into, screen);
      return ExitCode.DONE;
    }
    if (names.isEmpty()) {
      throw new WrongNameException(
          "a playbook must be named, or --list asked for, but there was neither");
    }
    List<PlaybookFile> files = names.stream().map(this::playbook).toList();
    PlaybookTables tables = new PlaybookTables(workplace, screen);
    if (trainedUntil == null) {
      if (trainedOn != null) {
        throw new WrongNameException(
            "--trained-on needs --trained-until, the last session that training read, but it was left out");
      }
      files.forEach(tables::make);
      return ExitCode.DONE;
    }
    boolean moved = false;
    for (PlaybookFile file : files) {
      for (DriftReport report : reports(tables, file, trainedUntil)) {
        screen.json(report.toJson());
        screen.line(report.text());
        moved |= report.hasMoved();
      }
    }
    return moved ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private PlaybookFile playbook(String name) {
    var folder = workplace.at(workplace.settings().storage().playbooks());
    return PlaybookFile.find(folder, name, () -> workplace.lake().datasets());
  }

  private List<DriftReport> reports(PlaybookTables tables, PlaybookFile file, LocalDate until) {
    GoldStore gold = workplace.gold();
    List<GoldTable> trained = trainedOn == null ? List.of() : tables.of(playbook(trainedOn));
    List<DriftReport> reports = new ArrayList<>();
    for (GoldTable table : tables.of(file)) {
      GoldTable reference = trainedOn == null ? table : sameOf(table, trained);
      reports.add(DriftReport.of(gold, table, reference, until));
    }
    return reports;
  }

  /// The table of the same timeframe, and of the same instrument where there is one.
  private GoldTable sameOf(GoldTable table, List<GoldTable> trained) {
    String timeframe = table.lineage().timeframe();
    List<GoldTable> same =
        trained.stream()
            .filter(each -> each.lineage().timeframe().equals(timeframe))
            .filter(each -> each.lineage().columnNames().containsAll(table.lineage().columnNames()))
            .toList();
    return same.stream()
        .filter(each -> each.lineage().symbol().equals(table.lineage().symbol()))
        .findFirst()
        .or(() -> same.stream().findFirst())
        .orElseThrow(() ->
            new WrongNameException(
                "--trained-on must have a table of %s with the features of %s, but %s has none"
                    .formatted(timeframe, table.lineage().playbook(), trainedOn)));
  }
}
