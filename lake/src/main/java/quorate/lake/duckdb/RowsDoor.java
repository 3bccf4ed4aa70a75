package quorate.lake.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The way by which rows of ours reach the database: a table function that asks for them.
///
/// Public only because its implementation lives on the driver's side of a class loader; use
/// [DuckDb].
public interface RowsDoor {
  /// Makes the table function `name()` known to a connection.
  void register(Connection connection, String name) throws SQLException;

  /// Says what the table function delivers from now on.
  void offer(List<Column> columns, Rows rows);
}
