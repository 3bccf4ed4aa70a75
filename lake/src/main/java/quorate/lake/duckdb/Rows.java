package quorate.lake.duckdb;

import java.io.IOException;

/// A table that is read once, batch by batch, by one thread of the database.
public interface Rows {
  /// Fills the first rows of every column.
  ///
  /// @return how many rows were filled, at most [Batch#CAPACITY]; 0 at the end
  int next(Batch into) throws IOException;
}
