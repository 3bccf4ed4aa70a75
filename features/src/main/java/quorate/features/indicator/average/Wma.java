package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingTrend;
import quorate.features.state.StateCodec;

/// Weighted moving average: weights n for the newest value down to 1 for the oldest. Agrees with
/// TA-Lib WMA.
public final class Wma implements ValueIndicator {
  private final RollingTrend trend;

  /// @param window values averaged, at least 1
  public Wma(int window) {
    trend = new RollingTrend(Windows.check(window, 1, "wma"));
  }

  @Override
  public void update(double value) {
    trend.update(value);
  }

  @Override
  public double value() {
    return trend.weightedMean();
  }

  @Override
  public boolean ready() {
    return trend.ready();
  }

  @Override
  public int warmUp() {
    return trend.size();
  }

  @Override
  public void state(StateCodec codec) {
    trend.state(codec);
  }
}
