package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.WilderMean;
import quorate.features.state.StateCodec;

/// Wilder's relative strength index, 0 to 100: the share of the rises in all movement, both
/// smoothed by Wilder's mean over n changes. A flat series has RSI 0, as in TA-Lib RSI, with which
/// it agrees.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section VI.
public final class Rsi implements ValueIndicator {
  /// Movement below this, left over from long ago, has lost its digits and counts as none.
  private static final double NO_MOVEMENT = Double.MIN_NORMAL;

  private final WilderMean gain;
  private final WilderMean loss;
  private final int window;
  private double previous;
  private boolean started;

  /// @param window changes smoothed, at least 1
  public Rsi(int window) {
    this.window = Windows.check(window, 1, "rsi");
    this.gain = new WilderMean(window);
    this.loss = new WilderMean(window);
  }

  @Override
  public void update(double value) {
    double change = value - previous;
    previous = value;
    if (started) {
      gain.update(Math.max(change, 0));
      loss.update(Math.max(-change, 0));
    }
    started = true;
  }

  @Override
  public double value() {
    double rise = gain.value();
    double movement = rise + loss.value();
    return movement < NO_MOVEMENT ? 0 : 100 * (rise / movement);
  }

  @Override
  public boolean ready() {
    return gain.ready();
  }

  @Override
  public int warmUp() {
    return window + 1;
  }

  @Override
  public void state(StateCodec codec) {
    gain.state(codec);
    loss.state(codec);
    previous = codec.real(previous);
    started = codec.flag(started);
  }
}
