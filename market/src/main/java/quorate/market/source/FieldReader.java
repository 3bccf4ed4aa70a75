package quorate.market.source;

/// Takes a file apart into rows of fields.
sealed interface FieldReader permits DelimitedReader, JsonReader {
  /// Reads the next row.
  ///
  /// @return false after the last row of the last entry
  boolean next(Fields into);

  void close();
}
