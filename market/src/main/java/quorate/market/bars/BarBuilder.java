package quorate.market.bars;

/// One timeframe's bars of one instrument while they grow.
///
/// The owner ([BarSet]) closes what is due before it adds an event, so adding needs no look at the
/// clock and stays a handful of comparisons.
interface BarBuilder {
  /// The instant from which the growing bar is due to be closed; far future when nothing is due.
  long dueNs();

  /// How long the bar is, to order bars that close together: longer ones first.
  long spanNs();

  /// Closes the bar that is due, tells the listener, and begins the next one if its start is known.
  void closeDue(BarListener listener);

  /// Enters the session of the next event.
  void enter(SessionSpan session);

  /// Adds a trade, or a quote's price, at or after the growing bar's start.
  void addTrade(long timeNs, long price, long quantity, BarListener listener);

  /// Adds a finished smaller bar that lies inside the growing bar.
  void addBar(
      long startNs,
      long endNs,
      long open,
      long high,
      long low,
      long close,
      long volume,
      BarListener listener);

  /// Closes what has begun although it is not due: the stream is at its end, and the bar with it.
  ///
  /// @param timeNs of the last event that was added
  void finish(long timeNs, BarListener listener);
}
