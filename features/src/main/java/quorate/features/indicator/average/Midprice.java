package quorate.features.indicator.average;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingRange;
import quorate.features.state.StateCodec;

/// Middle between the highest high and the lowest low of the last n bars, in price units. Agrees
/// with TA-Lib MIDPRICE.
public final class Midprice implements Indicator {
  private final RollingRange range;

  /// @param window bars looked at, at least 1
  public Midprice(int window) {
    range = new RollingRange(Windows.check(window, 1, "midprice"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high(), bar.low());
  }

  @Override
  public double value() {
    return range.middle();
  }

  @Override
  public boolean ready() {
    return range.ready();
  }

  @Override
  public int warmUp() {
    return range.size();
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
  }
}
