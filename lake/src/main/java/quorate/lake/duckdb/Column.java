package quorate.lake.duckdb;

/// One column of a table that goes into the database.
///
/// @param name as it appears in the file; letters, digits and what features are written with, such
///   as `macd(12, 26, 9).signal`; in SQL it stands in quotes unless it is letters, digits and `_`
/// @param type what its values are
public record Column(String name, Type type) {
  /// What a column holds.
  public enum Type {
    /// A 64-bit whole number, `BIGINT`.
    LONG,
    /// A 64-bit floating-point number, `DOUBLE`; NaN is kept.
    DOUBLE,
    /// Text, `VARCHAR`.
    TEXT
  }

  public Column {
    if (!name.matches("[A-Za-z][A-Za-z0-9_(), .+-]*")) {
      throw new IllegalArgumentException(
          "column name must be letters, digits, _ and ( ) , . + -, starting with a letter, but was \""
              + name
              + "\"");
    }
  }

  public static Column ofLongs(String name) {
    return new Column(name, Type.LONG);
  }

  public static Column ofDoubles(String name) {
    return new Column(name, Type.DOUBLE);
  }

  public static Column ofTexts(String name) {
    return new Column(name, Type.TEXT);
  }
}
