package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingRank;
import quorate.features.state.StateCodec;

/// How many percent of the n values before it are smaller than the newest one, 0 to 100. Agrees
/// with TA-Lib PERCENTRANK.
public final class PercentRank implements ValueIndicator {
  private final RollingRank before;
  private final double share;
  private double rank;
  private boolean ready;

  /// @param window values before this one, at least 1
  public PercentRank(int window) {
    before = new RollingRank(Windows.check(window, 1, "percent_rank"));
    share = 100.0 / window;
  }

  @Override
  public void update(double value) {
    ready = before.ready();
    rank = share * before.countBelow(value);
    before.update(value);
  }

  @Override
  public double value() {
    return rank;
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
    rank = codec.real(rank);
    ready = codec.flag(ready);
  }
}
