package quorate.lake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.settings.Settings;
import quorate.lake.silver.RowKind;
import quorate.lake.store.Disk;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;
import quorate.market.feed.Feed;
import quorate.market.instrument.InstrumentCatalogue;
import quorate.market.source.Listings;
import quorate.market.source.SourceMapping;

/// A lake in a test's folder, with small files to put into it.
final class TestLake {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2020-01-02T03:04:05Z"), ZoneOffset.UTC);

  /// One future that trades at all times, without reading the catalogue, for quick processes.
  static final Listings PLAIN =
      new Listings(
          symbol ->
              new Instrument(
                  symbol,
                  "TEST",
                  "test",
                  InstrumentKind.FUTURE,
                  25,
                  1,
                  BigDecimal.valueOf(50),
                  Currency.USD,
                  2,
                  0,
                  "24_7"),
          AlwaysOpen::new);

  final Path folder;
  final LakeSettings settings;

  TestLake(Path folder) {
    this.folder = folder;
    LakeSettings defaults = LakeSettings.defaults().in(folder);
    this.settings =
        new LakeSettings(defaults.root(), defaults.tapes(), 128, 1, Duration.ofMillis(100));
  }

  Lake open() {
    return Lake.open(settings, CLOCK);
  }

  Lake open(Disk disk) {
    return Lake.open(settings, CLOCK, disk);
  }

  Path root() {
    return settings.root();
  }

  /// Writes an input file beside the lake.
  Path input(String name, String content) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /// Trades of ESH0, `epoch_ms_utc,price,size`, or another mapping of the same columns.
  static SourceMapping trades() {
    return mapping(Map.of("symbol", "ESH0"));
  }

  static SourceMapping mapping(Map<String, Object> instrument) {
    return SourceMapping.of(
        Settings.of(
            Map.of(
                "source",
                "test",
                "dataset",
                "trades",
                "kind",
                "trades",
                "instrument",
                instrument,
                "time",
                Map.of("column", "epoch_ms_utc", "form", "epoch_ms"),
                "columns",
                Map.of("price", "price", "quantity", "size"))));
  }

  /// Minute bars of ESH0, `start,open,high,low,close,volume`.
  static SourceMapping bars() {
    return SourceMapping.of(
        Settings.of(
            Map.of(
                "source",
                "test",
                "dataset",
                "bars",
                "kind",
                "bars",
                "instrument",
                Map.of("symbol", "ESH0"),
                "time",
                Map.of("column", "start", "form", "epoch_s"),
                "bars",
                Map.of("timeframe", "1m"))));
  }

  static IngestRequest request(SourceMapping mapping, Path... files) {
    return new IngestRequest(
        List.of(files), mapping, Listings.of(InstrumentCatalogue.builtIn()), "tester");
  }

  IngestResult ingest(SourceMapping mapping, Path... files) {
    return open().ingest(request(mapping, files), Progress.silent());
  }

  /// Every file of the lake but its lock, with its bytes as text of Latin-1.
  Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    if (!Files.exists(root())) {
      return content;
    }
    try (var files = Files.walk(root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root().relativize(file).toString();
        if (!path.endsWith(".lock")) {
          content.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return content;
  }

  /// `time price×quantity` of each trade on tape, time in milliseconds.
  List<String> trades(String symbol) {
    List<String> seen = new ArrayList<>();
    forEach(
        symbol,
        RowKind.TRADES,
        "",
        event ->
            seen.add("%d %d×%d".formatted(event.timeNs / 1_000_000, event.price, event.quantity)));
    return seen;
  }

  /// `start close` of each bar on tape, start in seconds.
  List<String> bars(String symbol) {
    List<String> seen = new ArrayList<>();
    forEach(
        symbol,
        RowKind.BARS,
        "1m",
        event -> seen.add("%d %d".formatted(event.startNs / 1_000_000_000, event.close)));
    return seen;
  }

  /// One endless session.
  private record AlwaysOpen(String name) implements SessionCalendar {
    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Optional<Session> sessionAt(long timeNs) {
      return Optional.of(sessionAtOrAfter(timeNs));
    }

    @Override
    public Session sessionAtOrAfter(long timeNs) {
      return new Session(LocalDate.EPOCH, Long.MIN_VALUE, Long.MAX_VALUE, List.of());
    }

    @Override
    public int sessionsPerYear() {
      return 365;
    }
  }

  interface Seen {
    void event(EventCursor event);
  }

  void forEach(String symbol, RowKind kind, String timeframe, Seen seen) {
    Lake lake = open();
    Dataset dataset = lake.dataset(symbol, kind, timeframe);
    TapedDataset taped = lake.tape(dataset, Long.MIN_VALUE, Long.MAX_VALUE, Progress.silent());
    EventCursor event = new EventCursor();
    try (Feed feed = taped.feed(Instruments.of(dataset.instrument()))) {
      while (feed.next(event)) {
        seen.event(event);
      }
    }
  }
}
