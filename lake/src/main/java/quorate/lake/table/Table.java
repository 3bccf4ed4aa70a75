package quorate.lake.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import quorate.lake.duckdb.Batch;
import quorate.lake.duckdb.Column;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.lake.duckdb.Rows;
import quorate.lake.store.LakeException;

/// Rows collected in memory and written as files, every value under its column.
///
/// ```java
/// Table equity = new Table(Column.ofLongs("time_ns"), Column.ofDoubles("equity"));
/// equity.put(timeNs).put(100_000.0);
/// equity.writeParquet(folder.resolve("equity.parquet"));
/// ```
///
/// Costs eight bytes a number and a reference a text; the files appear whole or not at all. Not for
/// use by two threads.
public final class Table {
  private static final int MEMORY_MEGABYTES = 256;
  private static final int FIRST_ROOM = 256;

  private final List<Column> columns;
  private final Object[] values;
  private int rows;
  private int column;

  public Table(Column... columns) {
    this.columns = List.of(columns);
    this.values = new Object[columns.length];
    if (columns.length == 0) {
      throw new IllegalArgumentException("a table must have at least one column, but had none");
    }
    for (int i = 0; i < columns.length; i++) {
      values[i] =
          switch (columns[i].type()) {
            case LONG -> new long[FIRST_ROOM];
            case DOUBLE -> new double[FIRST_ROOM];
            case TEXT -> new String[FIRST_ROOM];
          };
    }
  }

  /// Puts a whole number under the next column; a row is complete after its last one.
  public Table put(long value) {
    long[] room = (long[]) next(Column.Type.LONG);
    if (rows == room.length) {
      room = Arrays.copyOf(room, rows * 2);
      values[column] = room;
    }
    room[rows] = value;
    return advance();
  }

  /// Puts a number under the next column.
  public Table put(double value) {
    double[] room = (double[]) next(Column.Type.DOUBLE);
    if (rows == room.length) {
      room = Arrays.copyOf(room, rows * 2);
      values[column] = room;
    }
    room[rows] = value;
    return advance();
  }

  /// Puts a text under the next column.
  public Table put(String value) {
    String[] room = (String[]) next(Column.Type.TEXT);
    if (rows == room.length) {
      room = Arrays.copyOf(room, rows * 2);
      values[column] = room;
    }
    room[rows] = value;
    return advance();
  }

  private Object next(Column.Type given) {
    Column expected = columns.get(column);
    if (expected.type() != given) {
      throw new IllegalArgumentException(
          "column \"%s\" takes a %s, but was given a %s"
              .formatted(expected.name(), expected.type(), given));
    }
    return values[column];
  }

  private Table advance() {
    column++;
    if (column == columns.size()) {
      column = 0;
      rows++;
    }
    return this;
  }

  /// Complete rows.
  public int rows() {
    return rows;
  }

  /// Writes a Parquet file, replacing what is there.
  ///
  /// @param metadata texts for the file's footer
  /// @throws LakeException FULL or BROKEN when it cannot be written
  public void writeParquet(Path file, Map<String, String> metadata) {
    write(
        file,
        (database, half) -> database.writeParquet(columns, new Reading(), "*", "", metadata, half));
  }

  public void writeParquet(Path file) {
    writeParquet(file, Map.of());
  }

  /// Writes text with a header line and commas, replacing what is there.
  ///
  /// @throws LakeException FULL or BROKEN when it cannot be written
  public void writeCsv(Path file) {
    write(file, (database, half) -> database.writeCsv(columns, new Reading(), half));
  }

  /// One way to write all rows.
  private interface Writing {
    long write(DuckDb database, Path half) throws IOException;
  }

  private void write(Path file, Writing writing) {
    if (column != 0) {
      throw new IllegalStateException(
          "the last row must be complete, but has only %d of %d values"
              .formatted(column, columns.size()));
    }
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Path spill = file.resolveSibling(file.getFileName() + ".spill");
    try {
      try (DuckDb database = DuckDb.open(new DuckDbSettings(MEMORY_MEGABYTES, 1, spill))) {
        writing.write(database, half);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw LakeException.of("writing " + file, e);
    }
  }

  /// Hands the rows out from the first to the last.
  private final class Reading implements Rows {
    private int at;

    @Override
    public int next(Batch into) {
      int count = Math.min(Batch.CAPACITY, rows - at);
      for (int c = 0; c < columns.size(); c++) {
        switch (columns.get(c).type()) {
          case LONG -> System.arraycopy(values[c], at, into.longs(c), 0, count);
          case DOUBLE -> System.arraycopy(values[c], at, into.doubles(c), 0, count);
          case TEXT -> System.arraycopy(values[c], at, into.texts(c), 0, count);
        }
      }
      at += count;
      return count;
    }
  }
}
