package quorate.features.indicator.oscillator;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingRange;
import quorate.features.state.StateCodec;

/// Williams's %R, −100 to 0: how far the close lies below the highest high of n bars, in percent of
/// their range; 0 when there is no range. Agrees with TA-Lib WILLR.
///
/// Source: L. Williams, *How I Made One Million Dollars Last Year Trading Commodities* (1973).
public final class WilliamsR implements Indicator {
  private final RollingRange range;
  private double close;

  /// @param window bars of the range, at least 1
  public WilliamsR(int window) {
    range = new RollingRange(Windows.check(window, 1, "williams_r"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high(), bar.low());
    close = bar.close();
  }

  @Override
  public double value() {
    return Share.percent(close - range.highest(), range.width());
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
    close = codec.real(close);
  }
}
