package quorate.domain;

import java.util.HashSet;
import java.util.List;

/// What an agent asks to see: named feature columns of one timeframe, so many rows back.
///
/// @param timeframe bars the columns are computed from; the agent is asked when one closes
/// @param window rows in the observation, oldest first; at least 1
/// @param columns feature expressions such as `rsi(14)` or `gap(sma(10), sma(30))`, in order
/// @param scaling how their values are scaled when a row is written
public record View(Timeframe timeframe, int window, List<String> columns, Scaling scaling) {
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
    if (scaling instanceof Scaling.Frozen frozen && frozen.means().size() != columns.size()) {
      throw new IllegalArgumentException(
          "a frozen scaling must be of the view's %d columns, but was of %d"
              .formatted(columns.size(), frozen.means().size()));
    }
  }

  /// Columns as they are.
  public View(Timeframe timeframe, int window, List<String> columns) {
    this(timeframe, window, columns, Scaling.NATURAL);
  }

  /// The last row only.
  public static View of(Timeframe timeframe, String... columns) {
    return new View(timeframe, 1, List.of(columns));
  }

  public View window(int rows) {
    return new View(timeframe, rows, columns, scaling);
  }

  public View scaling(Scaling other) {
    return new View(timeframe, window, columns, other);
  }
}
