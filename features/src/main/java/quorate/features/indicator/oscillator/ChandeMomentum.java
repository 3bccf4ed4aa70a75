package quorate.features.indicator.oscillator;

import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPath;
import quorate.features.state.StateCodec;

/// Chande's momentum oscillator as he defined it, −100 to 100: rises minus falls of the last n
/// changes in percent of both together, which is the net change in percent of the way; 0 when
/// nothing moves. Agrees with TA-Lib CMOU. [SmoothedChandeMomentum] forgets gradually instead.
///
/// Source: T. S. Chande and S. Kroll, *The New Technical Trader* (1994).
public final class ChandeMomentum implements ValueIndicator {
  private final RollingPath path;

  /// @param window changes looked at, at least 1
  public ChandeMomentum(int window) {
    path = new RollingPath(Windows.check(window, 1, "chande_momentum"));
  }

  @Override
  public void update(double value) {
    path.update(value);
  }

  @Override
  public double value() {
    return Share.percent(path.net(), path.length());
  }

  @Override
  public boolean ready() {
    return path.ready();
  }

  @Override
  public int warmUp() {
    return path.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    path.state(codec);
  }
}
