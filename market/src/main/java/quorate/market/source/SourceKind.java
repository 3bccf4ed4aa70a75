package quorate.market.source;

/// What the rows of a source are.
public enum SourceKind {
  /// One trade a row: TRADE events.
  TRADES,
  /// The best bid and ask after a change, or at the end of an interval: QUOTE events.
  QUOTES,
  /// One bar a row, or one bar a column of a close panel: BAR events.
  BARS,
  /// Contracts open at a time: `event.quantity` is their number, every other field of the event but
  /// its time and instrument is empty. Not a market event; nothing trades on it.
  OPEN_INTEREST,
  /// A line of a reference table, kept as text: it has no instrument and no time, is not judged and
  /// never becomes an event.
  TABLE;

  /// Whether rows are events of the market.
  public boolean isMarket() {
    return switch (this) {
      case TRADES, QUOTES, BARS -> true;
      case OPEN_INTEREST, TABLE -> false;
    };
  }
}
