package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Mean of the last so many numbers and their mean absolute distance from it.
///
/// The distances change with the mean, so each update goes through the window; in four sums side by
/// side, for additions that wait for each other take four times as long. Order does not matter, so
/// the ring is read as it lies.
public final class RollingMeanDeviation implements Stateful {
  private final double[] ring;
  private final ExactSum sum = new ExactSum();
  private final double size;
  private final double inverse;
  private int next;
  private int count;

  /// @param size at least 1
  public RollingMeanDeviation(int size) {
    this.ring = new double[size];
    this.size = size;
    this.inverse = 1.0 / size;
  }

  public void update(double value) {
    sum.exchange(value, ring[next]);
    ring[next] = value;
    next = next + 1 == ring.length ? 0 : next + 1;
    if (count < ring.length) {
      count++;
    }
  }

  public double mean() {
    return sum.mean(size, inverse);
  }

  /// Σ |number − mean| / n; costs the window. Only meaningful when [#ready].
  public double deviation() {
    double mean = mean();
    double[] numbers = ring;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < numbers.length; i += 4) {
      a += Math.abs(numbers[i] - mean);
      b += Math.abs(numbers[i + 1] - mean);
      c += Math.abs(numbers[i + 2] - mean);
      d += Math.abs(numbers[i + 3] - mean);
    }
    for (; i < numbers.length; i++) {
      a += Math.abs(numbers[i] - mean);
    }
    return ((a + b) + (c + d)) * inverse;
  }

  public boolean ready() {
    return count == ring.length;
  }

  public int size() {
    return ring.length;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(ring);
    sum.state(codec);
    next = (int) codec.whole(next);
    count = (int) codec.whole(count);
  }
}
