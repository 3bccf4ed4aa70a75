package quorate.features.indicator.volatility;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMoments;
import quorate.features.rolling.WilderMean;
import quorate.features.state.StateCodec;

/// Dorsey's relative volatility index, 0 to 100: an RSI whose movement is the standard deviation of
/// the last m values, counted as a rise when the value rose and as a fall when it fell, both
/// smoothed by Wilder's mean over n; 50 without any. Agrees with TA-Lib RVI.
///
/// Source: D. Dorsey, "The relative volatility index", *Technical Analysis of Stocks & Commodities*
/// (1993).
public final class RelativeVolatility implements ValueIndicator {
  private final RollingMoments moments;
  private final WilderMean rises;
  private final WilderMean falls;
  private final int window;
  private double previous;

  /// @param window deviations smoothed, at least 1
  /// @param deviation values of each deviation, at least 2
  public RelativeVolatility(int window, int deviation) {
    this.window = Windows.check(window, 1, "relative_volatility");
    this.rises = new WilderMean(window);
    this.falls = new WilderMean(window);
    this.moments = new RollingMoments(Windows.check(deviation, 2, "relative_volatility"));
  }

  @Override
  public void update(double value) {
    moments.update(value);
    double sign = Math.signum(value - previous);
    previous = value;
    if (moments.ready()) {
      double deviation = moments.deviation();
      rises.update(Math.max(sign, 0) * deviation);
      falls.update(Math.max(-sign, 0) * deviation);
    }
  }

  @Override
  public double value() {
    double movement = rises.value() + falls.value();
    return movement == 0 ? 50 : 100 * (rises.value() / movement);
  }

  @Override
  public boolean ready() {
    return rises.ready();
  }

  @Override
  public int warmUp() {
    return moments.size() - 1 + window;
  }

  @Override
  public void state(StateCodec codec) {
    moments.state(codec);
    rises.state(codec);
    falls.state(codec);
    previous = codec.real(previous);
  }
}
