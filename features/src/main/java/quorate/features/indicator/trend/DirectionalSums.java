package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Share;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.Windows;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Wilder's sums of directional movement up and down and of the true range, which every directional
/// indicator is made of.
///
/// A bar moves up by high − previous high and down by previous low − low; the larger of the two,
/// where it is positive, is its directional movement. The sums add the first n − 1 bars up and go
/// on by sum − sum / n + new. Between the bars around a gap there is no directional movement.
final class DirectionalSums implements Stateful {
  private final int window;
  private final double keep;
  private final TrueRange trueRange = new TrueRange();
  private double previousHigh;
  private double previousLow;
  private boolean started;
  private double plus;
  private double minus;
  private double range;
  private int changes;

  /// @param window the n of the formula, at least `least`
  DirectionalSums(int window, int least, String indicator) {
    this.window = Windows.check(window, least, indicator);
    this.keep = 1 - 1.0 / window;
  }

  void update(BarView bar) {
    double high = bar.high();
    double low = bar.low();
    double up = high - previousHigh;
    double down = previousLow - low;
    previousHigh = high;
    previousLow = low;
    trueRange.update(bar);
    if (!started) {
      started = true;
      return;
    }
    if (bar.afterGap()) {
      up = 0;
      down = 0;
    }
    up = 0.5 * (up + Math.abs(up));
    down = 0.5 * (down + Math.abs(down));
    double keeping = changes < window - 1 ? 1 : keep;
    plus = Math.fma(plus, keeping, whereLess(down, up, up));
    minus = Math.fma(minus, keeping, whereLess(up, down, down));
    range = Math.fma(range, keeping, trueRange.value());
    changes = Math.min(changes + 1, window);
  }

  /// `value` where a < b, otherwise 0, by the sign bit of a − b: a branch would be mispredicted at
  /// every other bar.
  private static double whereLess(double a, double b, double value) {
    long mask = Double.doubleToRawLongBits(a - b) >> 63;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & mask);
  }

  /// Sum of the movements up.
  double plus() {
    return plus;
  }

  /// Sum of the movements down.
  double minus() {
    return minus;
  }

  double plusIndicator() {
    return Share.percent(plus, range);
  }

  double minusIndicator() {
    return Share.percent(minus, range);
  }

  /// Changes from bar to bar seen, at most the window.
  int changes() {
    return changes;
  }

  /// After window + 1 bars.
  boolean ready() {
    return changes == window;
  }

  @Override
  public void state(StateCodec codec) {
    trueRange.state(codec);
    previousHigh = codec.real(previousHigh);
    previousLow = codec.real(previousLow);
    started = codec.flag(started);
    plus = codec.real(plus);
    minus = codec.real(minus);
    range = codec.real(range);
    changes = (int) codec.whole(changes);
  }
}
