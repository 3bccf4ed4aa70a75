package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Triangular moving average, in the unit of the values: weights that rise from both ends of the
/// window to its middle, which are those of a simple average of a simple average. Agrees with
/// TA-Lib TRIMA.
public final class Trima implements ValueIndicator {
  private final RollingMean inner;
  private final RollingMean outer;
  private final int window;

  /// @param window values averaged, at least 1
  public Trima(int window) {
    this.window = Windows.check(window, 1, "trima");
    inner = new RollingMean((window + 1) / 2);
    outer = new RollingMean(window / 2 + 1);
  }

  @Override
  public void update(double value) {
    inner.update(value);
    if (inner.ready()) {
      outer.update(inner.value());
    }
  }

  @Override
  public double value() {
    return outer.value();
  }

  @Override
  public boolean ready() {
    return outer.ready();
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public void state(StateCodec codec) {
    inner.state(codec);
    outer.state(codec);
  }
}
