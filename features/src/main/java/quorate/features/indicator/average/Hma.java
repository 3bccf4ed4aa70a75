package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingTrend;
import quorate.features.state.StateCodec;

/// Hull's moving average, in the unit of the values: the weighted average over √n of 2 · WMA of n /
/// 2 − WMA of n, both counts rounded down, which follows turns with little lag. Agrees with TA-Lib
/// HMA.
///
/// Source: A. Hull, "How to reduce lag in a moving average" (2005), alanhull.com.
public final class Hma implements ValueIndicator {
  private final RollingTrend half;
  private final RollingTrend full;
  private final RollingTrend outer;

  /// @param window the n of the formula, at least 1
  public Hma(int window) {
    full = new RollingTrend(Windows.check(window, 1, "hma"));
    half = new RollingTrend(Math.max(1, window / 2));
    outer = new RollingTrend((int) Math.sqrt(window));
  }

  @Override
  public void update(double value) {
    half.update(value);
    full.update(value);
    if (full.ready()) {
      double near = half.weightedMean();
      outer.update(near + (near - full.weightedMean()));
    }
  }

  @Override
  public double value() {
    return outer.weightedMean();
  }

  @Override
  public boolean ready() {
    return outer.ready();
  }

  @Override
  public int warmUp() {
    return full.size() + outer.size() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    half.state(codec);
    full.state(codec);
    outer.state(codec);
  }
}
