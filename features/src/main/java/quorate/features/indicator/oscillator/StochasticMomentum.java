package quorate.features.indicator.oscillator;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.rolling.RollingRange;
import quorate.features.state.StateCodec;

/// Blau's stochastic momentum index, −100 to 100: how far the close lies from the middle of the
/// range of n bars, in percent of half the range, both smoothed twice by exponential averages.
///
/// Outputs: 0 `smi` (0 when there is no range), 1 `signal` (its exponential average). Agrees with
/// TA-Lib SMI.
///
/// Source: W. Blau, *Momentum, Direction, and Divergence* (1995).
public final class StochasticMomentum implements Indicator {
  private final RollingRange range;
  private final Ema distance;
  private final Ema distanceAgain;
  private final Ema half;
  private final Ema halfAgain;
  private final Ema signal;
  private double index;

  /// @param window bars of the range, at least 1
  /// @param fast window of the second smoothing, at least 1
  /// @param slow window of the first smoothing, at least 1
  /// @param signal window of the signal, at least 1
  public StochasticMomentum(int window, int fast, int slow, int signal) {
    this.range = new RollingRange(Windows.check(window, 1, "stochastic_momentum"));
    this.distance = new Ema(Windows.check(slow, 1, "stochastic_momentum"));
    this.distanceAgain = new Ema(Windows.check(fast, 1, "stochastic_momentum"));
    this.half = new Ema(slow);
    this.halfAgain = new Ema(fast);
    this.signal = new Ema(Windows.check(signal, 1, "stochastic_momentum"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high(), bar.low());
    if (!range.ready()) {
      return;
    }
    distance.update(bar.close() - (range.highest() + range.lowest()) / 2);
    half.update(range.width() / 2);
    if (!half.ready()) {
      return;
    }
    distanceAgain.update(distance.value());
    halfAgain.update(half.value());
    if (halfAgain.ready()) {
      index = Share.percent(distanceAgain.value(), halfAgain.value());
      signal.update(index);
    }
  }

  @Override
  public double value() {
    return index;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> index;
      case 1 -> signal.value();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return signal.ready();
  }

  @Override
  public int warmUp() {
    return range.size() + half.warmUp() + halfAgain.warmUp() + signal.warmUp() - 3;
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
    distance.state(codec);
    distanceAgain.state(codec);
    half.state(codec);
    halfAgain.state(codec);
    signal.state(codec);
    index = codec.real(index);
  }
}
