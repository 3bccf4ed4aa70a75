package quorate.domain;

/// The one reused box that market events travel in, so that a tick allocates nothing.
///
/// A feed fills it, everybody downstream only reads it, and nobody keeps it: its content is gone
/// with the next event. The fields are public on purpose; this is the hot path. Prices and
/// quantities are scaled by the instrument. Not for use by two threads.
public final class EventCursor {
  /// What the event is; decides which fields mean something.
  public EventKind kind = EventKind.TRADE;

  /// Number of the instrument in the run.
  public int instrument;

  /// When the event became known, UTC nanoseconds. For a bar this is its end.
  public long timeNs;

  /// Quality bits of the source row, see the quality rules of the market room; 0 is clean.
  public int flags;

  /// TRADE: price. QUOTE: best bid. BAR: open.
  public long price;

  /// TRADE: quantity. QUOTE: size at the bid. BAR: volume.
  public long quantity;

  /// QUOTE: best ask. BAR: high.
  public long high;

  /// QUOTE: size at the ask. BAR: low.
  public long low;

  /// BAR: close.
  public long close;

  /// BAR: when it began, UTC nanoseconds.
  public long startNs;

  public void trade(int instrument, long timeNs, long price, long quantity) {
    this.kind = EventKind.TRADE;
    this.instrument = instrument;
    this.timeNs = timeNs;
    this.price = price;
    this.quantity = quantity;
    this.flags = 0;
  }

  public void quote(int instrument, long timeNs, long bid, long bidSize, long ask, long askSize) {
    this.kind = EventKind.QUOTE;
    this.instrument = instrument;
    this.timeNs = timeNs;
    this.price = bid;
    this.quantity = bidSize;
    this.high = ask;
    this.low = askSize;
    this.flags = 0;
  }

  public void bar(
      int instrument,
      long startNs,
      long endNs,
      long open,
      long high,
      long low,
      long close,
      long volume) {
    this.kind = EventKind.BAR;
    this.instrument = instrument;
    this.timeNs = endNs;
    this.startNs = startNs;
    this.price = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.quantity = volume;
    this.flags = 0;
  }

  /// The best bid of a quote.
  public long bid() {
    return price;
  }

  /// The best ask of a quote.
  public long ask() {
    return high;
  }

  public long bidSize() {
    return quantity;
  }

  public long askSize() {
    return low;
  }

  /// The price that a position is worth after this event: the trade, the middle of the quote
  /// rounded down, or the close of the bar.
  public long lastPrice() {
    return switch (kind) {
      case TRADE -> price;
      // The bits that both have and half of those that one has: their sum might leave a long.
      case QUOTE -> (price & high) + ((price ^ high) >> 1);
      case BAR -> close;
    };
  }

  /// Where the event lies in time: a bar where it begins, all else when it became known. What asks
  /// for a stretch of time asks by this, so that of sessions that touch each has its own bars.
  public long placeNs() {
    return kind == EventKind.BAR ? startNs : timeNs;
  }

  public void copyFrom(EventCursor other) {
    kind = other.kind;
    instrument = other.instrument;
    timeNs = other.timeNs;
    flags = other.flags;
    price = other.price;
    quantity = other.quantity;
    high = other.high;
    low = other.low;
    close = other.close;
    startNs = other.startNs;
  }
}
