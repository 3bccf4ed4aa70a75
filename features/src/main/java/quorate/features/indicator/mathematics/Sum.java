package quorate.features.indicator.mathematics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// Sum of the last n values, in their unit, free of drift. Agrees with TA-Lib SUM.
public final class Sum implements ValueIndicator {
  private final RollingSum sum;

  /// @param window values summed, at least 1
  public Sum(int window) {
    sum = new RollingSum(Windows.check(window, 1, "sum"));
  }

  @Override
  public void update(double value) {
    sum.update(value);
  }

  @Override
  public double value() {
    return sum.value();
  }

  @Override
  public boolean ready() {
    return sum.ready();
  }

  @Override
  public int warmUp() {
    return sum.size();
  }

  @Override
  public void state(StateCodec codec) {
    sum.state(codec);
  }
}
