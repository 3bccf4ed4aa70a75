package quorate.domain;

/// One finished bar of one instrument, stamped with its start and known from its end on.
///
/// @param instrument number of the instrument in the run
/// @param timeframe rule that made it
/// @param startNs UTC nanoseconds of its start, inclusive
/// @param endNs UTC nanoseconds of its end, exclusive; what it says may be used from here on. A bar
///   of trades, volume or value ends with the trade that filled it
/// @param open first price, scaled
/// @param high highest price, scaled
/// @param low lowest price, scaled
/// @param close last price, scaled
/// @param volume sum of quantities, scaled; 0 for an interval without trades
/// @param trades number of trades, 0 where the source does not count them
/// @param flags see [BarFlags]
public record Bar(
    int instrument,
    Timeframe timeframe,
    long startNs,
    long endNs,
    long open,
    long high,
    long low,
    long close,
    long volume,
    int trades,
    int flags) {

  public Bar {
    if (high < Math.max(open, close) || low > Math.min(open, close)) {
      throw new IllegalArgumentException(
          "bar must have low ≤ open, close ≤ high, but had open %d, high %d, low %d, close %d"
              .formatted(open, high, low, close));
    }
    if (endNs < startNs || (endNs == startNs && timeframe.isTime())) {
      throw new IllegalArgumentException(
          "bar must end after its start, but ran from " + startNs + " to " + endNs);
    }
    if (volume < 0) {
      throw new IllegalArgumentException("volume must not be negative, but was " + volume);
    }
  }

  public boolean isFlagged(int flag) {
    return (flags & flag) != 0;
  }
}
