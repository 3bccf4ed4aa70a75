package quorate.features.indicator.price;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMeanDeviation;
import quorate.features.state.StateCodec;

/// Mean absolute distance of the last n values from their mean, in their unit, 0 or more; 0 for a
/// flat series. Agrees with TA-Lib AVGDEV. An update costs the window.
public final class AverageDeviation implements ValueIndicator {
  private final RollingMeanDeviation values;
  private double deviation;

  /// @param window values looked at, at least 2
  public AverageDeviation(int window) {
    values = new RollingMeanDeviation(Windows.check(window, 2, "average_deviation"));
  }

  @Override
  public void update(double value) {
    values.update(value);
    deviation = values.deviation();
  }

  @Override
  public double value() {
    return deviation;
  }

  @Override
  public boolean ready() {
    return values.ready();
  }

  @Override
  public int warmUp() {
    return values.size();
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    deviation = codec.real(deviation);
  }
}
