package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingTrend;
import quorate.features.state.StateCodec;

/// Slope of the least-squares line through the last n values, in their unit a bar; 0 exactly when
/// all are equal. Agrees with TA-Lib LINEARREG_SLOPE.
public final class LinearRegressionSlope implements ValueIndicator {
  private final RollingTrend trend;

  /// @param window values looked at, at least 2
  public LinearRegressionSlope(int window) {
    trend = new RollingTrend(Windows.check(window, 2, "linear_regression_slope"));
  }

  @Override
  public void update(double value) {
    trend.update(value);
  }

  @Override
  public double value() {
    return trend.slope();
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
