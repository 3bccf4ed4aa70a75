package quorate.features.indicator;

/// An indicator that follows two series of numbers side by side, such as their correlation.
public interface PairIndicator extends Indicator {
  /// @param x finite
  /// @param y finite
  void update(double x, double y);

  /// Follows highs (x) and lows (y), as TA-Lib does when no series are named.
  @Override
  default void update(BarView bar) {
    update(bar.high(), bar.low());
  }
}
