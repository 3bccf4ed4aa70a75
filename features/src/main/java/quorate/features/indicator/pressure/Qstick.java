package quorate.features.indicator.pressure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Chande's Qstick, in price units: the simple average of close − open; above 0 where candles have
/// mostly been rising. Agrees with TA-Lib QSTICK.
///
/// Source: T. S. Chande and S. Kroll, *The New Technical Trader* (1994).
public final class Qstick implements Indicator {
  private final RollingMean mean;

  /// @param window bars averaged, at least 1
  public Qstick(int window) {
    mean = new RollingMean(Windows.check(window, 1, "qstick"));
  }

  @Override
  public void update(BarView bar) {
    mean.update(bar.close() - bar.open());
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
