package quorate.features.indicator;

/// An indicator that also looks at single trades.
///
/// The trades of a bar come before the bar itself. Without any in a bar it makes do with bars. A
/// trade costs a few nanoseconds and allocates nothing once the first one was seen.
public interface FollowsTrades extends Indicator {
  /// @param price finite, within the bar that is growing
  /// @param volume 0 or more
  /// @param tick smallest step of the instrument's prices, in price units; 0 where there is none;
  ///   the same for all trades of a bar
  void trade(double price, double volume, double tick);
}
