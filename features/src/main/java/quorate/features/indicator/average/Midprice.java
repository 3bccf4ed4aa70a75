package quorate.features.indicator.average;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMaximum;
import quorate.features.state.StateCodec;

/// Middle between the highest high and the lowest low of the last n bars, in price units. Agrees
/// with TA-Lib MIDPRICE.
public final class Midprice implements Indicator {
  private final RollingMaximum highest;
  private final RollingMaximum lowestNegated;

  /// @param window bars looked at, at least 1
  public Midprice(int window) {
    highest = new RollingMaximum(Windows.check(window, 1, "midprice"));
    lowestNegated = new RollingMaximum(window);
  }

  @Override
  public void update(BarView bar) {
    highest.update(bar.high());
    lowestNegated.update(-bar.low());
  }

  @Override
  public double value() {
    return (highest.value() - lowestNegated.value()) / 2;
  }

  @Override
  public boolean ready() {
    return highest.ready();
  }

  @Override
  public int warmUp() {
    return highest.size();
  }

  @Override
  public void state(StateCodec codec) {
    highest.state(codec);
    lowestNegated.state(codec);
  }
}
