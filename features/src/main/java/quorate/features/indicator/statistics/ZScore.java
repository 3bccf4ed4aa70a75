package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMoments;
import quorate.features.state.StateCodec;

/// How many population deviations the newest value is above the mean of the last n, itself
/// included: −√(n − 1) to √(n − 1); 0 when all are equal.
public final class ZScore implements ValueIndicator {
  private final RollingMoments moments;
  private double last;

  /// @param window values looked at, at least 2
  public ZScore(int window) {
    moments = new RollingMoments(Windows.check(window, 2, "z_score"));
  }

  @Override
  public void update(double value) {
    moments.update(value);
    last = value;
  }

  @Override
  public double value() {
    double deviation = moments.deviation();
    return deviation == 0 ? 0 : (last - moments.mean()) / deviation;
  }

  @Override
  public boolean ready() {
    return moments.ready();
  }

  @Override
  public int warmUp() {
    return moments.size();
  }

  @Override
  public void state(StateCodec codec) {
    moments.state(codec);
    last = codec.real(last);
  }
}
