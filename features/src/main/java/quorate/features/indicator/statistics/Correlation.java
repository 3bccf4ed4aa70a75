package quorate.features.indicator.statistics;

import quorate.features.indicator.PairIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPair;
import quorate.features.state.StateCodec;

/// Pearson's correlation of the last n pairs of values, −1 to 1; 0 when one of the two series
/// stands still. Agrees with TA-Lib CORREL.
public final class Correlation implements PairIndicator {
  private final RollingPair pairs;

  /// @param window pairs looked at, at least 2
  public Correlation(int window) {
    pairs = new RollingPair(Windows.check(window, 2, "correlation"));
  }

  @Override
  public void update(double x, double y) {
    pairs.update(x, y);
  }

  @Override
  public double value() {
    return pairs.correlation();
  }

  @Override
  public boolean ready() {
    return pairs.ready();
  }

  @Override
  public int warmUp() {
    return pairs.size();
  }

  @Override
  public void state(StateCodec codec) {
    pairs.state(codec);
  }
}
