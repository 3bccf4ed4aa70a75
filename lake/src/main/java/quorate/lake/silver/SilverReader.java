package quorate.lake.silver;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.store.SilverPart;

/// Reads the rows of one series from all its silver files, in the order of time.
///
/// Where files of different inputs overlap, the latest commit wins: of bars with one start the
/// latest is taken; of trades, quotes and open interest, which have no such key, an older file is
/// read only outside the times of the newer one. What is left out is counted.
public final class SilverReader {
  /// A row's commit, which the name of its file begins with.
  private static final String COMMIT = "left(parse_filename(filename), 6)::INTEGER";

  private final DuckDb database;
  private final RowKind kind;
  private final List<SilverFile> files;

  /// @param files all of one series, those that count
  public SilverReader(DuckDb database, RowKind kind, List<SilverFile> files) {
    this.database = database;
    this.kind = kind;
    this.files = List.copyOf(files);
  }

  /// How many rows there are in a stretch of time, and how many more an overlap hides.
  ///
  /// @param rows that [#read] gives
  /// @param hidden that it leaves out
  public record Count(long rows, long hidden) {}

  /// Counts the rows with times in `[fromNs, toNs)`.
  public Count count(long fromNs, long toNs) throws IOException {
    List<SilverFile> touched = touching(fromNs, toNs);
    if (touched.isEmpty()) {
      return new Count(0, 0);
    }
    SilverPart only = touched.getFirst().part();
    if (touched.size() == 1 && fromNs <= only.firstNs() && toNs > only.lastNs()) {
      return new Count(only.rows(), 0);
    }
    String within = within(touched, fromNs, toNs);
    long all = single("SELECT count(*) FROM " + scan(touched) + " WHERE " + within);
    String rest = withoutOverlaps(touched, within);
    long rows = rest.isEmpty() ? all : single("SELECT count(*) FROM (" + rest + ")");
    return new Count(rows, all - rows);
  }

  private long single(String sql) throws IOException {
    try (DuckDb.Result result = database.query(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /// Reads the rows with times in `[fromNs, toNs)`; to be closed before the next call.
  public Reading read(long fromNs, long toNs) throws IOException {
    List<SilverFile> touched = touching(fromNs, toNs);
    if (touched.isEmpty()) {
      return new Reading(kind, null);
    }
    String within = within(touched, fromNs, toNs);
    String rest = withoutOverlaps(touched, within);
    String rows = rest.isEmpty() ? "SELECT * FROM " + scan(touched) + " WHERE " + within : rest;
    String columns = String.join(", ", kind.names());
    String order =
        touched.size() == 1
            ? "" // a file is sorted, and a scan keeps its order
            : " ORDER BY %s, %s, sequence".formatted(kind.names().getFirst(), COMMIT);
    return new Reading(kind, database.query("SELECT " + columns + " FROM (" + rows + ")" + order));
  }

  private List<SilverFile> touching(long fromNs, long toNs) throws IOException {
    List<SilverFile> touched = new ArrayList<>();
    for (SilverFile file : files) {
      if (file.part().firstNs() < toNs && file.part().lastNs() >= fromNs) {
        if (!Files.isRegularFile(file.path())) {
          throw new IOException(
              "a committed file must be there, but is not: %s; restore it, or delete its commit record and ingest the input again"
                  .formatted(file.path()));
        }
        touched.add(file);
      }
    }
    return touched;
  }

  /// Bounds are drawn in to what the files hold, as SQL has no literal for the lowest long.
  private String within(List<SilverFile> touched, long fromNs, long toNs) {
    long first = touched.stream().mapToLong(file -> file.part().firstNs()).min().orElse(0);
    long last = touched.stream().mapToLong(file -> file.part().lastNs()).max().orElse(0);
    String time = kind.names().getFirst();
    return "%s >= %d AND %s <= %d"
        .formatted(time, Math.max(fromNs, first), time, Math.min(toNs - 1, last));
  }

  private static String scan(List<SilverFile> files) {
    return files.stream()
        .map(file -> DuckDb.quoted(file.path().toString()))
        .collect(
            Collectors.joining(
                ", ", "read_parquet([", "], filename = true, hive_partitioning = false)"));
  }

  /// The query that leaves out what newer files hide; empty when nothing overlaps.
  private String withoutOverlaps(List<SilverFile> touched, String within) {
    List<String> cuts = new ArrayList<>();
    for (SilverFile older : touched) {
      for (SilverFile newer : touched) {
        if (older.isCutBy(newer)) {
          cuts.add(
              "NOT (%s = %d AND %s BETWEEN %d AND %d)"
                  .formatted(
                      COMMIT,
                      older.commit(),
                      kind.names().getFirst(),
                      newer.part().firstNs(),
                      newer.part().lastNs()));
        }
      }
    }
    if (cuts.isEmpty()) {
      return "";
    }
    String rows = "SELECT * FROM " + scan(touched) + " WHERE " + within;
    return kind == RowKind.BARS
        ? rows + " QUALIFY rank() OVER (PARTITION BY start_ns ORDER BY " + COMMIT + " DESC) = 1"
        : rows + " AND " + String.join(" AND ", cuts);
  }

  /// Rows on their way out; about 10 million a second.
  public static final class Reading implements AutoCloseable {
    private final RowKind kind;
    private final DuckDb.@Nullable Result rows;
    private final long[] row;

    private Reading(RowKind kind, DuckDb.@Nullable Result rows) {
      this.kind = kind;
      this.rows = rows;
      this.row = new long[kind.names().size()];
    }

    /// @param instrument number that the event gets
    /// @return false at the end
    public boolean next(int instrument, EventCursor into) throws IOException {
      if (rows == null || !rows.next()) {
        return false;
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = rows.getLong(i + 1);
      }
      kind.give(row, instrument, into);
      return true;
    }

    @Override
    public void close() throws IOException {
      if (rows != null) {
        rows.close();
      }
    }
  }
}
