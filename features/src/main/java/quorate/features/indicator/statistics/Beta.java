package quorate.features.indicator.statistics;

import quorate.features.indicator.PairIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPair;
import quorate.features.state.StateCodec;

/// Beta of the second series to the first: the slope of the least-squares line of y's last n
/// relative changes over x's; 0 when x's changes are all equal. The market comes first, as in
/// TA-Lib BETA, with which it agrees. A change from 0 counts as none.
public final class Beta implements PairIndicator {
  private final RollingPair changes;
  private double previousX;
  private double previousY;
  private boolean started;

  /// @param window changes looked at, at least 2
  public Beta(int window) {
    changes = new RollingPair(Windows.check(window, 2, "beta"));
  }

  @Override
  public void update(double x, double y) {
    if (started) {
      changes.update(change(x, previousX), change(y, previousY));
    }
    previousX = x;
    previousY = y;
    started = true;
  }

  private static double change(double now, double previous) {
    return previous == 0 ? 0 : (now - previous) / previous;
  }

  @Override
  public double value() {
    return changes.slope();
  }

  @Override
  public boolean ready() {
    return changes.ready();
  }

  @Override
  public int warmUp() {
    return changes.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    changes.state(codec);
    previousX = codec.real(previousX);
    previousY = codec.real(previousY);
    started = codec.flag(started);
  }
}
