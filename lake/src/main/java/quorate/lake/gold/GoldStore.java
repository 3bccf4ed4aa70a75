package quorate.lake.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.domain.Bar;
import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.observation.InstrumentFeatures;
import quorate.lake.LakeSettings;
import quorate.lake.Progress;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.lake.gold.Lineage.GoldFile;
import quorate.lake.silver.SilverWriter;
import quorate.lake.store.Durable;
import quorate.lake.store.LakeException;
import quorate.lake.store.WriterLock;
import quorate.market.bars.BarSet;
import quorate.market.feed.Feed;

/// The feature tables of all playbooks.
///
/// ```
/// gold/<playbook>/symbol=<symbol>/timeframe=<timeframe>/<version>/year=<year>.parquet, lineage.json
/// ```
///
/// A version's name says what it was made of: the code that computes features, the settings and the
/// input's events. So a table that is there is not made again, and only what depends on a change
/// is. A version appears whole or not at all; earlier ones stay. One process writes at a time.
public final class GoldStore {
  private static final String LINEAGE = "lineage.json";
  private static final String MAKING = ".making";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int EVENTS_BETWEEN_REPORTS = 1 << 16;
  private static final int MEMORY_MEGABYTES = 256;

  private final Path root;
  private final Clock clock;

  private GoldStore(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /// The tables of a lake, which may have none yet.
  ///
  /// @param clock stamps what is made
  public static GoldStore of(LakeSettings settings, Clock clock) {
    return new GoldStore(settings.root().resolve("gold"), clock);
  }

  /// The tables of one instrument, made where they are not there: all that are missing in one walk
  /// over its events.
  ///
  /// @param progress hears of events
  /// @return one table for each timeframe, in the request's order
  /// @throws LakeException BUSY, FULL, BROKEN, or STOPPED when the thread is interrupted
  public List<GoldTable> build(GoldRequest request, Progress progress) {
    try {
      List<GoldTable> tables = new ArrayList<>();
      List<Timeframe> missing = missing(request);
      if (!missing.isEmpty()) {
        missing = make(request, progress);
      }
      for (Timeframe timeframe : request.columns().keySet()) {
        GoldTable found = find(request, timeframe).orElseThrow();
        tables.add(new GoldTable(found.folder(), found.lineage(), missing.contains(timeframe)));
      }
      return tables;
    } catch (IOException e) {
      throw LakeException.of("making feature tables in " + root, e);
    } catch (UncheckedIOException e) {
      throw LakeException.of(
          "making feature tables in " + root, new IOException(e.getMessage(), e));
    }
  }

  private List<Timeframe> missing(GoldRequest request) throws IOException {
    List<Timeframe> missing = new ArrayList<>();
    for (Timeframe timeframe : request.columns().keySet()) {
      if (find(request, timeframe).isEmpty()) {
        missing.add(timeframe);
      }
    }
    return missing;
  }

  private Optional<GoldTable> find(GoldRequest request, Timeframe timeframe) throws IOException {
    Path folder = folder(request, timeframe);
    Path lineage = folder.resolve(LINEAGE);
    if (!Files.isRegularFile(lineage)) {
      return Optional.empty();
    }
    Lineage read;
    try {
      read = Lineage.of(Files.readString(lineage));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty(); // as after a loss of power: it is made anew
    }
    for (GoldFile file : read.files()) {
      Path there = folder.resolve(file.name());
      if (!Files.isRegularFile(there) || Files.size(there) != file.bytes()) {
        return Optional.empty();
      }
    }
    return Optional.of(new GoldTable(folder, read, false));
  }

  private Path folder(GoldRequest request, Timeframe timeframe) {
    return root.resolve(request.playbook())
        .resolve("symbol=" + SilverWriter.folderOf(request.symbol()))
        .resolve("timeframe=" + SilverWriter.folderOf(timeframe.toString()))
        .resolve(request.version(timeframe));
  }

  /// @return what was missing when nobody else was writing any more
  private List<Timeframe> make(GoldRequest request, Progress progress) throws IOException {
    Files.createDirectories(root);
    WriterLock lock = WriterLock.acquire(root, PATIENCE);
    Path making = root.resolve(MAKING);
    try (lock) {
      List<Timeframe> missing = missing(request); // another process may have made some meanwhile
      Durable.deleteAll(making); // what a dead writer left
      try {
        Map<Timeframe, List<GoldFile>> written = write(request, missing, making, progress);
        for (Timeframe timeframe : missing) {
          Path made = making.resolve(SilverWriter.folderOf(timeframe.toString()));
          complete(request, timeframe, made, written.getOrDefault(timeframe, List.of()));
          Path target = folder(request, timeframe);
          Durable.deleteAll(target); // a version whose files were damaged
          Durable.move(made, target);
        }
        return missing;
      } finally {
        boolean interrupted = Thread.interrupted(); // files refuse an interrupted thread
        Durable.deleteAll(making);
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static Map<Timeframe, List<GoldFile>> write(
      GoldRequest request, List<Timeframe> missing, Path making, Progress progress)
      throws IOException {
    Instrument instrument = request.input().dataset().instrument();
    InstrumentFeatures features =
        new InstrumentFeatures(
            0, instrument, request.calendar().zone(), request.surroundings().surroundings());
    Map<Integer, TableWriter> writers = new HashMap<>();
    Map<Timeframe, TableWriter> missed = new LinkedHashMap<>();
    for (Timeframe timeframe : request.columns().keySet()) {
      // Every timeframe is looked at, whether its table is missing or not: longer bars look inside.
      List<String> columns = request.columns().getOrDefault(timeframe, List.of());
      int view = features.add(new View(timeframe, 1, columns));
      if (missing.contains(timeframe)) {
        Path folder = making.resolve(SilverWriter.folderOf(timeframe.toString()));
        Files.createDirectories(folder);
        TableWriter writer =
            new TableWriter(folder, request.calendar(), features.of(timeframe), columns);
        missed.put(timeframe, writer);
        writers.put(view, writer);
      }
    }
    walk(request, instrument, features, writers, progress);
    Map<Timeframe, List<GoldFile>> files = new LinkedHashMap<>();
    for (Map.Entry<Timeframe, TableWriter> each : missed.entrySet()) {
      files.put(each.getKey(), each.getValue().finish());
    }
    return files;
  }

  private static void walk(
      GoldRequest request,
      Instrument instrument,
      InstrumentFeatures features,
      Map<Integer, TableWriter> writers,
      Progress progress) {
    InstrumentFeatures.Watcher write =
        (view, seen) -> {
          if (seen.asOfNs() > request.beginsNs()) {
            add(writers, view, seen.asOfNs());
          }
        };
    ArrayDeque<Bar> closed = new ArrayDeque<>();
    BarSet bars =
        new BarSet(0, instrument, request.calendar(), features.timeframes(), true, closed::add);
    boolean followsTrades = features.followsTrades();
    EventCursor event = new EventCursor();
    long events = 0;
    long total = Math.max(1, request.input().events());
    try (Feed feed = request.input().feed(Instruments.of(instrument))) {
      while (feed.next(event)) {
        if (bars.update(event) && followsTrades && event.kind == EventKind.TRADE) {
          features.trade(event.timeNs, event.price, event.quantity);
        }
        for (Bar bar = closed.poll(); bar != null; bar = closed.poll()) {
          features.update(bar, write);
        }
        features.settle(write);
        if ((++events & (EVENTS_BETWEEN_REPORTS - 1)) == 0) {
          progress.at(events, total);
          if (Thread.currentThread().isInterrupted()) {
            throw LakeException.stopped(null);
          }
        }
      }
    }
    progress.at(total, total);
  }

  private static void add(Map<Integer, TableWriter> writers, int view, long timeNs) {
    TableWriter writer = writers.get(view);
    if (writer != null) {
      try {
        writer.add(timeNs);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void complete(GoldRequest request, Timeframe timeframe, Path folder, List<GoldFile> files)
      throws IOException {
    List<String> names = request.columns().getOrDefault(timeframe, List.of());
    Lineage lineage =
        new Lineage(
            request.playbook(),
            request.symbol(),
            timeframe.toString(),
            request.version(timeframe),
            clock.instant().toString(),
            request.code(),
            request.calendar().name(),
            request.beginsNs(),
            request.input().dataset().toString(),
            request.input().checksum(),
            request.input().events(),
            request.input().fromNs(),
            request.input().toNs(),
            request.surroundingsOf(timeframe),
            files,
            files.isEmpty() ? List.of() : statistics(folder, files, names));
    Path told = folder.resolve(LINEAGE);
    Files.writeString(told, lineage.toJson());
    for (GoldFile file : files) {
      Durable.force(folder.resolve(file.name()));
    }
    Durable.force(told);
  }

  private static List<ColumnStatistics> statistics(
      Path folder, List<GoldFile> files, List<String> names) throws IOException {
    List<ColumnStatistics> statistics = new ArrayList<>();
    Path spill = folder.resolve(".spill");
    String table = GoldColumn.source(folder, files);
    try (DuckDb database = DuckDb.open(new DuckDbSettings(MEMORY_MEGABYTES, 1, spill))) {
      for (String name : names) {
        String column = '"' + name + '"';
        String quantiles =
            "quantile_cont(%1$s, 0.05), quantile_cont(%1$s, 0.25), quantile_cont(%1$s, 0.5), quantile_cont(%1$s, 0.75), quantile_cont(%1$s, 0.95)"
                .formatted(column);
        try (DuckDb.Result result =
            database.query(
                "SELECT avg(%1$s), stddev_pop(%1$s), min(%1$s), %2$s, max(%1$s) FROM %3$s"
                    .formatted(column, quantiles, table))) {
          result.next();
          double[] n = new double[9];
          for (int i = 0; i < n.length; i++) {
            n[i] = result.getDouble(i + 1);
          }
          statistics.add(
              new ColumnStatistics(name, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]));
        }
      }
    } finally {
      Durable.deleteAll(spill);
    }
    return statistics;
  }

  /// One column of a table, session by session.
  ///
  /// @param column one of the lineage's
  /// @throws LakeException BROKEN when the files cannot be read
  public GoldColumn read(GoldTable table, String column) {
    try {
      return GoldColumn.read(table, column);
    } catch (IOException e) {
      throw LakeException.of("reading the feature table " + table.folder(), e);
    }
  }

  /// The table of each instrument and timeframe of a playbook that was made last.
  public List<GoldTable> newest(String playbook) {
    try {
      List<GoldTable> newest = new ArrayList<>();
      for (Path symbol : folders(root.resolve(playbook))) {
        for (Path timeframe : folders(symbol)) {
          versions(timeframe).stream()
              .max(Comparator.comparing(table -> Instant.parse(table.lineage().made())))
              .ifPresent(newest::add);
        }
      }
      return newest;
    } catch (IOException e) {
      throw LakeException.of("reading feature tables in " + root, e);
    }
  }

  private static List<GoldTable> versions(Path timeframe) throws IOException {
    List<GoldTable> versions = new ArrayList<>();
    for (Path folder : folders(timeframe)) {
      Path lineage = folder.resolve(LINEAGE);
      if (Files.isRegularFile(lineage) && Files.size(lineage) > 0) {
        versions.add(new GoldTable(folder, Lineage.of(Files.readString(lineage)), false));
      }
    }
    return versions;
  }

  /// The folders in a folder by name; none when it is not there.
  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}
