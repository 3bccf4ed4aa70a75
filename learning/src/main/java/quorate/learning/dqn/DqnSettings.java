package quorate.learning.dqn;

import java.util.List;
import quorate.learning.replay.Rounds;

/// What DQN learns with. Presets: [#stableBaselines3] and [#zoo].
///
/// @param rounds how much is played, remembered and learned by turns
/// @param learning how the network is taught
/// @param exploration how often a choice is made at random
/// @param duelling whether values of states and advantages of choices are told apart (Z. Wang et
///   al., "Dueling network architectures for deep reinforcement learning", 2016)
/// @param returnSteps steps that a return is earned over before the network is asked
/// @param priority α, how much the error of a step decides how often it comes again; 0 for evenly
/// @param correction β at the start, how much of the bias of priorities is taken away; it rises in
///   a line to 1 at the end
public record DqnSettings(
    Rounds rounds,
    QLearning learning,
    Exploration exploration,
    boolean duelling,
    int returnSteps,
    double priority,
    double correction) {

  public DqnSettings {
    check(returnSteps >= 1, "returnSteps must be at least 1", returnSteps);
    check(isShare(priority), "priority must be from 0 to 1", priority);
    check(isShare(correction), "correction must be from 0 to 1", correction);
  }

  private static boolean isShare(double x) {
    return x >= 0 && x <= 1;
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("DQN's " + rule + ", but was " + found);
    }
  }

  /// Without duelling, returns over several steps and priorities.
  public static DqnSettings plain(Rounds rounds, QLearning learning, Exploration exploration) {
    return new DqnSettings(rounds, learning, exploration, false, 1, 0, 0.4);
  }

  /// The defaults of Stable-Baselines3 2.9 (`DQN("MlpPolicy", …)`): neither double nor duelling,
  /// one step, no priorities.
  public static DqnSettings stableBaselines3() {
    return plain(
        new Rounds(1, 4, 1, 32, 1_000_000, 100),
        new QLearning(1e-4, 0.99, 10_000, 1, 10, List.of(64, 64), false, 1),
        new Exploration(0.1, 1, 0.05));
  }

  /// As tuned for a world in RL Baselines3 Zoo. On CartPole its policy comes and goes from one
  /// round to the next, there as here, and where it stands at the last one is luck; see
  /// [#withSteadyWeights].
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static DqnSettings zoo(String world) {
    return switch (world) {
      case "CartPole-v1" ->
          plain(
              new Rounds(1, 256, 128, 64, 100_000, 1000),
              new QLearning(2.3e-3, 0.99, 10, 1, 10, List.of(256, 256), false, 1),
              new Exploration(0.16, 1, 0.04));
      default ->
          throw new IllegalArgumentException(
              "DQN has tuned settings for CartPole-v1, but was asked for " + world);
    };
  }

  public int copies() {
    return rounds.copies();
  }

  public int minibatch() {
    return rounds.minibatch();
  }

  public int learningStarts() {
    return rounds.learningStarts();
  }

  /// The same with other sizes of a round.
  public DqnSettings withRounds(int copies, int steps, int updates, int minibatch) {
    return with(rounds.withSizes(copies, steps, updates, minibatch), learning);
  }

  /// The same with another memory, which begins to be learned from at another time.
  public DqnSettings withMemory(int memory, int learningStarts) {
    return with(rounds.withMemory(memory, learningStarts), learning);
  }

  /// The same with other hidden layers.
  public DqnSettings withHidden(List<Integer> hidden) {
    return with(rounds, learning.withHidden(hidden));
  }

  /// The same with double targets, and with weights that are averaged over some thousand updates
  /// for whoever acts after training.
  public DqnSettings withSteadyWeights() {
    return with(rounds, learning.withDoubleTargets().withAverage(1e-3));
  }

  private DqnSettings with(Rounds otherRounds, QLearning otherLearning) {
    return new DqnSettings(
        otherRounds, otherLearning, exploration, duelling, returnSteps, priority, correction);
  }

  /// The same with all that has been found to help since: double and duelling, returns over three
  /// steps and priorities with α = 0.6 (M. Hessel et al., "Rainbow", 2018, without its noisy and
  /// distributional networks).
  public DqnSettings withImprovements() {
    return new DqnSettings(
        rounds, learning.withDoubleTargets(), exploration, true, 3, 0.6, correction);
  }
}
