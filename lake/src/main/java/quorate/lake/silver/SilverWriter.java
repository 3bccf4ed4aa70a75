package quorate.lake.silver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.Rows;
import quorate.lake.store.LakeException;
import quorate.lake.store.SilverPart;

/// Takes the accepted rows of one input and writes a Parquet file for each instrument and year.
///
/// Rows may come in any order; each file is sorted by time, rows of equal time as they came. Memory
/// is 32 KB for each instrument and year and what the database may use. For one thread.
public final class SilverWriter {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

  private final RowKind kind;
  private final Path scratch;
  private final List<Partition> partitions = new ArrayList<>();
  private final Map<Long, Partition> byKey = new HashMap<>();
  private final long[] row;
  private @Nullable Partition last;
  private long sequence;

  /// @param scratch an empty folder
  public SilverWriter(RowKind kind, Path scratch) {
    this.kind = kind;
    this.scratch = scratch;
    this.row = new long[kind.columns().size()];
  }

  /// Adds a row; costs some ten nanoseconds, allocates nothing.
  public void add(EventCursor event) throws IOException {
    long filedNs = kind.filedNs(event);
    Partition partition = last;
    if (partition == null || !partition.contains(event.instrument, filedNs)) {
      partition = partitionOf(event.instrument, filedNs);
      last = partition;
    }
    kind.take(event, sequence++, row);
    partition.add(row, filedNs);
  }

  private Partition partitionOf(int instrument, long filedNs) {
    int year =
        Instant.ofEpochSecond(Math.floorDiv(filedNs, 1_000_000_000L))
            .atOffset(ZoneOffset.UTC)
            .getYear();
    return byKey.computeIfAbsent(
        (long) instrument << 32 | year, // years from 1677 to 2262 are positive
        key -> {
          Path file = scratch.resolve("%d-%d.rows".formatted(instrument, year));
          Partition made = new Partition(instrument, year, row.length, file);
          partitions.add(made);
          return made;
        });
  }

  /// Rows added so far.
  public long rows() {
    return sequence;
  }

  /// Where a silver file is made.
  public interface Target {
    /// @param path relative to the lake
    Path file(String path) throws IOException;
  }

  /// Writes the files.
  ///
  /// @param id name of the files, the commit's
  /// @param instruments the instrument behind the number in an event
  /// @param timeframe of bars, empty for other kinds
  /// @param lineage texts for the footer beside the instrument's terms
  /// @param stopped asked between batches; true ends the work
  /// @return what was written, by path
  /// @throws LakeException STOPPED
  public Map<String, SilverPart> write(
      DuckDb database,
      String id,
      IntFunction<Instrument> instruments,
      String timeframe,
      Map<String, String> lineage,
      Target target,
      BooleanSupplier stopped)
      throws IOException {
    Map<String, SilverPart> written = new LinkedHashMap<>();
    for (Partition partition : partitions) {
      Instrument instrument = instruments.apply(partition.instrument);
      String path =
          "silver/%s/symbol=%s/year=%d/%s.parquet"
              .formatted(kind.folder(), folderOf(instrument.symbol()), partition.year, id);
      SilverPart part =
          new SilverPart(
              kind.folder(),
              instrument.symbol(),
              timeframe,
              partition.year,
              partition.rows(),
              partition.firstNs(),
              partition.lastNs());
      Map<String, String> footer = SilverFooter.of(part, instrument, lineage);
      write(database, partition, footer, target.file(path), stopped);
      written.put(path, part);
    }
    return written;
  }

  private void write(
      DuckDb database,
      Partition partition,
      Map<String, String> footer,
      Path file,
      BooleanSupplier stopped)
      throws IOException {
    String order = partition.isSorted() ? "" : kind.columns().getFirst().name() + ", sequence";
    long rows;
    try (Partition.Reading reading = partition.read()) {
      Rows watched = into -> stopped.getAsBoolean() ? stop() : reading.next(into);
      rows = database.writeParquet(kind.columns(), watched, kind.selection(), order, footer, file);
    }
    if (rows != partition.rows()) {
      throw new IOException(
          "%d rows went to %s, but %d arrived".formatted(partition.rows(), file, rows));
    }
    partition.discard();
  }

  private static int stop() {
    throw new LakeException(LakeException.Problem.STOPPED, "stopped while writing silver");
  }

  /// A symbol as a folder's name: everything but letters, digits, point, dash and underscore as `%`
  /// and its hexadecimal UTF-16 code.
  public static String folderOf(String symbol) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      boolean leadingPoint = c == '.' && i == 0;
      if (PLAIN.indexOf(c) >= 0 && !leadingPoint) {
        name.append(c);
      } else {
        name.append("%%%02X".formatted((int) c));
      }
    }
    return name.toString();
  }
}
