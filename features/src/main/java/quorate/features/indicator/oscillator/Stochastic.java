package quorate.features.indicator.oscillator;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.AverageKind;
import quorate.features.rolling.RollingRange;
import quorate.features.state.StateCodec;

/// Lane's stochastic oscillator: where the close lies in the range of the last n bars, 0 to 100,
/// smoothed twice by moving averages of any kind, usually simple ones.
///
/// Outputs: 0 `k`, 1 `d` (the average of k), 2 `raw` (before any smoothing; 0 when the range is
/// none). The slow stochastic is TA-Lib STOCH, with which it agrees; with a slowing of 1 it is the
/// fast one, TA-Lib STOCHF.
///
/// Source: G. C. Lane, "Lane's stochastics", *Technical Analysis of Stocks & Commodities* 2 (1984).
public final class Stochastic implements Indicator {
  private final RollingRange range;
  private final ValueIndicator slow;
  private final ValueIndicator signal;
  private double raw;
  private double k;

  /// @param window bars of the range, at least 1
  /// @param slowing raw values averaged to k, at least 1
  /// @param signal values of k averaged to d, at least 1
  /// @param slowKind of the average to k, place in [AverageKind]
  /// @param signalKind of the average to d, place in [AverageKind]
  public Stochastic(int window, int slowing, int signal, int slowKind, int signalKind) {
    this.range = new RollingRange(Windows.check(window, 1, "stochastic"));
    this.slow = AverageKind.of(slowKind, Windows.check(slowing, 1, "stochastic"));
    this.signal = AverageKind.of(signalKind, Windows.check(signal, 1, "stochastic"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high(), bar.low());
    if (!range.ready()) {
      return;
    }
    raw = Share.percent(bar.close() - range.lowest(), range.width());
    slow.update(raw);
    if (slow.ready()) {
      k = slow.value();
      signal.update(k);
    }
  }

  @Override
  public double value() {
    return k;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> k;
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
    return range.size() + slow.warmUp() + signal.warmUp() - 2;
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
    slow.state(codec);
    signal.state(codec);
    raw = codec.real(raw);
    k = codec.real(k);
  }
}
