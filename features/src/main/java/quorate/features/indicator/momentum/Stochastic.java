package quorate.features.indicator.momentum;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMaximum;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Lane's stochastic oscillator: where the close lies in the range of the last n bars, 0 to 100,
/// smoothed twice by simple averages.
///
/// Outputs: 0 `k`, 1 `d` (the average of k), 2 `raw` (before any smoothing; 0 when the range is
/// none). The slow stochastic is TA-Lib STOCH, with which it agrees; with a slowing of 1 it is the
/// fast one, TA-Lib STOCHF.
///
/// Source: G. C. Lane, "Lane's stochastics", *Technical Analysis of Stocks & Commodities* 2 (1984).
public final class Stochastic implements Indicator {
  private final RollingMaximum highest;
  private final RollingMaximum lowestNegated;
  private final RollingMean slow;
  private final RollingMean signal;
  private double raw;

  /// @param window bars of the range, at least 1
  /// @param slowing raw values averaged to k, at least 1
  /// @param signal values of k averaged to d, at least 1
  public Stochastic(int window, int slowing, int signal) {
    Windows.check(window, 1, "stochastic");
    this.highest = new RollingMaximum(window);
    this.lowestNegated = new RollingMaximum(window);
    this.slow = new RollingMean(Windows.check(slowing, 1, "stochastic"));
    this.signal = new RollingMean(Windows.check(signal, 1, "stochastic"));
  }

  @Override
  public void update(BarView bar) {
    highest.update(bar.high());
    lowestNegated.update(-bar.low());
    if (!highest.ready()) {
      return;
    }
    double lowest = -lowestNegated.value();
    double range = highest.value() - lowest;
    raw = range == 0 ? 0 : 100 * ((bar.close() - lowest) / range);
    slow.update(raw);
    if (slow.ready()) {
      signal.update(slow.value());
    }
  }

  @Override
  public double value() {
    return slow.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> slow.value();
      case 1 -> signal.value();
      case 2 -> raw;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return signal.ready();
  }

  @Override
  public int warmUp() {
    return highest.size() + slow.size() + signal.size() - 2;
  }

  @Override
  public void state(StateCodec codec) {
    highest.state(codec);
    lowestNegated.state(codec);
    slow.state(codec);
    signal.state(codec);
    raw = codec.real(raw);
  }
}
