package quorate.learning.optimiser;

import java.util.List;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// A set of parameters that follows another one behind, as the exponential mean of what that was
/// after each step: `average ← average + part·(now − average)`. Target networks and evaluated
/// weights are both such means. Begins as a copy.
///
/// B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by averaging" (1992); as
/// target networks T. Lillicrap et al., "Continuous control with deep reinforcement learning"
/// (2016).
public final class AverageWeights implements Stateful {
  /// What a number costs, in multiply-adds.
  private static final int COST = 4;

  private final Kernels kernels;
  private final Kernels.RowWork range = this::follow;
  private final Parameters average;
  private final Parameters followed;
  private final List<Tensor> means;
  private final List<Tensor> sources;
  private final float part;
  private int present;

  /// A mean in parameters of its own.
  ///
  /// @param part as in [#AverageWeights]
  public static AverageWeights of(Kernels kernels, Parameters followed, double part) {
    return new AverageWeights(kernels, followed.copy(), followed, part);
  }

  /// @param average takes the mean; of the same names and shapes, filled here
  /// @param followed what an optimiser steps
  /// @param part of the way that each step goes, above 0 and at most 1, which copies
  /// @throws IllegalArgumentException when names or shapes differ
  public AverageWeights(Kernels kernels, Parameters average, Parameters followed, double part) {
    if (!(part > 0 && part <= 1)) {
      throw new IllegalArgumentException(
          "the part of the way that an average goes must be above 0 and at most 1, but was "
              + part);
    }
    this.kernels = kernels;
    this.average = average;
    this.followed = followed;
    this.means = List.copyOf(average.list());
    this.sources = List.copyOf(followed.list());
    this.part = (float) part;
    average.copyFrom(followed);
  }

  /// The mean.
  public Parameters parameters() {
    return average;
  }

  /// Goes its part of the way.
  public void follow() {
    if (part == 1f) {
      average.copyFrom(followed);
      return;
    }
    for (present = 0; present < means.size(); present++) {
      int count = means.get(present).values().length;
      kernels.share(count, (long) count * COST, range);
    }
  }

  /// Some numbers of the present parameter.
  private void follow(int from, int to) {
    float[] mean = means.get(present).values();
    float[] now = sources.get(present).values();
    for (int i = from; i < to; i++) {
      mean[i] = Math.fma(part, now[i] - mean[i], mean[i]);
    }
  }

  /// The mean's numbers and those that are followed change places: to be judged, and back.
  public void exchange() {
    average.exchange(followed);
  }

  @Override
  public void save(StateWriter out) {
    average.save(out);
  }

  @Override
  public void load(StateReader in) {
    average.load(in);
  }
}
