package quorate.lake.store;

/// What one silver file holds: rows of one series in one year.
///
/// @param kind name of the kind's folder: `trades`, `quotes`, `bars` or `open-interest`
/// @param symbol of the instrument
/// @param timeframe of bars as written in their mapping, such as `1m`; empty for other kinds
/// @param year UTC year of its rows; bars count by their start
/// @param rows at least 1
/// @param firstNs UTC nanoseconds of the first row; of a bar its start
/// @param lastNs UTC nanoseconds of the last row; of a bar its end
public record SilverPart(
    String kind, String symbol, String timeframe, int year, long rows, long firstNs, long lastNs) {
  public SilverPart {
    if (rows < 1 || lastNs < firstNs) {
      throw new IllegalArgumentException(
          "a silver file must have rows in order of time, but had %d from %d to %d (%s)"
              .formatted(rows, firstNs, lastNs, symbol));
    }
  }

  /// Whether it holds rows of the same series.
  public boolean isSameSeries(SilverPart other) {
    return kind.equals(other.kind)
        && symbol.equals(other.symbol)
        && timeframe.equals(other.timeframe);
  }

  /// Whether the times of both have more than an instant in common, or are one and the same
  /// instant. A bar that begins when another ends does not overlap it.
  public boolean overlaps(SilverPart other) {
    return (firstNs < other.lastNs && other.firstNs < lastNs)
        || (firstNs == other.firstNs && lastNs == other.lastNs);
  }
}
