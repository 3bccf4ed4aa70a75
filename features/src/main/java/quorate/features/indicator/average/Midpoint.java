package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingRange;
import quorate.features.state.StateCodec;

/// Middle between the largest and the smallest of the last n values, in their unit. Agrees with
/// TA-Lib MIDPOINT.
public final class Midpoint implements ValueIndicator {
  private final RollingRange range;

  /// @param window values looked at, at least 1
  public Midpoint(int window) {
    range = new RollingRange(Windows.check(window, 1, "midpoint"));
  }

  @Override
  public void update(double value) {
    range.update(value, value);
  }

  @Override
  public double value() {
    return range.middle();
  }

  @Override
  public boolean ready() {
    return range.ready();
  }

  @Override
  public int warmUp() {
    return range.size();
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
  }
}
