package quorate.features.indicator;

/// An indicator that also looks inside its bars, at the finished bars of a shorter timeframe.
///
/// The finer bars of a bar come before the bar itself, the last of them too although both end at
/// the same time. Without any it makes do with its own bars.
public interface FinerBars extends Indicator {
  /// @param bar finished, within the bar that is growing
  void finer(BarView bar);
}
