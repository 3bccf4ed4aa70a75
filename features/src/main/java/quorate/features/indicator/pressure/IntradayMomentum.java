package quorate.features.indicator.pressure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// Chande's intraday momentum index, 0 to 100: the bodies of rising bars (close − open) in percent
/// of all bodies of n bars; 50 when no bar has a body. Agrees with TA-Lib IMI.
///
/// Source: T. S. Chande and S. Kroll, *The New Technical Trader* (1994).
public final class IntradayMomentum implements Indicator {
  private final RollingSum rising;
  private final RollingSum bodies;

  /// @param window bars summed, at least 2
  public IntradayMomentum(int window) {
    rising = new RollingSum(Windows.check(window, 2, "intraday_momentum"));
    bodies = new RollingSum(window);
  }

  @Override
  public void update(BarView bar) {
    double body = bar.close() - bar.open();
    rising.update(Math.max(body, 0));
    bodies.update(Math.abs(body));
  }

  @Override
  public double value() {
    double all = bodies.value();
    return all < Share.NOTHING ? 50 : 100 * (rising.value() / all);
  }

  @Override
  public boolean ready() {
    return bodies.ready();
  }

  @Override
  public int warmUp() {
    return bodies.size();
  }

  @Override
  public void state(StateCodec codec) {
    rising.state(codec);
    bodies.state(codec);
  }
}
