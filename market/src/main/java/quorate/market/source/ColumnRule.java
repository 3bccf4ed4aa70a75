package quorate.market.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.domain.settings.Settings;

/// Which column holds each value of a row.
///
/// @param columns from the name of a value (`price`, `open`, …) to the column's name or index, or
///   `none` when the source does not have it
record ColumnRule(Map<String, String> columns) {
  static final String NONE = "none";

  ColumnRule {
    columns = Map.copyOf(columns);
  }

  /// The values of a row of this kind, in the order in which they are read.
  static List<String> values(SourceKind kind) {
    return switch (kind) {
      case TRADES -> List.of("price", "quantity", "id");
      case QUOTES -> List.of("bid", "bid_size", "ask", "ask_size");
      case BARS -> List.of("open", "high", "low", "close", "volume");
      case OPEN_INTEREST -> List.of("quantity");
      case TABLE -> List.of();
    };
  }

  /// Whether a value may be `none`: sizes and volumes are 0 then, the other prices of a bar are its
  /// close.
  static boolean isOptional(SourceKind kind, String value) {
    return switch (kind) {
      case TRADES -> value.equals("id");
      case QUOTES -> value.endsWith("_size");
      case BARS -> !value.equals("close");
      case OPEN_INTEREST, TABLE -> false;
    };
  }

  static ColumnRule read(Settings section, SourceKind kind, Map<String, String> otherwise) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String value : values(kind)) {
      String column = section.text(value, otherwise.getOrDefault(value, ordinary(value)));
      if (column.equals(NONE) && !isOptional(kind, value)) {
        throw section.broken(value, "a column, for rows cannot be without it", column);
      }
      columns.put(value, column);
    }
    return new ColumnRule(columns);
  }

  private static String ordinary(String value) {
    return value.equals("id") ? NONE : value;
  }

  String column(String value) {
    return columns.getOrDefault(value, NONE);
  }
}
