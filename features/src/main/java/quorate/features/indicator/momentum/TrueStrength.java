package quorate.features.indicator.momentum;

import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.state.StateCodec;

/// Blau's true strength index, −100 to 100: the changes, smoothed twice by exponential averages, in
/// percent of their sizes smoothed the same way; 0 when nothing moves. Agrees with TA-Lib TSI.
///
/// Source: W. Blau, *Momentum, Direction, and Divergence* (1995).
public final class TrueStrength implements ValueIndicator {
  private final Ema change;
  private final Ema changeAgain;
  private final Ema size;
  private final Ema sizeAgain;
  private double previous;
  private boolean started;

  /// @param first window of the first smoothing, at least 1
  /// @param second window of the second, at least 1
  public TrueStrength(int first, int second) {
    change = new Ema(Windows.check(first, 1, "true_strength"));
    changeAgain = new Ema(Windows.check(second, 1, "true_strength"));
    size = new Ema(first);
    sizeAgain = new Ema(second);
  }

  @Override
  public void update(double value) {
    double now = value - previous;
    previous = value;
    if (!started) {
      started = true;
      return;
    }
    change.update(now);
    size.update(Math.abs(now));
    if (size.ready()) {
      changeAgain.update(change.value());
      sizeAgain.update(size.value());
    }
  }

  @Override
  public double value() {
    return Share.percent(changeAgain.value(), sizeAgain.value());
  }

  @Override
  public boolean ready() {
    return sizeAgain.ready();
  }

  @Override
  public int warmUp() {
    return size.warmUp() + sizeAgain.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    change.state(codec);
    changeAgain.state(codec);
    size.state(codec);
    sizeAgain.state(codec);
    previous = codec.real(previous);
    started = codec.flag(started);
  }
}
