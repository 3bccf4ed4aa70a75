package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The largest of the last so many numbers; O(1) an update on average, at most the window.
///
/// Keeps a falling queue: a number that is followed by a larger one can never be the maximum again
/// and is dropped (D. Lemire, "Streaming maximum-minimum filter using no more than three
/// comparisons per element", Nordic J. Computing 13, 2006). A minimum is the negative of a maximum
/// of negatives.
public final class RollingMaximum implements Stateful {
  private final double[] values;
  private final int[] numbers;
  private int head;
  private int length;
  private int count; // may wrap round: only differences of it matter
  private int filled;

  /// @param size at least 1
  public RollingMaximum(int size) {
    values = new double[size];
    numbers = new int[size];
  }

  public void update(double value) {
    int size = values.length;
    if (length > 0 && count - numbers[head] >= size) {
      head = head + 1 == size ? 0 : head + 1;
      length--;
    }
    while (length > 0 && values[place(length - 1)] <= value) {
      length--;
    }
    int at = place(length);
    values[at] = value;
    numbers[at] = count;
    length++;
    count++;
    filled = Math.min(filled + 1, size);
  }

  private int place(int index) {
    int at = head + index;
    return at < values.length ? at : at - values.length;
  }

  public double value() {
    return values[head];
  }

  public boolean ready() {
    return filled == values.length;
  }

  public int size() {
    return values.length;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(values);
    codec.wholes(numbers);
    head = (int) codec.whole(head);
    length = (int) codec.whole(length);
    count = (int) codec.whole(count);
    filled = (int) codec.whole(filled);
  }
}
