package quorate.features.indicator.oscillator;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingRange;
import quorate.features.rolling.WilderMean;
import quorate.features.state.StateCodec;

/// The KDJ of Asian markets: a stochastic oscillator smoothed twice by Wilder's mean, and j, which
/// runs ahead of both.
///
/// Outputs: 0 `k`, 1 `d` (both 0 to 100), 2 `j` (3k − 2d, beyond them). The close's place is 0 when
/// the range is none. Agrees with TA-Lib KDJ.
///
/// Source: G. C. Lane, "Lane's stochastics", *Technical Analysis of Stocks & Commodities* 2 (1984),
/// with the smoothing and the j of Chinese charting programs.
public final class Kdj implements Indicator {
  private final RollingRange range;
  private final WilderMean slow;
  private final WilderMean signal;
  private final int warmUp;

  /// @param window bars of the range, at least 1
  /// @param slowing the n of the smoothing to k, at least 1
  /// @param signal the n of the smoothing to d, at least 1
  public Kdj(int window, int slowing, int signal) {
    this.range = new RollingRange(Windows.check(window, 1, "kdj"));
    this.slow = new WilderMean(Windows.check(slowing, 1, "kdj"));
    this.signal = new WilderMean(Windows.check(signal, 1, "kdj"));
    this.warmUp = window + slowing + signal - 2;
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high(), bar.low());
    if (!range.ready()) {
      return;
    }
    slow.update(Share.percent(bar.close() - range.lowest(), range.width()));
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
      case 2 -> 3 * slow.value() - 2 * signal.value();
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
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
    slow.state(codec);
    signal.state(codec);
  }
}
