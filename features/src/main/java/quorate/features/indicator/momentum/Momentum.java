package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// The change over the last n bars, in the unit of the values: x − x n bars ago. Agrees with TA-Lib
/// MOM. [RateOfChange] is the change as a share.
public final class Momentum implements ValueIndicator {
  private final Window values;
  private double change;
  private boolean ready;

  /// @param window bars it reaches back, at least 1
  public Momentum(int window) {
    values = new Window(Windows.check(window, 1, "momentum"));
  }

  @Override
  public void update(double value) {
    ready = values.full();
    change = value - values.push(value);
  }

  @Override
  public double value() {
    return change;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public int warmUp() {
    return values.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    change = codec.real(change);
    ready = codec.flag(ready);
  }
}
