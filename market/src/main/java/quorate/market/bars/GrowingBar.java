package quorate.market.bars;

import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.Timeframe;

/// The prices and volume of a bar that is not finished yet.
final class GrowingBar {
  private long open;
  private long high;
  private long low;
  private long close;
  private long volume;
  private int trades;
  private boolean empty = true;
  private boolean hasClose;
  private boolean afterGap;
  private boolean opensSession;

  void add(long price, long quantity) {
    if (empty) {
      open = price;
      high = price;
      low = price;
      empty = false;
    } else if (price > high) {
      high = price;
    } else if (price < low) {
      low = price;
    }
    close = price;
    volume += quantity;
    trades++;
  }

  void add(long barOpen, long barHigh, long barLow, long barClose, long barVolume) {
    if (empty) {
      open = barOpen;
      high = barHigh;
      low = barLow;
      empty = false;
    } else {
      high = Math.max(high, barHigh);
      low = Math.min(low, barLow);
    }
    close = barClose;
    volume = Math.addExact(volume, barVolume);
  }

  boolean isEmpty() {
    return empty;
  }

  /// Whether an interval without trades has a price to repeat; not one from before a gap.
  boolean hasLastClose() {
    return hasClose && !afterGap;
  }

  long volume() {
    return volume;
  }

  int trades() {
    return trades;
  }

  /// The next finished bar is the first after missing sessions.
  void markGap() {
    afterGap = hasClose;
  }

  /// The next finished bar is the first of its session.
  void markSessionStart() {
    opensSession = true;
  }

  /// The finished bar; the next one begins empty. Without trades it repeats the last close.
  Bar take(int instrument, Timeframe timeframe, long startNs, long endNs, int flags) {
    if (empty) {
      open = close;
      high = close;
      low = close;
      flags |= BarFlags.FLAT;
    }
    if (afterGap) {
      flags |= BarFlags.AFTER_GAP;
      afterGap = false;
    }
    if (opensSession) {
      flags |= BarFlags.SESSION_START;
      opensSession = false;
    }
    Bar bar =
        new Bar(
            instrument, timeframe, startNs, endNs, open, high, low, close, volume, trades, flags);
    volume = 0;
    trades = 0;
    empty = true;
    hasClose = true;
    return bar;
  }
}
