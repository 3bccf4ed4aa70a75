package quorate.domain;

import java.util.HashSet;
import java.util.List;

/// What an agent asks to see: named feature columns of one timeframe, so many rows back.
///
/// @param timeframe bars the columns are computed from; the agent is asked when one closes
/// @param window rows in the observation, oldest first; at least 1
/// @param columns feature expressions such as `rsi(14)` or `gap(sma(10), sma(30))`, in order
public record View(Timeframe timeframe, int window, List<String> columns) {
  public View {
    columns = List.copyOf(columns);
    if (window < 1) {
      throw new IllegalArgumentException("window must be at least 1 bar, but was " + window);
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a view must name at least one column");
    }
    if (new HashSet<>(columns).size() != columns.size()) {
      throw new IllegalArgumentException("columns must be different, but were " + columns);
    }
  }

  /// The last row only.
  public static View of(Timeframe timeframe, String... columns) {
    return new View(timeframe, 1, List.of(columns));
  }

  public View window(int rows) {
    return new View(timeframe, rows, columns);
  }
}
