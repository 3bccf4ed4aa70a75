package quorate.lake.duckdb;

import java.util.List;

/// Up to [#CAPACITY] rows on their way into the database, column by column in plain arrays; reused
/// for every batch of one copy.
public final class Batch {
  /// Rows in a full batch: the vector size of DuckDB.
  public static final int CAPACITY = 2048;

  private final Object[] columns;

  public Batch(List<Column> columns) {
    this.columns = new Object[columns.size()];
    for (int i = 0; i < this.columns.length; i++) {
      this.columns[i] =
          switch (columns.get(i).type()) {
            case LONG -> new long[CAPACITY];
            case DOUBLE -> new double[CAPACITY];
            case TEXT -> new String[CAPACITY];
          };
    }
  }

  /// The values of a column of longs, first row first.
  public long[] longs(int column) {
    return (long[]) columns[column];
  }

  /// The values of a column of doubles, first row first.
  public double[] doubles(int column) {
    return (double[]) columns[column];
  }

  /// The values of a column of texts, first row first.
  public String[] texts(int column) {
    return (String[]) columns[column];
  }
}
