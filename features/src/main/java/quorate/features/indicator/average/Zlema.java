package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Zero-lag exponential moving average, in the unit of the values: the exponential average of x +
/// (x − x as it was (n − 1) / 2 values ago, rounded down). Agrees with TA-Lib ZLEMA.
///
/// Source: J. F. Ehlers and R. Way, "Zero lag (well, almost)", *Technical Analysis of Stocks &
/// Commodities* 28 (2010).
public final class Zlema implements ValueIndicator {
  /// The newest value and those that it is compared with.
  private final Window values;

  private final Ema average;
  private final int lag;

  /// @param window the n of the formula, at least 1
  public Zlema(int window) {
    lag = (Windows.check(window, 1, "zlema") - 1) / 2;
    values = new Window(lag + 1);
    average = new Ema(window);
  }

  @Override
  public void update(double value) {
    values.push(value);
    if (values.full()) {
      average.update(value + (value - values.back(lag)));
    }
  }

  @Override
  public double value() {
    return average.value();
  }

  @Override
  public boolean ready() {
    return average.ready();
  }

  @Override
  public int warmUp() {
    return lag + average.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    average.state(codec);
  }
}
