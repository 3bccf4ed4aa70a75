package quorate.learning.ppo;

import java.util.List;
import quorate.learning.graph.Activation;
import quorate.learning.optimiser.Schedule;
import quorate.learning.policy.ContinuousLaw;
import quorate.learning.policy.RecurrentActorCritic;

/// What PPO learns with when its networks remember. Presets: [#stableBaselines3] and [#zoo].
///
/// @param copies of the environment that are stepped together
/// @param steps of each copy between two updates
/// @param sequence steps of one copy that are learned from as one, through which gradients flow
///   back; divides steps and minibatch
/// @param minibatch steps in one step of the optimiser; divides steps × copies
/// @param epochs passes over the steps of an update
/// @param rate learning rate at the start
/// @param rateFalls whether the learning rate falls in a line to 0 at the end
/// @param discount γ, 0…1
/// @param lambda λ of the generalised advantages, 0…1
/// @param clip ε, how far a probability may leave the old one: from 1 − ε to 1 + ε of it
/// @param clipFalls whether ε falls in a line to 0 at the end
/// @param entropyWeight what a nat of entropy is worth in the loss
/// @param valueWeight what the critic's squared error is worth in the loss
/// @param maxGradientNorm the gradients' norm is clipped to it
/// @param klLimit an update stops once the policy has moved by 1.5 times this many nats; 0 for
///   never
/// @param normaliseAdvantages whether the advantages of a minibatch are brought to mean 0 and
///   deviation 1
/// @param normaliseObservations whether observations are brought to mean 0 and deviation 1 by their
///   running moments, which are then part of what is learned
/// @param normaliseRewards whether rewards are divided by the running deviation of discounted
///   returns while training
/// @param memory numbers in the hidden state, and in the cell, of the actor's and the critic's LSTM
/// @param hidden sizes of the layers between an LSTM and what goes out of its network
/// @param activation of the hidden layers
/// @param logDeviation where the logarithm of a continuous action's deviation begins
/// @param orthogonal whether the layers after the LSTMs begin orthogonal, or evenly in ±1/√in as
///   PyTorch's
public record RecurrentPpoSettings(
    int copies,
    int steps,
    int sequence,
    int minibatch,
    int epochs,
    double rate,
    boolean rateFalls,
    double discount,
    double lambda,
    double clip,
    boolean clipFalls,
    double entropyWeight,
    double valueWeight,
    double maxGradientNorm,
    double klLimit,
    boolean normaliseAdvantages,
    boolean normaliseObservations,
    boolean normaliseRewards,
    int memory,
    List<Integer> hidden,
    Activation activation,
    float logDeviation,
    boolean orthogonal) {

  public RecurrentPpoSettings {
    hidden = List.copyOf(hidden);
    check(sequence >= 1, "sequence must be at least 1", sequence);
    check(steps % sequence == 0, "sequence must divide steps = " + steps, sequence);
    check(minibatch % sequence == 0, "sequence must divide minibatch = " + minibatch, sequence);
    check(memory >= 1, "memory must be at least 1", memory);
    ppo(
        copies,
        steps,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        clipFalls,
        entropyWeight,
        valueWeight,
        maxGradientNorm,
        klLimit,
        normaliseAdvantages,
        normaliseObservations,
        normaliseRewards,
        hidden,
        activation,
        logDeviation);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("recurrent PPO's " + rule + ", but was " + found);
    }
  }

  /// The defaults of sb3-contrib 2.9 (`RecurrentPPO("MlpLstmPolicy", …)`); a rollout is one
  /// sequence.
  public static RecurrentPpoSettings stableBaselines3() {
    return new RecurrentPpoSettings(
        1,
        128,
        128,
        128,
        10,
        3e-4,
        false,
        0.99,
        0.95,
        0.2,
        false,
        0,
        0.5,
        0.5,
        0,
        true,
        false,
        false,
        256,
        List.of(64, 64),
        Activation.TANH,
        0f,
        true);
  }

  /// As tuned for a world in RL Baselines3 Zoo (`hyperparams/ppo_lstm.yml`), whose `normalize`
  /// means observations and rewards. A rollout's part of a copy is one sequence.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static RecurrentPpoSettings zoo(String world) {
    return switch (world) {
      case "CartPoleNoVel-v1" ->
          new RecurrentPpoSettings(
              8,
              32,
              32,
              256,
              20,
              1e-3,
              true,
              0.98,
              0.8,
              0.2,
              true,
              0,
              0.5,
              0.5,
              0,
              true,
              true,
              true,
              64,
              List.of(64),
              Activation.RELU,
              0f,
              false);
      default ->
          throw new IllegalArgumentException(
              "recurrent PPO has tuned settings for CartPoleNoVel-v1, but was asked for " + world);
    };
  }

  /// What it shares with PPO.
  PpoSettings ppo() {
    return ppo(
        copies,
        steps,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        clipFalls,
        entropyWeight,
        valueWeight,
        maxGradientNorm,
        klLimit,
        normaliseAdvantages,
        normaliseObservations,
        normaliseRewards,
        hidden,
        activation,
        logDeviation);
  }

  private static PpoSettings ppo(
      int copies,
      int steps,
      int minibatch,
      int epochs,
      double rate,
      boolean rateFalls,
      double discount,
      double lambda,
      double clip,
      boolean clipFalls,
      double entropyWeight,
      double valueWeight,
      double maxGradientNorm,
      double klLimit,
      boolean normaliseAdvantages,
      boolean normaliseObservations,
      boolean normaliseRewards,
      List<Integer> hidden,
      Activation activation,
      float logDeviation) {
    return new PpoSettings(
        copies,
        steps,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        clipFalls,
        entropyWeight,
        valueWeight,
        maxGradientNorm,
        klLimit,
        normaliseAdvantages,
        normaliseObservations,
        normaliseRewards,
        hidden,
        activation,
        logDeviation,
        ContinuousLaw.NORMAL,
        0);
  }

  /// The learning rate over the steps.
  Schedule rates() {
    return Schedule.falling(rate, rateFalls);
  }

  /// ε over the steps.
  Schedule clips() {
    return Schedule.falling(clip, clipFalls);
  }

  /// The form of the networks.
  RecurrentActorCritic.Design design() {
    return new RecurrentActorCritic.Design(memory, hidden, activation, logDeviation, orthogonal);
  }

  /// The same with other sizes of an update.
  public RecurrentPpoSettings withUpdates(
      int copies, int steps, int sequence, int minibatch, int epochs) {
    return new RecurrentPpoSettings(
        copies,
        steps,
        sequence,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        clipFalls,
        entropyWeight,
        valueWeight,
        maxGradientNorm,
        klLimit,
        normaliseAdvantages,
        normaliseObservations,
        normaliseRewards,
        memory,
        hidden,
        activation,
        logDeviation,
        orthogonal);
  }

  /// The same with networks of other sizes.
  public RecurrentPpoSettings withNetworks(int memory, List<Integer> hidden) {
    return new RecurrentPpoSettings(
        copies,
        steps,
        sequence,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        clipFalls,
        entropyWeight,
        valueWeight,
        maxGradientNorm,
        klLimit,
        normaliseAdvantages,
        normaliseObservations,
        normaliseRewards,
        memory,
        hidden,
        activation,
        logDeviation,
        orthogonal);
  }
}
