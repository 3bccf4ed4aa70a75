package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// How many of the last n numbers are smaller than a given one.
///
/// All of them are compared at each question, as whole numbers that stand in the same order (their
/// bits, those of negative ones turned round), without a branch: the compiler then compares four or
/// eight at once, a fifth of a nanosecond each. A sorted window or a tree asks fewer questions, but
/// each is a branch that nobody can predict; up to some hundred numbers they take longer.
public final class RollingRank implements Stateful {
  private final long[] keys;
  private int next;
  private int count;

  /// @param size at least 1
  public RollingRank(int size) {
    keys = new long[size];
  }

  private static long key(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0); // −0 becomes 0
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  /// Takes a number in.
  public void update(double value) {
    keys[next] = key(value);
    next = next + 1 == keys.length ? 0 : next + 1;
    if (count < keys.length) {
      count++;
    }
  }

  /// How many are smaller; only meaningful when [#ready].
  public int countBelow(double value) {
    long asked = key(value);
    long below = 0;
    for (long key : keys) {
      below += ((key & ~asked) | (~(key ^ asked) & (key - asked))) >>> 63; // key < asked
    }
    return (int) below;
  }

  public boolean ready() {
    return count == keys.length;
  }

  public int size() {
    return keys.length;
  }

  @Override
  public void state(StateCodec codec) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = codec.whole(keys[i]);
    }
    next = (int) codec.whole(next);
    count = (int) codec.whole(count);
  }
}
