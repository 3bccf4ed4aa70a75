package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The last so many numbers in the order of their size, for percentiles; an update costs some
/// passes over the window.
///
/// [RollingRank] finds the places of the number that leaves and of the one that enters, and what
/// lies between moves by one place. Halving the window to find them was slower up to some hundred
/// numbers, and so was starting where the search before had ended: both are branches that prices
/// mispredict.
public final class SortedWindow implements Stateful {
  private final Window window;
  private final RollingRank ranks;
  private final double[] sorted;

  /// @param size at least 1
  public SortedWindow(int size) {
    window = new Window(size);
    ranks = new RollingRank(size);
    sorted = new double[size];
  }

  public void update(double value) {
    int count = window.count();
    boolean full = window.full();
    double old = window.push(value);
    if (full) {
      replace(ranks.countBelow(old), ranks.countBelow(value), value);
    } else {
      insert(count, value);
    }
    ranks.update(value);
  }

  private void insert(int count, double value) {
    int place = count;
    for (; place > 0 && sorted[place - 1] > value; place--) {
      sorted[place] = sorted[place - 1];
    }
    sorted[place] = value;
  }

  /// Which way the numbers between move is taken from the sign of the distance, without a branch.
  private void replace(int from, int to, double value) {
    int distance = from - to;
    int down = distance >> 31; // −1 when the new number stands above the old one
    int source = to + ((distance + 1) & down);
    int target = to + 1 + ((distance - 1) & down);
    System.arraycopy(sorted, source, sorted, target, distance ^ down);
    sorted[to + down] = value;
  }

  /// The number of this rank, 0 the smallest.
  ///
  /// @param rank less than the count of numbers
  public double at(int rank) {
    return sorted[rank];
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
    ranks.state(codec);
    codec.reals(sorted);
  }
}
