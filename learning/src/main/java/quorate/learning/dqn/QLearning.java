package quorate.learning.dqn;

import java.util.List;

/// How a Q-network is taught, by steps that were just played or by recorded ones.
///
/// @param rate learning rate
/// @param discount γ, 0…1
/// @param targetEvery steps after which the target network follows: of all copies, or of the
///   optimiser where none are played
/// @param targetPart how far it follows, above 0 and at most 1, which copies
/// @param maxGradientNorm the gradients' norm is clipped to it
/// @param hidden sizes of the hidden layers, followed by ReLU
/// @param doubled whether the network in training picks the choice that the target network judges
///   (H. van Hasselt, A. Guez and D. Silver, "Deep reinforcement learning with double Q-learning",
///   2016)
/// @param averagePart how far the weights that are handed out follow those in training at each
///   update, above 0…1; 1 hands out the last ones, less their running mean, which is calmer than
///   any of them (B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by
///   averaging", 1992). Exploration and targets know nothing of it
public record QLearning(
    double rate,
    double discount,
    int targetEvery,
    double targetPart,
    double maxGradientNorm,
    List<Integer> hidden,
    boolean doubled,
    double averagePart) {
  public QLearning {
    hidden = List.copyOf(hidden);
    check(rate > 0, "rate must be above 0", rate);
    check(discount >= 0 && discount <= 1, "discount must be from 0 to 1", discount);
    check(targetEvery >= 1, "targetEvery must be at least 1", targetEvery);
    check(isPart(targetPart), "targetPart must be above 0 and at most 1", targetPart);
    check(maxGradientNorm > 0, "maxGradientNorm must be above 0", maxGradientNorm);
    check(!hidden.isEmpty(), "hidden must have at least 1 layer", hidden);
    check(isPart(averagePart), "averagePart must be above 0 and at most 1", averagePart);
  }

  private static boolean isPart(double x) {
    return x > 0 && x <= 1;
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("Q-learning's " + rule + ", but was " + found);
    }
  }

  /// The same with other hidden layers.
  public QLearning withHidden(List<Integer> other) {
    return new QLearning(
        rate, discount, targetEvery, targetPart, maxGradientNorm, other, doubled, averagePart);
  }

  /// The same with double targets.
  QLearning withDoubleTargets() {
    return new QLearning(
        rate, discount, targetEvery, targetPart, maxGradientNorm, hidden, true, averagePart);
  }

  /// The same, whose handed-out weights follow those in training that far.
  QLearning withAverage(double other) {
    return new QLearning(
        rate, discount, targetEvery, targetPart, maxGradientNorm, hidden, doubled, other);
  }
}
