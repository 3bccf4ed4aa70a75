package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Relative volume: the bar's volume over the mean volume of the n bars before it, 0 or more, 1 for
/// an ordinary bar; 0 where those had no volume. Agrees with TA-Lib RVOL, which is infinite or no
/// number there.
public final class RelativeVolume implements Indicator {
  private final RollingMean before;
  private double relative;
  private boolean ready;

  /// @param window bars before this one, at least 1
  public RelativeVolume(int window) {
    before = new RollingMean(Windows.check(window, 1, "relative_volume"));
  }

  @Override
  public void update(BarView bar) {
    double volume = bar.volume();
    ready = before.ready();
    if (ready) {
      double ordinary = before.value();
      relative = ordinary > 0 ? volume / ordinary : 0;
    }
    before.update(volume);
  }

  @Override
  public double value() {
    return relative;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public int warmUp() {
    return before.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    before.state(codec);
    relative = codec.real(relative);
    ready = codec.flag(ready);
  }
}
