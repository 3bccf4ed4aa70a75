package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Mean and variance of the last so many numbers; O(1) an update.
///
/// Sums of the numbers and of their squares are kept to about 106 bits ([ExactSum]), and the
/// difference n·Σx² − (Σx)² is taken in the same precision: the cancellation that ruins this
/// formula in plain `double`s costs nothing here, and an outlier leaves no trace until it is some
/// 1e10 deviations away. A shifted or Welford form was rejected: it keeps the rounding errors of
/// every far outlier that has passed through.
public final class RollingMoments implements Stateful {
  private final Window window;
  private final ExactSum sum = new ExactSum();
  private final ExactSum squares = new ExactSum();
  private final double size;
  private final double inverse;
  private double last = Double.NaN;
  private int equalRun;

  /// @param size at least 1
  public RollingMoments(int size) {
    this.window = new Window(size);
    this.size = size;
    this.inverse = 1.0 / size;
  }

  public void update(double value) {
    double old = window.push(value);
    sum.exchange(value, old);
    squares.exchangeSquares(value, old);
    equalRun = value == last ? equalRun + 1 : 1;
    last = value;
  }

  public double mean() {
    return sum.mean(size, inverse);
  }

  /// The population variance: the mean squared distance from the mean; 0 exactly when all numbers
  /// of the window are equal.
  public double variance() {
    if (equalRun >= size) {
      return 0;
    }
    double spread = ExactSum.spread(size, squares, sum, sum);
    return spread > 0 ? spread * inverse * inverse : 0;
  }

  /// The population standard deviation.
  public double deviation() {
    return Math.sqrt(variance());
  }

  public boolean ready() {
    return window.full();
  }

  public int size() {
    return window.size();
  }

  @Override
  public void state(StateCodec codec) {
    window.state(codec);
    sum.state(codec);
    squares.state(codec);
    last = codec.real(last);
    equalRun = (int) codec.whole(equalRun);
  }
}
