package quorate.features.indicator.trend;

import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPath;
import quorate.features.state.StateCodec;

/// Kaufman's efficiency ratio, 0 to 1: the net change of the last n changes as a share of the way
/// there, 1 for a straight line. A series that stands still has 1, as in TA-Lib ER, with which it
/// agrees.
///
/// Source: P. J. Kaufman, *Smarter Trading* (1995).
public final class EfficiencyRatio implements ValueIndicator {
  private final RollingPath path;

  /// @param window changes looked at, at least 1
  public EfficiencyRatio(int window) {
    path = new RollingPath(Windows.check(window, 1, "efficiency_ratio"));
  }

  @Override
  public void update(double value) {
    path.update(value);
  }

  @Override
  public double value() {
    double length = path.length();
    return length < Share.NOTHING ? 1 : Math.min(1, Math.abs(path.net()) / length);
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
