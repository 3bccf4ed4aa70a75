package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMoments;
import quorate.features.state.StateCodec;

/// Population variance of the last n values, in the square of their unit; 0 exactly when all are
/// equal. Agrees with TA-Lib VAR, whose number of deviations changes nothing.
public final class Variance implements ValueIndicator {
  private final RollingMoments moments;

  /// @param window values looked at, at least 2
  public Variance(int window) {
    moments = new RollingMoments(Windows.check(window, 2, "variance"));
  }

  @Override
  public void update(double value) {
    moments.update(value);
  }

  @Override
  public double value() {
    return moments.variance();
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
