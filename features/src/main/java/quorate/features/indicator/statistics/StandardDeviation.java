package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMoments;
import quorate.features.state.StateCodec;

/// Population standard deviation of the last n values, in their unit; 0 exactly when all are equal.
/// Agrees with TA-Lib STDDEV.
public final class StandardDeviation implements ValueIndicator {
  private final RollingMoments moments;

  /// @param window values looked at, at least 2
  public StandardDeviation(int window) {
    moments = new RollingMoments(Windows.check(window, 2, "standard_deviation"));
  }

  @Override
  public void update(double value) {
    moments.update(value);
  }

  @Override
  public double value() {
    return moments.deviation();
  }

  @Override
  public boolean ready() {
    return moments.ready();
  }

  @Override
  public int warmUp() {
    return moments.size();
  }

  @Override
  public void state(StateCodec codec) {
    moments.state(codec);
  }
}
