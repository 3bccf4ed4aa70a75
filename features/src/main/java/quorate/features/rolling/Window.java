package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The last so many numbers, in a ring.
public final class Window implements Stateful {
  private final double[] ring;
  private int next;
  private int count;

  /// @param size at least 1
  public Window(int size) {
    ring = new double[size];
  }

  /// Takes a number in.
  ///
  /// @return the one that leaves, 0 while the window fills
  public double push(double value) {
    int at = next;
    double old = ring[at];
    ring[at] = value;
    next = at + 1 == ring.length ? 0 : at + 1;
    if (count < ring.length) {
      count++;
    }
    return old;
  }

  /// The number taken in `age` numbers ago, 0 the newest.
  ///
  /// @param age less than the size
  public double back(int age) {
    int at = next - 1 - age;
    return ring[at < 0 ? at + ring.length : at];
  }

  public int size() {
    return ring.length;
  }

  /// How many numbers it holds.
  public int count() {
    return count;
  }

  public boolean full() {
    return count == ring.length;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(ring);
    next = (int) codec.whole(next);
    count = (int) codec.whole(count);
  }
}
