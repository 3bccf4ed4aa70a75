package quorate.app.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.app.home.Workplace;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.DataSection;
import quorate.engine.playbook.Playbook;
import quorate.lake.Dataset;
import quorate.lake.Lake;
import quorate.lake.TapedDataset;
import quorate.lake.gold.SurroundingInputs;
import quorate.lake.silver.RowKind;
import quorate.lake.store.LakeException;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.SessionCalendar;
import quorate.market.feed.Feed;
import quorate.market.feed.MergedFeed;
import quorate.market.instrument.InstrumentCatalogue;

/// What a playbook reads: market events, on tapes, and the files of what surrounds them.
///
/// @param instruments of the run, with the terms their rows are scaled by, in the playbook's order
/// @param tapes one for each instrument
/// @param surroundings what features may look at besides
/// @param references what the run's own tape says it read: first of the tapes, then of the files
public record RunInputs(
    Instruments instruments,
    List<TapedDataset> tapes,
    SurroundingInputs surroundings,
    List<InputReferenced> references) {
  private static final int LISTED = 12;

  /// Finds the data sets in the lake and makes their tapes where they are missing; they begin with
  /// the sessions that the features are warmed up with.
  ///
  /// @throws WrongNameException when a data set is not there, or is not the only one
  public static RunInputs of(Playbook playbook, Workplace workplace, Screen screen) {
    DataSection data = playbook.data();
    Lake lake = workplace.lake();
    requireHeld(data, lake.datasets(), workplace.instruments());
    List<Dataset> datasets =
        data.instruments().stream().map(symbol -> dataset(data, symbol, lake)).toList();
    List<TapedDataset> tapes = new ArrayList<>();
    for (Dataset dataset : datasets) {
      SessionCalendar calendar = Calendars.named(dataset.instrument().calendar());
      long fromNs = data.from().map(calendar::openOf).orElse(Long.MIN_VALUE);
      long toNs = data.to().map(date -> calendar.openOf(date.plusDays(1))).orElse(Long.MAX_VALUE);
      if (fromNs >= endOf(dataset) || toNs <= dataset.firstNs()) {
        throw new WrongNameException(
            "data.from and data.to must reach into the data, but they ask for %s to %s, and %s are from %s to %s"
                .formatted(
                    data.from().map(LocalDate::toString).orElse("the first there is"),
                    data.to().map(LocalDate::toString).orElse("the last there is"),
                    dataset,
                    SessionDates.dateOf(calendar, dataset.firstNs()),
                    SessionDates.dateOf(calendar, dataset.lastNs() - 1)));
      }
      int warmUp = playbook.features().warmUpSessions();
      long warmUpNs = data.from().map(date -> calendar.openOf(date, warmUp)).orElse(Long.MIN_VALUE);
      tapes.add(
          tape(
              lake,
              dataset,
              Math.max(warmUpNs, dataset.firstNs()),
              Math.min(toNs, endOf(dataset)),
              screen));
    }
    return of(playbook, tapes, workplace, screen);
  }

  /// Finds what a run has read, whatever else the lake holds by now.
  ///
  /// @param recorded the run's inputs, the first ones for the instruments of its playbook
  /// @throws StopException when the lake no longer holds it
  static RunInputs again(
      Playbook playbook, List<InputReferenced> recorded, Workplace workplace, Screen screen) {
    Lake lake = workplace.lake();
    List<TapedDataset> tapes = new ArrayList<>();
    for (InputReferenced input : recorded.subList(0, playbook.data().instruments().size())) {
      Dataset dataset =
          lake.datasets().stream()
              .filter(each -> each.toString().equals(input.source()))
              .findFirst()
              .orElseThrow(() ->
                  new StopException(
                      "the lake must hold the data that the run has read, but it holds no %s; ingest the run's files again"
                          .formatted(input.source())));
      tapes.add(tape(lake, dataset, input.fromNs(), input.toNs(), screen));
    }
    return of(playbook, tapes, workplace, screen);
  }

  private static RunInputs of(
      Playbook playbook, List<TapedDataset> tapes, Workplace workplace, Screen screen) {
    SurroundingInputs surroundings =
        SurroundingFiles.read(playbook.data(), tapes, workplace, screen);
    List<InputReferenced> references =
        new ArrayList<>(tapes.stream().map(RunInputs::reference).toList());
    references.addAll(surroundings.references());
    return new RunInputs(
        Instruments.of(tapes.stream().map(tape -> tape.dataset().instrument()).toList()),
        tapes,
        surroundings,
        references);
  }

  /// The first instant at which nothing of a data set lies.
  private static long endOf(Dataset dataset) {
    return dataset.kind() == RowKind.BARS ? dataset.lastNs() : dataset.lastNs() + 1;
  }

  /// A symbol that cannot be read is refused in words that help: it is not declared, or nothing of
  /// it was ingested.
  private static void requireHeld(
      DataSection data, List<Dataset> held, InstrumentCatalogue catalogue) {
    TreeSet<String> symbols = new TreeSet<>(held.stream().map(Dataset::symbol).toList());
    for (String symbol : data.instruments()) {
      if (!symbols.contains(symbol)) {
        throw new WrongNameException(
            "data.instruments must name what the lake holds, but \"%s\" %s; the lake holds %s%s"
                .formatted(
                    symbol,
                    catalogue.contains(symbol)
                        ? "was never ingested"
                        : "is not declared, and nothing of it was ingested",
                    symbols.isEmpty()
                        ? "nothing yet: ./quorate ingest fills it"
                        : shortened(symbols),
                    Settings.nearest(symbol, symbols)));
      }
    }
    if (data.from().isPresent()
        && data.to().isPresent()
        && data.from().get().isAfter(data.to().get())) {
      throw new WrongNameException(
          "data.from must not be after data.to, but was %s and %s"
              .formatted(data.from().get(), data.to().get()));
    }
  }

  private static String shortened(Set<String> symbols) {
    String first = String.join(", ", symbols.stream().limit(LISTED).toList());
    return symbols.size() > LISTED
        ? "%s and %d more".formatted(first, symbols.size() - LISTED)
        : first;
  }

  private static Dataset dataset(DataSection data, String symbol, Lake lake) {
    RowKind kind =
        switch (data.kind()) {
          case TRADE -> RowKind.TRADES;
          case QUOTE -> RowKind.QUOTES;
          case BAR -> RowKind.BARS;
        };
    HeldData.requireKind(data, symbol, lake.datasets());
    String timeframe = data.barTimeframe().map(Object::toString).orElse("");
    if (data.dataset().isEmpty()) {
      try {
        return lake.dataset(symbol, kind, timeframe);
      } catch (LakeException unclear) {
        throw unclear.problem() == LakeException.Problem.UNCLEAR
            ? new WrongNameException(String.valueOf(unclear.getMessage()), unclear)
            : unclear;
      }
    }
    String name = data.dataset().get();
    List<Dataset> named =
        lake.datasets().stream()
            .filter(each -> each.symbol().equals(symbol) && each.kind() == kind)
            .filter(each -> each.timeframe().equals(timeframe))
            .filter(each ->
                name.equals(each.dataset()) || name.equals(each.source() + "/" + each.dataset()))
            .toList();
    if (named.size() > 1) {
      throw new WrongNameException(
          "data.dataset must name one data set, but \"%s\" is in several sources: %s; write source/name"
              .formatted(name, named));
    }
    if (named.isEmpty()) {
      throw new WrongNameException(
          "data.dataset must be one of the lake's, but it holds no %s of %s in \"%s\"; it has %s"
              .formatted(
                  (timeframe + " " + kind.folder()).strip(),
                  symbol,
                  name,
                  lake.datasets().stream().filter(each -> each.symbol().equals(symbol)).toList()));
    }
    return named.getFirst();
  }

  private static TapedDataset tape(
      Lake lake, Dataset dataset, long fromNs, long toNs, Screen screen) {
    TapedDataset tape;
    try (Progress progress = screen.progress("tape " + dataset.symbol(), dataset.rows())) {
      tape = lake.tape(dataset, fromNs, toNs, progress::at);
    }
    if (tape.hidden() > 0) {
      screen.remark(
          "quorate: %,d rows of %s are hidden by later files with the same times"
              .formatted(tape.hidden(), dataset));
    }
    return tape;
  }

  private static InputReferenced reference(TapedDataset tape) {
    return new InputReferenced(
        tape.fromNs(),
        tape.dataset().toString(),
        tape.checksum(),
        tape.fromNs(),
        tape.toNs(),
        tape.events());
  }

  /// All events in the order of time; close it.
  Feed feed() {
    List<Feed> feeds = tapes.stream().map(tape -> tape.feed(instruments)).toList();
    return feeds.size() == 1 ? feeds.getFirst() : new MergedFeed(feeds);
  }

  /// Number of events, for a progress bar.
  long events() {
    return tapes.stream().mapToLong(TapedDataset::events).sum();
  }
}
