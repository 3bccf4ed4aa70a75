package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Average day range: the mean of high − low over n bars, in price units. Agrees with TA-Lib ADR.
public final class AverageDayRange implements Indicator {
  private final RollingMean mean;

  /// @param window bars averaged, at least 1
  public AverageDayRange(int window) {
    mean = new RollingMean(Windows.check(window, 1, "average_day_range"));
  }

  @Override
  public void update(BarView bar) {
    mean.update(bar.high() - bar.low());
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
