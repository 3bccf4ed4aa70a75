package quorate.learning.dqn;

import java.util.List;
import quorate.learning.optimiser.Schedule;

/// What DQN learns with. Presets: [#stableBaselines3] and [#zoo].
///
/// @param copies of the environment that are stepped together
/// @param steps of each copy between two rounds of learning
/// @param updates steps of the optimiser in a round of learning
/// @param minibatch steps in one of them
/// @param memory steps that are remembered
/// @param learningStarts steps of all copies that are played at random before anything is learned
/// @param rate learning rate
/// @param discount γ, 0…1
/// @param targetEvery steps of all copies after which the target network follows
/// @param targetPart how far it follows, above 0 and at most 1, which copies
/// @param explorationShare share of all steps over which exploration falls in a line
/// @param explorationFirst ε at the start: how often a choice is made at random
/// @param explorationLast ε at the end of the fall
/// @param maxGradientNorm the gradients' norm is clipped to it
/// @param hidden sizes of the hidden layers, followed by ReLU
/// @param doubled whether the network in training picks the choice that the target network judges
///   (H. van Hasselt, A. Guez and D. Silver, "Deep reinforcement learning with double Q-learning",
///   2016)
/// @param duelling whether values of states and advantages of choices are told apart (Z. Wang et
///   al., "Dueling network architectures for deep reinforcement learning", 2016)
/// @param returnSteps steps that a return is earned over before the network is asked
/// @param priority α, how much the error of a step decides how often it comes again; 0 for evenly
/// @param correction β at the start, how much of the bias of priorities is taken away; it rises in
///   a line to 1 at the end
/// @param averagePart how far the weights that are handed out follow those in training at each
///   update, above 0…1; 1 hands out the last ones, less their running mean, which is calmer than
///   any of them (B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by
///   averaging", 1992). Exploration and targets know nothing of it
public record DqnSettings(
    int copies,
    int steps,
    int updates,
    int minibatch,
    int memory,
    int learningStarts,
    double rate,
    double discount,
    int targetEvery,
    double targetPart,
    double explorationShare,
    double explorationFirst,
    double explorationLast,
    double maxGradientNorm,
    List<Integer> hidden,
    boolean doubled,
    boolean duelling,
    int returnSteps,
    double priority,
    double correction,
    double averagePart) {

  public DqnSettings {
    hidden = List.copyOf(hidden);
    check(copies >= 1, "copies must be at least 1", copies);
    check(steps >= 1, "steps must be at least 1", steps);
    check(updates >= 1, "updates must be at least 1", updates);
    check(minibatch >= 1, "minibatch must be at least 1", minibatch);
    check(memory >= minibatch, "memory must hold a minibatch of " + minibatch, memory);
    check(learningStarts >= 0, "learningStarts must be at least 0", learningStarts);
    check(rate > 0, "rate must be above 0", rate);
    check(isShare(discount), "discount must be from 0 to 1", discount);
    check(targetEvery >= 1, "targetEvery must be at least 1", targetEvery);
    check(
        isShare(targetPart) && targetPart > 0,
        "targetPart must be above 0 and at most 1",
        targetPart);
    check(
        isShare(explorationShare) && explorationShare > 0,
        "explorationShare must be above 0 and at most 1",
        explorationShare);
    check(isShare(explorationFirst), "explorationFirst must be from 0 to 1", explorationFirst);
    check(isShare(explorationLast), "explorationLast must be from 0 to 1", explorationLast);
    check(maxGradientNorm > 0, "maxGradientNorm must be above 0", maxGradientNorm);
    check(!hidden.isEmpty(), "hidden must have at least 1 layer", hidden);
    check(returnSteps >= 1, "returnSteps must be at least 1", returnSteps);
    check(isShare(priority), "priority must be from 0 to 1", priority);
    check(isShare(correction), "correction must be from 0 to 1", correction);
    check(
        isShare(averagePart) && averagePart > 0,
        "averagePart must be above 0 and at most 1",
        averagePart);
  }

  private static boolean isShare(double x) {
    return x >= 0 && x <= 1;
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("DQN's " + rule + ", but was " + found);
    }
  }

  /// The defaults of Stable-Baselines3 2.9 (`DQN("MlpPolicy", …)`): neither double nor duelling,
  /// one step, no priorities.
  public static DqnSettings stableBaselines3() {
    return new DqnSettings(
        1,
        4,
        1,
        32,
        1_000_000,
        100,
        1e-4,
        0.99,
        10_000,
        1,
        0.1,
        1,
        0.05,
        10,
        List.of(64, 64),
        false,
        false,
        1,
        0,
        0.4,
        1);
  }

  /// As tuned for a world in RL Baselines3 Zoo. On CartPole its policy comes and goes from one
  /// round to the next, there as here, and where it stands at the last one is luck; see
  /// [#withSteadyWeights].
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static DqnSettings zoo(String world) {
    return switch (world) {
      case "CartPole-v1" ->
          new DqnSettings(
              1,
              256,
              128,
              64,
              100_000,
              1000,
              2.3e-3,
              0.99,
              10,
              1,
              0.16,
              1,
              0.04,
              10,
              List.of(256, 256),
              false,
              false,
              1,
              0,
              0.4,
              1);
      default ->
          throw new IllegalArgumentException(
              "DQN has tuned settings for CartPole-v1, but was asked for " + world);
    };
  }

  /// ε over the steps.
  Schedule explorations() {
    return new Schedule.Linear(explorationFirst, explorationLast, explorationShare);
  }

  /// The same with other sizes of a round.
  public DqnSettings withRounds(int copies, int steps, int updates, int minibatch) {
    return new DqnSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetEvery,
        targetPart,
        explorationShare,
        explorationFirst,
        explorationLast,
        maxGradientNorm,
        hidden,
        doubled,
        duelling,
        returnSteps,
        priority,
        correction,
        averagePart);
  }

  /// The same with another memory, which begins to be learned from at another time.
  public DqnSettings withMemory(int memory, int learningStarts) {
    return new DqnSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetEvery,
        targetPart,
        explorationShare,
        explorationFirst,
        explorationLast,
        maxGradientNorm,
        hidden,
        doubled,
        duelling,
        returnSteps,
        priority,
        correction,
        averagePart);
  }

  /// The same with other hidden layers.
  public DqnSettings withHidden(List<Integer> hidden) {
    return new DqnSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetEvery,
        targetPart,
        explorationShare,
        explorationFirst,
        explorationLast,
        maxGradientNorm,
        hidden,
        doubled,
        duelling,
        returnSteps,
        priority,
        correction,
        averagePart);
  }

  /// The same with double targets, and with weights that are averaged over some thousand updates
  /// for whoever acts after training.
  public DqnSettings withSteadyWeights() {
    return new DqnSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetEvery,
        targetPart,
        explorationShare,
        explorationFirst,
        explorationLast,
        maxGradientNorm,
        hidden,
        true,
        duelling,
        returnSteps,
        priority,
        correction,
        1e-3);
  }

  /// The same with all that has been found to help since: double and duelling, returns over three
  /// steps and priorities with α = 0.6 (M. Hessel et al., "Rainbow", 2018, without its noisy and
  /// distributional networks).
  public DqnSettings withImprovements() {
    return new DqnSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetEvery,
        targetPart,
        explorationShare,
        explorationFirst,
        explorationLast,
        maxGradientNorm,
        hidden,
        true,
        true,
        3,
        0.6,
        correction,
        averagePart);
  }
}
