package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Headley's acceleration bands: simple averages of the close, and of highs raised and lows lowered
/// by four times the bar's range as a share of twice its middle, in price units.
///
/// Outputs: 0 `middle`, the mean of the closes; 1 `upper`, of high · (1 + w); 2 `lower`, of low ·
/// (1 − w); w = 4 · (high − low) / (high + low), 0 where high + low is 0. Agrees with TA-Lib
/// ACCBANDS.
///
/// Source: P. Headley, *Big Trends in Trading* (2002).
public final class AccelerationBands implements Indicator {
  private final RollingMean closes;
  private final RollingMean uppers;
  private final RollingMean lowers;

  /// @param window bars averaged, at least 2
  public AccelerationBands(int window) {
    closes = new RollingMean(Windows.check(window, 2, "acceleration_bands"));
    uppers = new RollingMean(window);
    lowers = new RollingMean(window);
  }

  @Override
  public void update(BarView bar) {
    double high = bar.high();
    double low = bar.low();
    double sum = high + low;
    double width = sum == 0 ? 0 : 4 * (high - low) / sum;
    closes.update(bar.close());
    uppers.update(high * (1 + width));
    lowers.update(low * (1 - width));
  }

  @Override
  public double value() {
    return closes.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> closes.value();
      case 1 -> uppers.value();
      case 2 -> lowers.value();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return closes.ready();
  }

  @Override
  public int warmUp() {
    return closes.size();
  }

  @Override
  public void state(StateCodec codec) {
    closes.state(codec);
    uppers.state(codec);
    lowers.state(codec);
  }
}
