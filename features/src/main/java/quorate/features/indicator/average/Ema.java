package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Exponential moving average: begins as the mean of the first n values, then moves the share 2 /
/// (n + 1) of the way to each new value. Agrees with TA-Lib EMA.
public final class Ema implements ValueIndicator {
  private final ExactSum seed = new ExactSum();
  private final int window;
  private final double share;
  private double average;
  private int count;

  /// @param window the n of the formula, at least 1
  public Ema(int window) {
    this(window, 2.0 / (window + 1.0));
  }

  /// @param window values whose mean it begins with, at least 1
  /// @param share of the way to each new value, above 0, at most 1
  public Ema(int window, double share) {
    this.window = Windows.check(window, 1, "ema");
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share must be above 0 and at most 1, but was %s (feature \"ema\")".formatted(share));
    }
    this.share = share;
  }

  @Override
  public void update(double value) {
    if (count == window) {
      average = Math.fma(value - average, share, average);
      return;
    }
    seed.add(value);
    count++;
    if (count == window) {
      average = seed.mean(window, 1.0 / window);
    }
  }

  @Override
  public double value() {
    return average;
  }

  @Override
  public boolean ready() {
    return count == window;
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public void state(StateCodec codec) {
    seed.state(codec);
    average = codec.real(average);
    count = (int) codec.whole(count);
  }
}
