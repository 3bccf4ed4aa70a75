package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Wilder's smoothing: the mean of the first n numbers, then mean += (number − mean) / n.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978).
public final class WilderMean implements Stateful {
  private final ExactSum seed = new ExactSum();
  private final int size;
  private final double inverse;
  private double mean;
  private int count;

  /// @param size at least 1
  public WilderMean(int size) {
    this.size = size;
    this.inverse = 1.0 / size;
  }

  public void update(double value) {
    if (count == size) {
      mean = Math.fma(value - mean, inverse, mean);
      return;
    }
    seed.add(value);
    count++;
    if (count == size) {
      mean = seed.mean(size, inverse);
    }
  }

  /// Only meaningful when [#ready].
  public double value() {
    return mean;
  }

  public boolean ready() {
    return count == size;
  }

  @Override
  public void state(StateCodec codec) {
    seed.state(codec);
    mean = codec.real(mean);
    count = (int) codec.whole(count);
  }
}
