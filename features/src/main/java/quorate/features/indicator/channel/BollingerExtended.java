package quorate.features.indicator.channel;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.AverageKind;
import quorate.features.rolling.RollingMoments;
import quorate.features.state.StateCodec;

/// Bollinger bands round a moving average of any kind, with a distance of its own on each side, in
/// the unit of the values. Agrees with TA-Lib BBANDS.
///
/// Outputs: 0 `middle`, 1 `upper`, 2 `lower`. Whatever the kind of the middle, the deviation is
/// that of the last n values from their simple mean.
///
/// Source: J. Bollinger, *Bollinger on Bollinger Bands* (2001).
public final class BollingerExtended implements ValueIndicator {
  private final ValueIndicator average;
  private final RollingMoments moments;
  private final double up;
  private final double down;
  private double middle;
  private double deviation;

  /// @param window the n of average and deviation, at least 2
  /// @param up population deviations from the middle to the upper band
  /// @param down population deviations from the middle to the lower band
  /// @param kind place among the kinds of [AverageKind], 0 to 8
  public BollingerExtended(int window, double up, double down, int kind) {
    moments = new RollingMoments(Windows.check(window, 2, "bollinger_extended"));
    average = AverageKind.of(kind, window);
    this.up = up;
    this.down = down;
  }

  @Override
  public void update(double value) {
    average.update(value);
    moments.update(value);
    middle = average.value();
    deviation = moments.deviation();
  }

  @Override
  public double value() {
    return middle;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> middle;
      case 1 -> middle + up * deviation;
      case 2 -> middle - down * deviation;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return average.ready() && moments.ready();
  }

  @Override
  public int warmUp() {
    return Math.max(average.warmUp(), moments.size());
  }

  @Override
  public void state(StateCodec codec) {
    average.state(codec);
    moments.state(codec);
    middle = codec.real(middle);
    deviation = codec.real(deviation);
  }
}
