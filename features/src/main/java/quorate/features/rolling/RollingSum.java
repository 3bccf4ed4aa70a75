package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The sum of the last so many numbers, free of drift; O(1) an update.
public final class RollingSum implements Stateful {
  private final Window window;
  private final ExactSum sum = new ExactSum();

  /// @param size at least 1
  public RollingSum(int size) {
    window = new Window(size);
  }

  public void update(double value) {
    sum.exchange(value, window.push(value));
  }

  /// The sum; 0 when all numbers of the window are, as exactly as [ExactSum] keeps sums.
  public double value() {
    return sum.value();
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
