package quorate.learning.replay;

import java.util.random.RandomGenerator;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// Draws places of a memory the more often the more was to be learned from them: T. Schaul, J.
/// Quan, I. Antonoglou and D. Silver, "Prioritized experience replay" (ICLR 2016).
///
/// Place i comes with P(i) = pᵢ^α / Σ p^α, where pᵢ = |δᵢ| + ε by its newest error δᵢ; a step that
/// was never drawn has the largest p so far. What is learned from it is weighted with (N·P(i))^−β,
/// over the largest weight of the batch. The powers are the leaves of a binary tree of sums, so
/// that a draw and a change cost log₂ of the capacity.
public final class Priorities implements Stateful {
  /// Keeps a step without error from never coming again.
  private static final double EPSILON = 1e-6;

  private final int capacity;
  private final int leaves;
  private final double alpha;

  /// Node i has the children 2i and 2i + 1; the root is 1, the leaves begin at `leaves`.
  private final double[] sums;

  private double largest = 1;

  /// @param capacity of the memory
  /// @param alpha α, how much priorities count: 0 draws evenly, 1 in their proportion
  public Priorities(int capacity, double alpha) {
    if (capacity < 1 || !(alpha >= 0)) {
      throw new IllegalArgumentException(
          "priorities need at least 1 place and an alpha of at least 0, but had %d and %s"
              .formatted(capacity, alpha));
    }
    this.capacity = capacity;
    this.alpha = alpha;
    this.leaves = Math.max(1, Integer.highestOneBit(capacity - 1) << 1);
    this.sums = new double[2 * leaves];
  }

  /// Gives a step that has just been taken the largest priority so far.
  public void welcome(int place) {
    set(place, Math.pow(largest, alpha));
  }

  /// Sets priorities by the errors that were found.
  ///
  /// @param places of as many steps as there are errors
  public void learned(int[] places, float[] errors) {
    for (int i = 0; i < errors.length; i++) {
      double priority = Math.abs(errors[i]) + EPSILON;
      largest = Math.max(largest, priority);
      set(places[i], Math.pow(priority, alpha));
    }
  }

  private void set(int place, double power) {
    int node = leaves + place;
    sums[node] = power;
    for (node >>= 1; node >= 1; node >>= 1) {
      sums[node] = sums[2 * node] + sums[2 * node + 1];
    }
  }

  /// Draws a batch, one place out of each of so many equal parts of the sum.
  ///
  /// @param size steps that the memory holds
  /// @param beta β, how much of the bias the weights take away: 0 nothing, 1 all
  /// @param places takes as many as there are weights
  /// @param weights takes those of the places, the largest 1
  public void draw(int size, double beta, RandomGenerator chance, int[] places, float[] weights) {
    double part = sums[1] / weights.length;
    float most = 0;
    for (int i = 0; i < weights.length; i++) {
      places[i] = find((i + chance.nextDouble()) * part);
      weights[i] = (float) Math.pow(size * sums[leaves + places[i]] / sums[1], -beta);
      most = Math.max(most, weights[i]);
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= most;
    }
  }

  /// The leaf at which the sum of all before it and itself exceeds `sum`. Rounding may send the
  /// walk to the right of the last leaf that has a priority; there it keeps left.
  private int find(double sum) {
    double rest = sum;
    int node = 1;
    while (node < leaves) {
      double left = sums[2 * node];
      boolean goesLeft = rest < left || sums[2 * node + 1] == 0;
      if (!goesLeft) {
        rest -= left;
      }
      node = goesLeft ? 2 * node : 2 * node + 1;
    }
    return node - leaves;
  }

  @Override
  public void save(StateWriter out) {
    out.mark("priorities");
    out.number(capacity);
    out.number(largest);
    out.numbers(sums);
  }

  @Override
  public void load(StateReader in) {
    in.mark("priorities");
    Saved.same("a memory's capacity", capacity, in.integer());
    largest = in.real();
    in.numbers(sums);
  }
}
