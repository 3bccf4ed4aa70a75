package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Simple moving average: the mean of the last n values, in their unit.
///
/// Correctly rounded whatever came before ([quorate.features.rolling.ExactSum]), so that averages
/// of different windows over equal means are equal. Agrees with TA-Lib SMA.
public final class Sma implements ValueIndicator {
  private final RollingMean mean;

  /// @param window values averaged, at least 1
  public Sma(int window) {
    mean = new RollingMean(Windows.check(window, 1, "sma"));
  }

  @Override
  public void update(double value) {
    mean.update(value);
  }

  @Override
  public double value() {
    return mean.value();
  }

  @Override
  public boolean ready() {
    return mean.ready();
  }

  @Override
  public int warmUp() {
    return mean.size();
  }

  @Override
  public void state(StateCodec codec) {
    mean.state(codec);
  }
}
