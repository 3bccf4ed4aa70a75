package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMaximum;
import quorate.features.state.StateCodec;

/// Middle between the largest and the smallest of the last n values, in their unit. Agrees with
/// TA-Lib MIDPOINT.
public final class Midpoint implements ValueIndicator {
  private final RollingMaximum largest;
  private final RollingMaximum smallestNegated;

  /// @param window values looked at, at least 1
  public Midpoint(int window) {
    largest = new RollingMaximum(Windows.check(window, 1, "midpoint"));
    smallestNegated = new RollingMaximum(window);
  }

  @Override
  public void update(double value) {
    largest.update(value);
    smallestNegated.update(-value);
  }

  @Override
  public double value() {
    return (largest.value() - smallestNegated.value()) / 2;
  }

  @Override
  public boolean ready() {
    return largest.ready();
  }

  @Override
  public int warmUp() {
    return largest.size();
  }

  @Override
  public void state(StateCodec codec) {
    largest.state(codec);
    smallestNegated.state(codec);
  }
}
