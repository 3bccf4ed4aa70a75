package quorate.features.indicator.mathematics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Sum of the last n values, in their unit, free of drift. Agrees with TA-Lib SUM.
public final class Sum implements ValueIndicator {
  private final Window values;
  private final ExactSum sum = new ExactSum();

  /// @param window values summed, at least 1
  public Sum(int window) {
    values = new Window(Windows.check(window, 1, "sum"));
  }

  @Override
  public void update(double value) {
    sum.exchange(value, values.push(value));
  }

  @Override
  public double value() {
    return sum.value();
  }

  @Override
  public boolean ready() {
    return values.full();
  }

  @Override
  public int warmUp() {
    return values.size();
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    sum.state(codec);
  }
}
