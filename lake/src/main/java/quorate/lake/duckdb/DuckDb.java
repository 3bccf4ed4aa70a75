package quorate.lake.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An embedded analytical database without a file of its own: it reads and writes files of others.
///
/// Opening costs about 10 ms once the driver is loaded, which costs about 0.1 s (see
/// [NativeLibrary]). For one thread; close it.
public final class DuckDb implements AutoCloseable {
  private static final String ROWS = "offered_rows";

  private final Connection connection;
  private final RowsDoor door;

  private DuckDb(Connection connection, RowsDoor door) {
    this.connection = connection;
    this.door = door;
  }

  /// @throws IOException when the database does not start
  public static DuckDb open(DuckDbSettings settings) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    properties.setProperty("threads", String.valueOf(settings.threads()));
    properties.setProperty("temp_directory", settings.spillFolder().toAbsolutePath().toString());
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    try {
      Driver driver = Driver.get();
      Connection connection = driver.connect(properties);
      RowsDoor door = driver.newDoor();
      door.register(connection, ROWS);
      return new DuckDb(connection, door);
    } catch (SQLException e) {
      throw new IOException("the lake's database does not start: " + e.getMessage(), e);
    }
  }

  /// Writes rows as a Parquet file (Zstandard, second page format).
  ///
  /// @param select what is taken of the rows, such as `*` or `a, b::INTEGER AS b`
  /// @param orderBy columns to sort by, empty when the rows come sorted
  /// @param metadata texts kept in the file's footer
  /// @return rows written
  /// @throws IOException when a row cannot be read or the file cannot be written; the cause is the
  ///   first thing that went wrong
  public long writeParquet(
      List<Column> columns,
      Rows rows,
      String select,
      String orderBy,
      Map<String, String> metadata,
      Path file)
      throws IOException {
    String footer =
        metadata.entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    String options =
        "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2"
            + (metadata.isEmpty() ? "" : ", KV_METADATA " + footer);
    return write(columns, rows, select, orderBy, options, file);
  }

  /// Writes rows as text with a header line, separated by commas.
  ///
  /// @return rows written
  public long writeCsv(List<Column> columns, Rows rows, Path file) throws IOException {
    return write(columns, rows, "*", "", "FORMAT csv, HEADER", file);
  }

  private long write(
      List<Column> columns, Rows rows, String select, String orderBy, String options, Path file)
      throws IOException {
    Watched watched = new Watched(rows);
    door.offer(columns, watched);
    String order = orderBy.isEmpty() ? "" : " ORDER BY " + orderBy;
    String sql =
        "COPY (SELECT %s FROM %s()%s) TO %s (%s)"
            .formatted(select, ROWS, order, quoted(file.toString()), options);
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    } catch (SQLException e) {
      throw watched.explain(e, "cannot write " + file);
    } finally {
      door.offer(List.of(), into -> 0);
    }
  }

  /// Runs a query and streams its rows; close the result before the next statement.
  public Result query(String sql) throws IOException {
    try {
      Statement statement = connection.createStatement();
      return new Result(statement, statement.executeQuery(sql));
    } catch (SQLException e) {
      throw new IOException("the lake cannot be read: " + e.getMessage(), e);
    }
  }

  /// A text as a literal of SQL.
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("the lake's database does not close: " + e.getMessage(), e);
    }
  }

  /// The rows of a query, one at a time.
  public static final class Result implements AutoCloseable {
    private final Statement statement;
    private final ResultSet rows;

    private Result(Statement statement, ResultSet rows) {
      this.statement = statement;
      this.rows = rows;
    }

    public boolean next() throws IOException {
      try {
        return rows.next();
      } catch (SQLException e) {
        throw new IOException("the lake cannot be read on: " + e.getMessage(), e);
      }
    }

    /// @param column from 1
    public long getLong(int column) throws IOException {
      try {
        return rows.getLong(column);
      } catch (SQLException e) {
        throw new IOException("the lake has no whole number in column " + column, e);
      }
    }

    /// @param column from 1
    public double getDouble(int column) throws IOException {
      try {
        return rows.getDouble(column);
      } catch (SQLException e) {
        throw new IOException("the lake has no number in column " + column, e);
      }
    }

    /// @param column from 1
    public String getText(int column) throws IOException {
      try {
        return rows.getString(column);
      } catch (SQLException e) {
        throw new IOException("the lake has no text in column " + column, e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        rows.close();
        statement.close();
      } catch (SQLException e) {
        throw new IOException("the lake cannot be read to the end: " + e.getMessage(), e);
      }
    }
  }

  /// Keeps what went wrong on our side, which the database would turn into a text.
  private static final class Watched implements Rows {
    private final Rows rows;
    private volatile @Nullable Throwable broken;

    Watched(Rows rows) {
      this.rows = rows;
    }

    @Override
    public int next(Batch into) throws IOException {
      try {
        return rows.next(into);
      } catch (IOException | RuntimeException | Error e) {
        broken = e;
        throw e;
      }
    }

    IOException explain(SQLException reported, String what) {
      Throwable ours = broken;
      if (ours instanceof IOException e) {
        return e;
      }
      if (ours instanceof RuntimeException e) {
        throw e;
      }
      if (ours instanceof Error e) {
        throw e;
      }
      return new IOException(what + ": " + reported.getMessage(), reported);
    }
  }
}
