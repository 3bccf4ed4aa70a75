package quorate.features.indicator.volatility;

import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The mean of what each of the last n bars tells of the variance a bar, and its root a year.
final class MeanVariance implements Stateful {
  private final RollingSum sum;
  private final double scale;

  MeanVariance(int window, double periodsPerYear, String indicator) {
    sum = new RollingSum(Windows.check(window, 1, indicator));
    scale = Annual.check(periodsPerYear, indicator) / window;
  }

  /// @param variance of one bar, 0 or more but for rounding
  void update(double variance) {
    sum.update(Math.max(0, variance));
  }

  /// The mean a year.
  double value() {
    return Math.max(0, sum.value()) * scale;
  }

  double deviation() {
    return Math.sqrt(value());
  }

  boolean ready() {
    return sum.ready();
  }

  int size() {
    return sum.size();
  }

  @Override
  public void state(StateCodec codec) {
    sum.state(codec);
  }
}
