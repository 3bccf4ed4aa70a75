package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// The value beside what it was n bars ago, in four ways.
///
/// Outputs: 0 `percent` (the change in percent of the old value, TA-Lib ROC), 1 `fraction` (the
/// same over 1, ROCP), 2 `ratio` (new / old, ROCR), 3 `ratio_percent` (ROCR100). All are 0 where
/// the old value is 0. Agrees with the TA-Lib functions named.
public final class RateOfChange implements ValueIndicator {
  private final Window values;
  private double fraction;
  private double ratio;
  private boolean ready;

  /// @param window bars it reaches back, at least 1
  public RateOfChange(int window) {
    values = new Window(Windows.check(window, 1, "rate_of_change"));
  }

  @Override
  public void update(double value) {
    ready = values.full();
    double oldest = values.push(value);
    fraction = oldest == 0 ? 0 : (value - oldest) / oldest;
    ratio = oldest == 0 ? 0 : value / oldest;
  }

  @Override
  public double value() {
    return 100 * fraction;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> fraction;
      case 2 -> ratio;
      case 3 -> 100 * ratio;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 4;
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
    fraction = codec.real(fraction);
    ratio = codec.real(ratio);
    ready = codec.flag(ready);
  }
}
