package quorate.learning.sac;

import java.util.List;
import quorate.learning.replay.Rounds;

/// What SAC learns with. Presets: [#stableBaselines3] and [#zoo].
///
/// @param rounds how much is played, remembered and learned by turns
/// @param learning how actor and critics are taught
/// @param stateNoise whether exploration is a function of what is seen that stays for a round of
///   steps, instead of noise of its own at each step (gSDE)
/// @param logDeviation where the logarithms of that function's deviations begin
public record SacSettings(
    Rounds rounds, SoftLearning learning, boolean stateNoise, double logDeviation) {

  public SacSettings {
    if (!Double.isFinite(logDeviation)) {
      throw new IllegalArgumentException(
          "SAC's logDeviation must be finite, but was " + logDeviation);
    }
  }

  /// The defaults of Stable-Baselines3 2.9 (`SAC("MlpPolicy", …)`).
  public static SacSettings stableBaselines3() {
    return new SacSettings(
        new Rounds(1, 1, 1, 256, 1_000_000, 100),
        new SoftLearning(3e-4, 0.99, 0.005, 1, true, List.of(256, 256)),
        false,
        -3);
  }

  /// As tuned for a world in RL Baselines3 Zoo.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static SacSettings zoo(String world) {
    return switch (world) {
      case "Pendulum-v1" ->
          new SacSettings(
              new Rounds(1, 1, 1, 256, 1_000_000, 100),
              new SoftLearning(1e-3, 0.99, 0.005, 1, true, List.of(256, 256)),
              false,
              -3);
      case "MountainCarContinuous-v0" ->
          new SacSettings(
              new Rounds(1, 32, 32, 512, 50_000, 0),
              new SoftLearning(3e-4, 0.9999, 0.01, 0.1, false, List.of(64, 64)),
              true,
              -3.67);
      default ->
          throw new IllegalArgumentException(
              "SAC has tuned settings for Pendulum-v1 and MountainCarContinuous-v0, but was asked for "
                  + world);
    };
  }

  public int copies() {
    return rounds.copies();
  }

  public int learningStarts() {
    return rounds.learningStarts();
  }

  /// The same with other sizes of a round.
  public SacSettings withRounds(int copies, int steps, int updates, int minibatch) {
    return with(rounds.withSizes(copies, steps, updates, minibatch), learning);
  }

  /// The same with another memory, which begins to be learned from at another time.
  public SacSettings withMemory(int memory, int learningStarts) {
    return with(rounds.withMemory(memory, learningStarts), learning);
  }

  /// The same with other hidden layers.
  public SacSettings withHidden(List<Integer> hidden) {
    return with(rounds, learning.withHidden(hidden));
  }

  private SacSettings with(Rounds otherRounds, SoftLearning otherLearning) {
    return new SacSettings(otherRounds, otherLearning, stateNoise, logDeviation);
  }
}
