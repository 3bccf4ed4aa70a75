package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingTrend;
import quorate.features.state.StateCodec;

/// The least-squares line through the last n values.
///
/// Outputs: 0 `value` (the line at the newest bar, in the values' unit), 1 `slope` (a bar; 0
/// exactly when all are equal), 2 `intercept` (the line at the oldest of the n), 3 `angle` (of the
/// slope, in degrees, −90 to 90), 4 `forecast` (the line one bar ahead). Agrees with TA-Lib
/// LINEARREG, LINEARREG_SLOPE, LINEARREG_INTERCEPT, LINEARREG_ANGLE and TSF.
public final class LinearRegression implements ValueIndicator {
  private static final double DEGREES = 180 / Math.PI;

  private final RollingTrend trend;
  private final double half;
  private double mean;
  private double slope;

  /// @param window values looked at, at least 2
  public LinearRegression(int window) {
    trend = new RollingTrend(Windows.check(window, 2, "linear_regression"));
    half = (window - 1) / 2.0;
  }

  @Override
  public void update(double value) {
    trend.update(value);
    mean = trend.mean();
    slope = trend.slope();
  }

  @Override
  public double value() {
    return at(half);
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> slope;
      case 2 -> at(-half);
      case 3 -> StrictMath.atan(slope) * DEGREES;
      case 4 -> at(half + 1);
      default -> throw noOutput(output);
    };
  }

  /// @param place bars after the middle of the window
  private double at(double place) {
    return Math.fma(slope, place, mean);
  }

  @Override
  public int outputs() {
    return 5;
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
    mean = codec.real(mean);
    slope = codec.real(slope);
  }
}
