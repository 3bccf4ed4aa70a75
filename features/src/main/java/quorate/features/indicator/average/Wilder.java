package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.WilderMean;
import quorate.features.state.StateCodec;

/// Wilder's smoothing of any series: the mean of the first n values, then the share 1 / n of the
/// way to each new one.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978).
public final class Wilder implements ValueIndicator {
  private final WilderMean mean;
  private final int window;

  /// @param window the n of the formula, at least 1
  public Wilder(int window) {
    this.window = Windows.check(window, 1, "wilder");
    this.mean = new WilderMean(window);
  }

  @Override
  public void update(double value) {
    mean.update(value);
  }

  @Override
  public double value() {
    return mean.value();
  }

  @Override
  public boolean ready() {
    return mean.ready();
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public void state(StateCodec codec) {
    mean.state(codec);
  }
}
