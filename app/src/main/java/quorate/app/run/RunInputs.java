package quorate.app.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.engine.playbook.DataSection;
import quorate.lake.Dataset;
import quorate.lake.Lake;
import quorate.lake.TapedDataset;
import quorate.lake.silver.RowKind;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.SessionCalendar;
import quorate.market.feed.Feed;
import quorate.market.feed.MergedFeed;

/// The market events a playbook reads, on tapes.
///
/// @param instruments of the run, with the terms their rows are scaled by, in the playbook's order
/// @param tapes one for each instrument
/// @param references what the run's own tape says it read
record RunInputs(
    Instruments instruments, List<TapedDataset> tapes, List<InputReferenced> references) {

  /// Finds the data sets in the lake and makes their tapes where they are missing.
  ///
  /// @throws quorate.lake.store.LakeException when a data set is not there, or is not the only one
  static RunInputs of(DataSection data, Lake lake, Screen screen) {
    List<Dataset> datasets =
        data.instruments().stream().map(symbol -> dataset(data, symbol, lake)).toList();
    List<TapedDataset> tapes = new ArrayList<>();
    List<InputReferenced> references = new ArrayList<>();
    for (Dataset dataset : datasets) {
      SessionCalendar calendar = Calendars.named(dataset.instrument().calendar());
      long fromNs =
          data.from().map(date -> SessionDates.openOf(calendar, date)).orElse(Long.MIN_VALUE);
      long toNs =
          data.to()
              .map(date -> SessionDates.openOf(calendar, date.plusDays(1)))
              .orElse(Long.MAX_VALUE);
      if (fromNs > dataset.lastNs() || toNs <= dataset.firstNs()) {
        throw new StopException(
            "data.from and data.to must reach into the data, but %s lies outside %s to %s"
                .formatted(dataset, shown(data.from()), shown(data.to())));
      }
      TapedDataset tape = tape(lake, dataset, fromNs, toNs, screen);
      if (tape.hidden() > 0) {
        screen.remark(
            "quorate: %,d rows of %s are hidden by later files with the same times"
                .formatted(tape.hidden(), dataset));
      }
      tapes.add(tape);
      references.add(reference(tape, Math.max(fromNs, dataset.firstNs())));
    }
    return new RunInputs(
        Instruments.of(datasets.stream().map(Dataset::instrument).toList()), tapes, references);
  }

  private static String shown(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("…");
  }

  private static Dataset dataset(DataSection data, String symbol, Lake lake) {
    RowKind kind =
        switch (data.kind()) {
          case TRADE -> RowKind.TRADES;
          case QUOTE -> RowKind.QUOTES;
          case BAR -> RowKind.BARS;
        };
    String timeframe = data.barTimeframe().map(Object::toString).orElse("");
    if (data.dataset().isEmpty()) {
      return lake.dataset(symbol, kind, timeframe);
    }
    String name = data.dataset().get();
    return lake.datasets().stream()
        .filter(each -> each.symbol().equals(symbol) && each.kind() == kind)
        .filter(each -> each.timeframe().equals(timeframe))
        .filter(each ->
            name.equals(each.dataset()) || name.equals(each.source() + "/" + each.dataset()))
        .findFirst()
        .orElseThrow(() ->
            new StopException(
                "data.dataset must be one of the lake's, but it holds no %s of %s in \"%s\"; it has %s"
                    .formatted(
                        (timeframe + " " + kind.folder()).strip(), symbol, name, lake.datasets())));
  }

  private static TapedDataset tape(
      Lake lake, Dataset dataset, long fromNs, long toNs, Screen screen) {
    try (Progress progress = screen.progress("tape " + dataset.symbol(), dataset.rows())) {
      return lake.tape(dataset, fromNs, toNs, progress::at);
    }
  }

  private static InputReferenced reference(TapedDataset tape, long firstNs) {
    Dataset dataset = tape.dataset();
    return new InputReferenced(
        firstNs,
        dataset.toString(),
        tape.checksum(),
        firstNs,
        Math.min(tape.toNs(), dataset.lastNs()),
        tape.rows());
  }

  /// All events in the order of time; close it.
  Feed feed() {
    List<Feed> feeds = tapes.stream().map(tape -> tape.feed(instruments)).toList();
    return feeds.size() == 1 ? feeds.getFirst() : new MergedFeed(feeds);
  }

  /// Number of events, for a progress bar; what lies outside the dates included.
  long events() {
    return tapes.stream().mapToLong(TapedDataset::rows).sum();
  }
}
