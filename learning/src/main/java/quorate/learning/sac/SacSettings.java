package quorate.learning.sac;

import java.util.List;

/// What SAC learns with. Presets: [#stableBaselines3] and [#zoo].
///
/// @param copies of the environment that are stepped together
/// @param steps of each copy between two rounds of learning
/// @param updates steps of the optimisers in a round of learning
/// @param minibatch steps in one of them
/// @param memory steps that are remembered
/// @param learningStarts steps of all copies that are played at random before anything is learned
/// @param rate learning rate of actor, critics and entropy's weight
/// @param discount γ, 0…1
/// @param targetPart τ, how far the target critics follow at each update, 0…1
/// @param entropyWeight α, what a nat of entropy is worth at first
/// @param entropyLearned whether α moves so that the entropy comes to −(numbers in an action)
/// @param hidden sizes of the hidden layers of all networks, followed by ReLU
/// @param stateNoise whether exploration is a function of what is seen that stays for a round of
///   steps, instead of noise of its own at each step (gSDE)
/// @param logDeviation where the logarithms of that function's deviations begin
public record SacSettings(
    int copies,
    int steps,
    int updates,
    int minibatch,
    int memory,
    int learningStarts,
    double rate,
    double discount,
    double targetPart,
    double entropyWeight,
    boolean entropyLearned,
    List<Integer> hidden,
    boolean stateNoise,
    double logDeviation) {

  public SacSettings {
    hidden = List.copyOf(hidden);
    check(copies >= 1, "copies must be at least 1", copies);
    check(steps >= 1, "steps must be at least 1", steps);
    check(updates >= 1, "updates must be at least 1", updates);
    check(minibatch >= 1, "minibatch must be at least 1", minibatch);
    check(memory >= minibatch, "memory must hold a minibatch of " + minibatch, memory);
    check(learningStarts >= 0, "learningStarts must be at least 0", learningStarts);
    check(rate > 0, "rate must be above 0", rate);
    check(discount >= 0 && discount <= 1, "discount must be from 0 to 1", discount);
    check(
        targetPart > 0 && targetPart <= 1, "targetPart must be above 0 and at most 1", targetPart);
    check(entropyWeight > 0, "entropyWeight must be above 0", entropyWeight);
    check(!hidden.isEmpty(), "hidden must have at least 1 layer", hidden);
    check(Double.isFinite(logDeviation), "logDeviation must be finite", logDeviation);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("SAC's " + rule + ", but was " + found);
    }
  }

  /// The defaults of Stable-Baselines3 2.9 (`SAC("MlpPolicy", …)`).
  public static SacSettings stableBaselines3() {
    return new SacSettings(
        1, 1, 1, 256, 1_000_000, 100, 3e-4, 0.99, 0.005, 1, true, List.of(256, 256), false, -3);
  }

  /// As tuned for a world in RL Baselines3 Zoo.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static SacSettings zoo(String world) {
    return switch (world) {
      case "Pendulum-v1" ->
          new SacSettings(
              1,
              1,
              1,
              256,
              1_000_000,
              100,
              1e-3,
              0.99,
              0.005,
              1,
              true,
              List.of(256, 256),
              false,
              -3);
      case "MountainCarContinuous-v0" ->
          new SacSettings(
              1,
              32,
              32,
              512,
              50_000,
              0,
              3e-4,
              0.9999,
              0.01,
              0.1,
              false,
              List.of(64, 64),
              true,
              -3.67);
      default ->
          throw new IllegalArgumentException(
              "SAC has tuned settings for Pendulum-v1 and MountainCarContinuous-v0, but was asked for "
                  + world);
    };
  }

  /// The same with other sizes of a round.
  public SacSettings withRounds(int copies, int steps, int updates, int minibatch) {
    return new SacSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetPart,
        entropyWeight,
        entropyLearned,
        hidden,
        stateNoise,
        logDeviation);
  }

  /// The same with another memory, which begins to be learned from at another time.
  public SacSettings withMemory(int memory, int learningStarts) {
    return new SacSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetPart,
        entropyWeight,
        entropyLearned,
        hidden,
        stateNoise,
        logDeviation);
  }

  /// The same with other hidden layers.
  public SacSettings withHidden(List<Integer> hidden) {
    return new SacSettings(
        copies,
        steps,
        updates,
        minibatch,
        memory,
        learningStarts,
        rate,
        discount,
        targetPart,
        entropyWeight,
        entropyLearned,
        hidden,
        stateNoise,
        logDeviation);
  }
}
