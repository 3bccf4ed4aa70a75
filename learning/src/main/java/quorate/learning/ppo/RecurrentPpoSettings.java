package quorate.learning.ppo;

import java.util.List;
import quorate.learning.graph.Activation;
import quorate.learning.optimiser.Schedule;
import quorate.learning.policy.RecurrentActorCritic;

/// What PPO learns with when its networks remember. Presets: [#stableBaselines3] and [#zoo].
///
/// @param updates how much is played and learned by turns; minibatches of at least 2 steps
/// @param sequence steps of one copy that are learned from as one, through which gradients flow
///   back; divides steps and minibatch
/// @param objective what is learned towards
/// @param safeguards what keeps updates small
/// @param design the form of the networks
public record RecurrentPpoSettings(
    Updates updates,
    int sequence,
    ClippedObjective objective,
    Safeguards safeguards,
    RecurrentActorCritic.Design design) {

  public RecurrentPpoSettings {
    int steps = updates.steps();
    int minibatch = updates.minibatch();
    check(minibatch >= 2, "minibatch must be at least 2", minibatch);
    check(sequence >= 1, "sequence must be at least 1", sequence);
    check(steps % sequence == 0, "sequence must divide steps = " + steps, sequence);
    check(minibatch % sequence == 0, "sequence must divide minibatch = " + minibatch, sequence);
  }

  private static void check(boolean holds, String rule, int found) {
    if (!holds) {
      throw new IllegalArgumentException("recurrent PPO's " + rule + ", but was " + found);
    }
  }

  /// The defaults of sb3-contrib 2.9 (`RecurrentPPO("MlpLstmPolicy", …)`); a rollout is one
  /// sequence.
  public static RecurrentPpoSettings stableBaselines3() {
    return new RecurrentPpoSettings(
        new Updates(1, 128, 128, 10),
        128,
        ClippedObjective.stableBaselines3(),
        Safeguards.stableBaselines3(),
        new RecurrentActorCritic.Design(256, List.of(64, 64), Activation.TANH, 0f, true));
  }

  /// As tuned for a world in RL Baselines3 Zoo (`hyperparams/ppo_lstm.yml`), whose `normalize`
  /// means observations and rewards. A rollout's part of a copy is one sequence.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static RecurrentPpoSettings zoo(String world) {
    return switch (world) {
      case "CartPoleNoVel-v1" ->
          new RecurrentPpoSettings(
              new Updates(8, 32, 256, 20),
              32,
              new ClippedObjective(1e-3, true, 0.98, 0.8, 0.2, 0, 0.5, 0.5),
              Safeguards.normalised(true),
              new RecurrentActorCritic.Design(64, List.of(64), Activation.RELU, 0f, false));
      default ->
          throw new IllegalArgumentException(
              "recurrent PPO has tuned settings for CartPoleNoVel-v1, but was asked for " + world);
    };
  }

  public int copies() {
    return updates.copies();
  }

  /// ε over the steps.
  Schedule clips() {
    return Schedule.falling(objective.clip(), safeguards.clipFalls());
  }

  /// The same with other sizes of an update.
  public RecurrentPpoSettings withUpdates(
      int copies, int steps, int sequence, int minibatch, int epochs) {
    return new RecurrentPpoSettings(
        new Updates(copies, steps, minibatch, epochs), sequence, objective, safeguards, design);
  }

  /// The same with networks of other sizes.
  public RecurrentPpoSettings withNetworks(int memory, List<Integer> hidden) {
    RecurrentActorCritic.Design sized =
        new RecurrentActorCritic.Design(
            memory, hidden, design.activation(), design.logDeviation(), design.orthogonal());
    return new RecurrentPpoSettings(updates, sequence, objective, safeguards, sized);
  }
}
