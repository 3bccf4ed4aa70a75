package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The mean of the last so many numbers, free of drift; O(1) an update.
public final class RollingMean implements Stateful {
  private final Window window;
  private final ExactSum sum = new ExactSum();
  private final double size;
  private final double inverse;

  /// @param size at least 1
  public RollingMean(int size) {
    this.window = new Window(size);
    this.size = size;
    this.inverse = 1.0 / size;
  }

  public void update(double value) {
    sum.exchange(value, window.push(value));
  }

  /// The mean; only meaningful when [#ready].
  public double value() {
    return sum.mean(size, inverse);
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
  }
}
