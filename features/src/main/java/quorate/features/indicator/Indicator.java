package quorate.features.indicator;

/// A number that follows the bars of one timeframe.
///
/// An update costs O(1), O(log n) or is bounded by the window, and allocates nothing. The same bars
/// give the same values bit for bit, and later bars change no earlier value. Not for use by two
/// threads.
public interface Indicator {
  void update(BarView bar);

  /// The value after the last bar; only meaningful when [#ready].
  double value();

  /// Whether enough bars were seen.
  boolean ready();
}
