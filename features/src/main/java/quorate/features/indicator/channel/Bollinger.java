package quorate.features.indicator.channel;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMoments;
import quorate.features.state.StateCodec;

/// Bollinger bands: the simple average of n values and bands k population deviations above and
/// below it. Agrees with TA-Lib BBANDS.
///
/// Outputs: 0 `middle`, 1 `upper`, 2 `lower`, 3 `percent_b` (where the value lies between the
/// bands, 0 lower to 1 upper and beyond; 0.5 where the bands meet), 4 `bandwidth` (upper − lower as
/// a share of the middle, 0 where the middle is 0).
///
/// Source: J. Bollinger, *Bollinger on Bollinger Bands* (2001).
public final class Bollinger implements ValueIndicator {
  private final RollingMoments moments;
  private final double deviations;
  private double last;
  private double middle;
  private double reach;

  /// @param window values averaged, at least 2
  /// @param deviations distance of the bands from the average, positive
  public Bollinger(int window, double deviations) {
    this.moments = new RollingMoments(Windows.check(window, 2, "bollinger"));
    if (!(deviations > 0)) {
      throw new IllegalArgumentException(
          "deviations must be positive, but was %s (feature \"bollinger\")".formatted(deviations));
    }
    this.deviations = deviations;
  }

  @Override
  public void update(double value) {
    moments.update(value);
    last = value;
    middle = moments.mean();
    reach = deviations * moments.deviation();
  }

  @Override
  public double value() {
    return middle;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> middle;
      case 1 -> middle + reach;
      case 2 -> middle - reach;
      case 3 -> percentB();
      case 4 -> middle == 0 ? 0 : 2 * reach / middle;
      default -> throw noOutput(output);
    };
  }

  private double percentB() {
    return reach == 0 ? 0.5 : (last - (middle - reach)) / (2 * reach);
  }

  @Override
  public int outputs() {
    return 5;
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
    middle = codec.real(middle);
    reach = codec.real(reach);
  }
}
