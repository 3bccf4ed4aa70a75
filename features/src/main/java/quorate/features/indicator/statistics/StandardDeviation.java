package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMoments;
import quorate.features.state.StateCodec;

/// Population standard deviation of the last n values times a factor, in their unit; 0 exactly when
/// all are equal. Agrees with TA-Lib STDDEV.
public final class StandardDeviation implements ValueIndicator {
  private final RollingMoments moments;
  private final double deviations;

  /// @param window values looked at, at least 2
  /// @param deviations the factor, positive
  public StandardDeviation(int window, double deviations) {
    moments = new RollingMoments(Windows.check(window, 2, "standard_deviation"));
    if (!(deviations > 0)) {
      throw new IllegalArgumentException(
          "deviations must be positive, but was %s (feature \"standard_deviation\")"
              .formatted(deviations));
    }
    this.deviations = deviations;
  }

  @Override
  public void update(double value) {
    moments.update(value);
  }

  @Override
  public double value() {
    return deviations * moments.deviation();
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
  }
}
