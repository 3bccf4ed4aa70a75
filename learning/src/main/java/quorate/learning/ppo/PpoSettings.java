package quorate.learning.ppo;

import java.util.List;
import quorate.learning.graph.Activation;
import quorate.learning.optimiser.Schedule;
import quorate.learning.policy.ActorCritic;
import quorate.learning.policy.ContinuousLaw;

/// What PPO learns with. Presets: [#stableBaselines3] and [#zoo].
///
/// @param updates how much is played and learned by turns; minibatches of at least 2 steps
/// @param objective what is learned towards
/// @param safeguards what keeps updates small
/// @param design the form of the networks; `logDeviation` is 0 for laws that are not normal
/// @param noiseSteps steps after which noise that depends on the state is drawn anew; 0 for the
///   start of a rollout alone
public record PpoSettings(
    Updates updates,
    ClippedObjective objective,
    Safeguards safeguards,
    ActorCritic.Design design,
    int noiseSteps) {

  public PpoSettings {
    check(updates.minibatch() >= 2, "minibatch must be at least 2", updates.minibatch());
    check(noiseSteps >= 0, "noiseSteps must be at least 0", noiseSteps);
    check(
        noiseSteps == 0 || design.law() == ContinuousLaw.STATE_DEPENDENT_NOISE,
        "noiseSteps must be 0 where noise does not depend on the state",
        noiseSteps);
    check(
        design.logDeviation() == 0 || design.law() != ContinuousLaw.BETA,
        "logDeviation must be 0 where actions are not normal",
        design.logDeviation());
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("PPO's " + rule + ", but was " + found);
    }
  }

  /// The defaults of Stable-Baselines3 2.9 (`PPO("MlpPolicy", …)`).
  public static PpoSettings stableBaselines3() {
    return new PpoSettings(
        new Updates(1, 2048, 64, 10),
        ClippedObjective.stableBaselines3(),
        Safeguards.stableBaselines3(),
        networks(ContinuousLaw.NORMAL),
        0);
  }

  /// As tuned for a world in RL Baselines3 Zoo.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static PpoSettings zoo(String world) {
    return switch (world) {
      case "CartPole-v1" ->
          new PpoSettings(
              new Updates(8, 32, 256, 20),
              new ClippedObjective(1e-3, true, 0.98, 0.8, 0.2, 0, 0.5, 0.5),
              new Safeguards(true, 0, true, false, false),
              networks(ContinuousLaw.NORMAL),
              0);
      case "Pendulum-v1" ->
          new PpoSettings(
              new Updates(4, 1024, 64, 10),
              new ClippedObjective(1e-3, false, 0.9, 0.95, 0.2, 0, 0.5, 0.5),
              Safeguards.stableBaselines3(),
              networks(ContinuousLaw.STATE_DEPENDENT_NOISE),
              4);
      case "Acrobot-v1" -> normalised(256, 0.94);
      case "MountainCar-v0" -> normalised(16, 0.98);
      default ->
          throw new IllegalArgumentException(
              "PPO has tuned settings for CartPole-v1, Pendulum-v1, Acrobot-v1 and MountainCar-v0,"
                  + " but was asked for "
                  + world);
    };
  }

  /// What the zoo's `normalize: true` worlds of classic control share: 16 copies, 4 epochs,
  /// observations and rewards normalised.
  private static PpoSettings normalised(int steps, double lambda) {
    return new PpoSettings(
        new Updates(16, steps, 64, 4),
        new ClippedObjective(3e-4, false, 0.99, lambda, 0.2, 0, 0.5, 0.5),
        Safeguards.normalised(false),
        networks(ContinuousLaw.NORMAL),
        0);
  }

  private static ActorCritic.Design networks(ContinuousLaw law) {
    return new ActorCritic.Design(List.of(64, 64), Activation.TANH, 0f, law);
  }

  public int copies() {
    return updates.copies();
  }

  /// ε over the steps.
  Schedule clips() {
    return Schedule.falling(objective.clip(), safeguards.clipFalls());
  }

  /// The same with other sizes of an update.
  public PpoSettings withUpdates(int copies, int steps, int minibatch, int epochs) {
    return new PpoSettings(
        new Updates(copies, steps, minibatch, epochs), objective, safeguards, design, noiseSteps);
  }

  /// The same with another law of continuous actions, whose deviations begin at 1 and whose noise
  /// is drawn anew at the start of a rollout alone.
  public PpoSettings withLaw(ContinuousLaw other) {
    ActorCritic.Design drawn =
        new ActorCritic.Design(design.hidden(), design.activation(), 0f, other);
    return new PpoSettings(updates, objective, safeguards, drawn, 0);
  }

  /// The same with other hidden layers.
  public PpoSettings withHidden(List<Integer> other) {
    ActorCritic.Design sized =
        new ActorCritic.Design(other, design.activation(), design.logDeviation(), design.law());
    return new PpoSettings(updates, objective, safeguards, sized, noiseSteps);
  }
}
