package quorate.features.indicator.structure;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The last so many labelled pairs (x, y), and how the nearest of them vote.
///
/// A vote looks at every pair, newest first, and keeps the nearest k sorted by insertion; a tree
/// would have to be rebuilt as pairs leave, and at 200 pairs is not faster.
final class CrossingMemory implements Stateful {
  private final double[] x;
  private final double[] y;
  private final double[] label;
  private final double[] nearest;
  private final double[] vote;
  private int next;
  private int count;

  /// @param size pairs remembered
  /// @param neighbours pairs that vote, at most the size
  CrossingMemory(int size, int neighbours) {
    x = new double[size];
    y = new double[size];
    label = new double[size];
    nearest = new double[neighbours];
    vote = new double[neighbours];
  }

  void add(double pairX, double pairY, double pairLabel) {
    x[next] = pairX;
    y[next] = pairY;
    label[next] = pairLabel;
    next = next + 1 == x.length ? 0 : next + 1;
    if (count < x.length) {
      count++;
    }
  }

  /// Whether there are pairs enough for a vote.
  boolean ready() {
    return count >= nearest.length;
  }

  /// Sum of the labels of the k pairs nearest to a point (Euclidean distance; ties: the newest).
  double vote(double atX, double atY) {
    int found = 0;
    int at = next;
    for (int age = 0; age < count; age++) {
      at = at == 0 ? x.length - 1 : at - 1;
      double dx = x[at] - atX;
      double dy = y[at] - atY;
      double squared = dx * dx + dy * dy;
      if (found < nearest.length) {
        found++;
      } else if (!(squared < nearest[found - 1])) {
        continue;
      }
      insert(squared, label[at], found - 1);
    }
    double sum = 0;
    for (double one : vote) {
      sum += one;
    }
    return sum;
  }

  /// Puts a pair behind those that are as near or nearer, and drops what stood at `last`.
  private void insert(double squared, double pairLabel, int last) {
    int place = last;
    while (place > 0 && squared < nearest[place - 1]) {
      nearest[place] = nearest[place - 1];
      vote[place] = vote[place - 1];
      place--;
    }
    nearest[place] = squared;
    vote[place] = pairLabel;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(x);
    codec.reals(y);
    codec.reals(label);
    next = (int) codec.whole(next);
    count = (int) codec.whole(count);
  }
}
