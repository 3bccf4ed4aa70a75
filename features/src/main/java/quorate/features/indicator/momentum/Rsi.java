package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Wilder's relative strength index, 0 to 100: the share of the rises in all movement, both
/// smoothed by Wilder's mean over n changes. A flat series has RSI 0, as in TA-Lib RSI, with which
/// it agrees.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section VI.
public final class Rsi implements ValueIndicator {
  /// Movement below this, left over from long ago, has lost its digits and counts as none.
  private static final double NO_MOVEMENT = Double.MIN_NORMAL;

  private final int window;
  private final double share;
  private final ExactSum firstRises = new ExactSum();
  private final ExactSum firstFalls = new ExactSum();
  private double rise;
  private double fall;
  private double previous;
  private int seen;

  /// @param window changes smoothed, at least 1
  public Rsi(int window) {
    this.window = Windows.check(window, 1, "rsi");
    this.share = 1.0 / window;
  }

  /// Rises and falls are smoothed side by side, and taken from the change without a branch, which
  /// on prices would be mispredicted every other time.
  @Override
  public void update(double value) {
    double change = value - previous;
    double size = Math.abs(change);
    double up = 0.5 * (size + change);
    double down = 0.5 * (size - change);
    previous = value;
    if (seen > window) {
      rise = Math.fma(up - rise, share, rise);
      fall = Math.fma(down - fall, share, fall);
    } else {
      begin(up, down);
    }
  }

  private void begin(double up, double down) {
    if (seen > 0) { // the first value has no change
      firstRises.add(up);
      firstFalls.add(down);
    }
    if (seen == window) {
      rise = firstRises.mean(window, share);
      fall = firstFalls.mean(window, share);
    }
    seen++;
  }

  @Override
  public double value() {
    double movement = rise + fall;
    return movement < NO_MOVEMENT ? 0 : 100 * (rise / movement);
  }

  @Override
  public boolean ready() {
    return seen > window;
  }

  @Override
  public int warmUp() {
    return window + 1;
  }

  @Override
  public void state(StateCodec codec) {
    firstRises.state(codec);
    firstFalls.state(codec);
    rise = codec.real(rise);
    fall = codec.real(fall);
    previous = codec.real(previous);
    seen = (int) codec.whole(seen);
  }
}
