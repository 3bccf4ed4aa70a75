package quorate.features.indicator.mathematics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMaximum;
import quorate.features.state.StateCodec;

/// The largest or the smallest of the last n values, in their unit. Agrees with TA-Lib MAX and MIN,
/// and so with both of MINMAX.
public final class Extreme implements ValueIndicator {
  private final RollingMaximum extreme;
  private final double sign;

  private Extreme(RollingMaximum extreme, double sign) {
    this.extreme = extreme;
    this.sign = sign;
  }

  /// @param window values looked at, at least 1
  public static Extreme maximum(int window) {
    return new Extreme(new RollingMaximum(Windows.check(window, 1, "maximum")), 1);
  }

  /// @param window values looked at, at least 1
  public static Extreme minimum(int window) {
    return new Extreme(new RollingMaximum(Windows.check(window, 1, "minimum")), -1);
  }

  @Override
  public void update(double value) {
    extreme.update(sign * value);
  }

  @Override
  public double value() {
    return sign * extreme.value();
  }

  @Override
  public boolean ready() {
    return extreme.ready();
  }

  @Override
  public int warmUp() {
    return extreme.size();
  }

  @Override
  public void state(StateCodec codec) {
    extreme.state(codec);
  }
}
