package quorate.features.indicator.oscillator;

import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The rises and the falls of a series, both smoothed by Wilder's mean over n changes.
final class WilderChanges implements Stateful {
  private final int window;
  private final double share;
  private final ExactSum firstRises = new ExactSum();
  private final ExactSum firstFalls = new ExactSum();
  private double rise;
  private double fall;
  private double previous;
  private int seen;

  /// @param window changes smoothed, at least 1
  WilderChanges(int window, String indicator) {
    this.window = Windows.check(window, 1, indicator);
    this.share = 1.0 / window;
  }

  /// Rises and falls are smoothed side by side, and taken from the change without a branch, which
  /// on prices would be mispredicted every other time.
  void update(double value) {
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

  double rise() {
    return rise;
  }

  double fall() {
    return fall;
  }

  boolean ready() {
    return seen > window;
  }

  int warmUp() {
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
