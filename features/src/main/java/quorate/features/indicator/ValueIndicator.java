package quorate.features.indicator;

/// An indicator that follows one series of numbers: the closes of bars, or the values of another
/// indicator.
public interface ValueIndicator extends Indicator {
  /// @param value finite
  void update(double value);

  /// Follows the closes.
  @Override
  default void update(BarView bar) {
    update(bar.close());
  }
}
