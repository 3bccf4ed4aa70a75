package quorate.features.indicator.mathematics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPeak;
import quorate.features.state.StateCodec;

/// How many bars ago the largest or the smallest of the last n values was, 0 to n − 1; of equal
/// ones the newest counts. TA-Lib's MAXINDEX, MININDEX and MINMAXINDEX are the bar's number less
/// this one, except that of equal ones they take now the newest, now the oldest.
public final class BarsSinceExtreme implements ValueIndicator {
  private final RollingPeak peak;
  private final double sign;

  private BarsSinceExtreme(RollingPeak peak, double sign) {
    this.peak = peak;
    this.sign = sign;
  }

  /// @param window values looked at, at least 1
  public static BarsSinceExtreme maximum(int window) {
    return new BarsSinceExtreme(new RollingPeak(Windows.check(window, 1, "bars_since_maximum")), 1);
  }

  /// @param window values looked at, at least 1
  public static BarsSinceExtreme minimum(int window) {
    return new BarsSinceExtreme(
        new RollingPeak(Windows.check(window, 1, "bars_since_minimum")), -1);
  }

  @Override
  public void update(double value) {
    peak.update(sign * value);
  }

  @Override
  public double value() {
    return peak.age();
  }

  @Override
  public boolean ready() {
    return peak.ready();
  }

  @Override
  public int warmUp() {
    return peak.size();
  }

  @Override
  public void state(StateCodec codec) {
    peak.state(codec);
  }
}
