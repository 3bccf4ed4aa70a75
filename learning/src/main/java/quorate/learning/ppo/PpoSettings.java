package quorate.learning.ppo;

import java.util.List;
import quorate.learning.graph.Activation;
import quorate.learning.optimiser.Schedule;
import quorate.learning.policy.ActorCritic;
import quorate.learning.policy.ContinuousLaw;

/// What PPO learns with. Presets: [#stableBaselines3] and [#zoo].
///
/// @param copies of the environment that are stepped together
/// @param steps of each copy between two updates
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
/// @param hidden sizes of the hidden layers of both networks
/// @param activation of the hidden layers
/// @param logDeviation where the logarithm of a normal action's deviation begins; 0 for other laws
/// @param law of continuous actions
/// @param noiseSteps steps after which noise that depends on the state is drawn anew; 0 for the
///   start of a rollout alone
public record PpoSettings(
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
    float logDeviation,
    ContinuousLaw law,
    int noiseSteps) {

  public PpoSettings {
    hidden = List.copyOf(hidden);
    check(copies >= 1, "copies must be at least 1", copies);
    check(steps >= 1, "steps must be at least 1", steps);
    check(minibatch >= 2, "minibatch must be at least 2", minibatch);
    check(
        (long) steps * copies % minibatch == 0,
        "minibatch must divide steps × copies = " + (long) steps * copies,
        minibatch);
    check(epochs >= 1, "epochs must be at least 1", epochs);
    check(rate > 0, "rate must be above 0", rate);
    check(discount >= 0 && discount <= 1, "discount must be from 0 to 1", discount);
    check(lambda >= 0 && lambda <= 1, "lambda must be from 0 to 1", lambda);
    check(clip > 0, "clip must be above 0", clip);
    check(entropyWeight >= 0, "entropyWeight must be at least 0", entropyWeight);
    check(valueWeight >= 0, "valueWeight must be at least 0", valueWeight);
    check(maxGradientNorm > 0, "maxGradientNorm must be above 0", maxGradientNorm);
    check(klLimit >= 0, "klLimit must be at least 0", klLimit);
    check(noiseSteps >= 0, "noiseSteps must be at least 0", noiseSteps);
    check(
        noiseSteps == 0 || law == ContinuousLaw.STATE_DEPENDENT_NOISE,
        "noiseSteps must be 0 where noise does not depend on the state",
        noiseSteps);
    check(
        logDeviation == 0 || law != ContinuousLaw.BETA,
        "logDeviation must be 0 where actions are not normal",
        logDeviation);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("PPO's " + rule + ", but was " + found);
    }
  }

  /// The defaults of Stable-Baselines3 2.9 (`PPO("MlpPolicy", …)`).
  public static PpoSettings stableBaselines3() {
    return new PpoSettings(
        1,
        2048,
        64,
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
        List.of(64, 64),
        Activation.TANH,
        0f,
        ContinuousLaw.NORMAL,
        0);
  }

  /// As tuned for a world in RL Baselines3 Zoo.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static PpoSettings zoo(String world) {
    return switch (world) {
      case "CartPole-v1" ->
          new PpoSettings(
              8,
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
              false,
              false,
              List.of(64, 64),
              Activation.TANH,
              0f,
              ContinuousLaw.NORMAL,
              0);
      case "Pendulum-v1" ->
          new PpoSettings(
              4,
              1024,
              64,
              10,
              1e-3,
              false,
              0.9,
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
              List.of(64, 64),
              Activation.TANH,
              0f,
              ContinuousLaw.STATE_DEPENDENT_NOISE,
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
        16,
        steps,
        64,
        4,
        3e-4,
        false,
        0.99,
        lambda,
        0.2,
        false,
        0,
        0.5,
        0.5,
        0,
        true,
        true,
        true,
        List.of(64, 64),
        Activation.TANH,
        0f,
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
  public ActorCritic.Design design() {
    return new ActorCritic.Design(hidden, activation, logDeviation, law);
  }

  /// The same with other sizes of an update.
  public PpoSettings withUpdates(int copies, int steps, int minibatch, int epochs) {
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
        law,
        noiseSteps);
  }

  /// The same with another law of continuous actions, whose deviations begin at 1 and whose noise
  /// is drawn anew at the start of a rollout alone.
  public PpoSettings withLaw(ContinuousLaw other) {
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
        0f,
        other,
        0);
  }

  /// The same with other hidden layers.
  public PpoSettings withHidden(List<Integer> other) {
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
        other,
        activation,
        logDeviation,
        law,
        noiseSteps);
  }
}
