package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The last so many numbers in the order of their size, for ranks and percentiles.
///
/// An update finds the places of the number that leaves and of the one that enters by halving, and
/// moves what lies between by one place: O(log n) comparisons without a branch to mispredict, and
/// one copy of at most the window. Trees and pairs of heaps were rejected: up to some thousand
/// numbers the copy is faster than following their links, and it allocates nothing.
public final class SortedWindow implements Stateful {
  private final Window window;
  private final double[] sorted;

  /// @param size at least 1
  public SortedWindow(int size) {
    window = new Window(size);
    sorted = new double[size];
  }

  public void update(double value) {
    int count = window.count();
    boolean full = window.full();
    double old = window.push(value);
    int to = countBelow(value, count);
    if (!full) {
      System.arraycopy(sorted, to, sorted, to + 1, count - to);
      sorted[to] = value;
      return;
    }
    int from = countBelow(old, count);
    if (to > from) {
      System.arraycopy(sorted, from + 1, sorted, from, to - 1 - from);
      sorted[to - 1] = value;
    } else {
      System.arraycopy(sorted, to, sorted, to + 1, from - to);
      sorted[to] = value;
    }
  }

  /// The number of this rank, 0 the smallest.
  ///
  /// @param rank less than the count of numbers
  public double at(int rank) {
    return sorted[rank];
  }

  /// How many of the numbers are smaller than `value`.
  public int countBelow(double value) {
    return countBelow(value, window.count());
  }

  private int countBelow(double value, int count) {
    int base = 0;
    int length = count;
    while (length > 1) {
      int half = length >>> 1;
      base = sorted[base + half - 1] < value ? base + half : base;
      length -= half;
    }
    return length == 1 && sorted[base] < value ? base + 1 : base;
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
    codec.reals(sorted);
  }
}
