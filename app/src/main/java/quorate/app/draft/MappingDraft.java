package quorate.app.draft;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.app.home.Home;
import quorate.app.terminal.StopException;
import quorate.domain.Instrument;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.SessionCalendar;
import quorate.market.instrument.InstrumentCatalogue;
import quorate.market.quality.QualitySummary;
import quorate.market.quality.Reason;
import quorate.market.source.SourceKind;

/// A mapping guessed from the first lines of a file, with a comment wherever it is a guess.
///
/// It has been tried on those lines before it is handed out.
///
/// @param name of the mapping
/// @param data what its rows will be called in the lake, `source/dataset`
/// @param text of its YAML file
/// @param summary of its rows in a few words
/// @param symbol whose rows they are; empty when the file names several
/// @param trial what became of the first rows
/// @param problem why they could not be read, such as a symbol that is not declared; or empty
public record MappingDraft(
    String name,
    String data,
    String text,
    String summary,
    Optional<SymbolGuess> symbol,
    QualitySummary trial,
    String problem) {
  /// Beyond this share of rows off its grid a series was adjusted or has another tick.
  private static final double OFF_GRID = 0.02;

  private static final int LONGEST_SYMBOL_LIST = 5;

  /// What a user may say instead of a guess.
  ///
  /// @param name of the mapping; empty for the file's
  /// @param source who the file comes from
  /// @param symbol whose rows they are; empty for a guess
  public record Wishes(String name, String source, String symbol) {}

  /// Guesses from the first 2,000 lines.
  ///
  /// @throws StopException when the file is not delimited text, or its columns mean nothing to us
  public static MappingDraft of(Path file, Wishes wishes, InstrumentCatalogue catalogue) {
    SampleText sample = SampleText.of(file);
    SampleTable table = SampleTable.of(sample);
    TimeGuess time =
        TimeGuess.of(table).orElseThrow(() -> unclear(file, "no column reads like a time", table));
    RoleGuess roles =
        RoleGuess.of(table, time)
            .orElseThrow(() -> unclear(file, RoleGuess.lack(table, time), table));
    String dataset = plain(sample.name());
    String name = wishes.name().isEmpty() ? dataset : wishes.name();
    boolean named = roles.symbol().isEmpty() && !roles.isPanel();
    Optional<SymbolGuess> symbol =
        !wishes.symbol().isEmpty()
            ? Optional.of(SymbolGuess.named(wishes.symbol(), catalogue))
            : named ? Optional.of(SymbolGuess.of(sample.name(), catalogue)) : Optional.empty();
    MappingText text = new MappingText(table, time, roles, symbol.map(SymbolGuess::symbol));
    text.origin(wishes.source(), dataset, file.getFileName().toString());
    symbol
        .map(guess -> guess.in(catalogue).find(guess.symbol()))
        .map(Instrument::calendar)
        .map(Calendars::named)
        .ifPresent(calendar -> settleZone(text, time, calendar));
    InstrumentCatalogue known = symbol.map(guess -> guess.in(catalogue)).orElse(catalogue);
    MappingTrial trial = new MappingTrial(sample, known);
    MappingTrial.Outcome judged = trial.of(text.written());
    if (share(judged.judged(), Reason.OFF_GRID) > OFF_GRID) {
      text.keepOffGrid();
      judged = trial.of(text.written());
    }
    return new MappingDraft(
        name,
        wishes.source() + "/" + dataset,
        text.written(),
        summary(table, time, roles, text, symbol),
        symbol,
        judged.judged(),
        judged.problem());
  }

  private static StopException unclear(Path file, String why, SampleTable table) {
    return new StopException(
        "%s cannot be guessed: %s (%s); write its mapping by hand (docs/mappings.md)"
            .formatted(
                Home.shown(file),
                why,
                table.hasNames()
                    ? "it has " + String.join(", ", table.names())
                    : "its first line is " + table.rows().getFirst()));
  }

  /// A file's name as a mapping's and a data set's.
  static String plain(String name) {
    String letters = name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return letters.isEmpty() ? "mine" : letters.toLowerCase(java.util.Locale.ROOT);
  }

  private static double share(QualitySummary judged, Reason reason) {
    return judged.read() == 0
        ? 0
        : (double) judged.quarantined().getOrDefault(reason, 0L) / judged.read();
  }

  /// Of UTC and the exchange's own zone, the one in which more stamps are inside sessions.
  private static void settleZone(MappingText text, TimeGuess time, SessionCalendar calendar) {
    if (time.zoned() || time.isDates()) {
      return;
    }
    long utc = 0;
    long local = 0;
    for (var stamp : time.times()) {
      utc += isOpen(calendar, stamp.toEpochSecond(ZoneOffset.UTC)) ? 1 : 0;
      local += isOpen(calendar, stamp.atZone(calendar.zone()).toEpochSecond()) ? 1 : 0;
    }
    text.zone(local > utc ? calendar.zone().toString() : "UTC");
  }

  private static boolean isOpen(SessionCalendar calendar, long second) {
    return calendar.isOpen(Math.multiplyExact(second, 1_000_000_000L));
  }

  private static String summary(
      SampleTable table,
      TimeGuess time,
      RoleGuess roles,
      MappingText text,
      Optional<SymbolGuess> symbol) {
    String kind = roles.kind().name().toLowerCase(java.util.Locale.ROOT);
    String what = roles.kind() == SourceKind.BARS ? text.span() + " " + kind : kind;
    return what
        + " of "
        + symbol.map(SymbolGuess::symbol).orElseGet(() -> several(table, time, roles));
  }

  private static String several(SampleTable table, TimeGuess time, RoleGuess roles) {
    Set<String> symbols =
        roles.symbol().map(table::column).<Set<String>>map(TreeSet::new).orElseGet(TreeSet::new);
    if (roles.isPanel()) {
      symbols.addAll(table.names());
      time.columns().forEach(column -> symbols.remove(table.names().get(column)));
    }
    List<String> shown = new ArrayList<>(symbols);
    return shown.size() <= LONGEST_SYMBOL_LIST
        ? String.join(", ", shown)
        : shown.size() + " instruments";
  }
}
