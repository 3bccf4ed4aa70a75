package quorate.features.indicator.pressure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.state.StateCodec;

/// Elder's ray, in price units: how far bulls could lift and bears press the price from its
/// exponential average.
///
/// Outputs: 0 `bull` (high − average of closes), 1 `bear` (low − average). Agrees with TA-Lib ERI.
///
/// Source: A. Elder, *Trading for a Living* (1993).
public final class ElderRay implements Indicator {
  private final Ema average;
  private double high;
  private double low;

  /// @param window the n of the average, at least 1
  public ElderRay(int window) {
    average = new Ema(Windows.check(window, 1, "elder_ray"));
  }

  @Override
  public void update(BarView bar) {
    average.update(bar.close());
    high = bar.high();
    low = bar.low();
  }

  @Override
  public double value() {
    return high - average.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> low - average.value();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return average.ready();
  }

  @Override
  public int warmUp() {
    return average.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    average.state(codec);
    high = codec.real(high);
    low = codec.real(low);
  }
}
