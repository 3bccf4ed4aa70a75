package quorate.learning.mappo;

import java.util.List;
import quorate.learning.graph.Activation;
import quorate.learning.optimiser.Schedule;

/// What MAPPO learns with. Presets: [#defaults] and [#tuned].
///
/// A step is one of a whole copy, in which all its agents act.
///
/// @param copies of the environment that are stepped together
/// @param steps of each copy between two updates
/// @param minibatch steps, with all their agents, in one step of the optimiser; divides steps ×
///   copies
/// @param epochs passes over the steps of an update
/// @param rate learning rate at the start, of actors and critic
/// @param rateFalls whether the learning rate falls in a line to 0 at the end
/// @param discount γ, 0…1
/// @param lambda λ of the generalised advantages, 0…1
/// @param clip ε, how far a probability may leave the old one: from 1 − ε to 1 + ε of it
/// @param entropyWeight what a nat of an agent's entropy is worth in the loss
/// @param entropyFalls whether that worth falls in a line to 0 at the end
/// @param valueWeight what the critic's error is worth in the loss
/// @param huber error of the critic beyond which it counts by its size and no more by its square,
///   in deviations of the returns if values are normalised
/// @param maxGradientNorm the gradients' norm is clipped to it
/// @param normaliseValues whether the critic learns returns brought to mean 0 and deviation 1
/// @param sharedActor whether all agents act by the same network, or each by its own
/// @param hidden sizes of the hidden layers of all networks
/// @param activation of the hidden layers
public record MappoSettings(
    int copies,
    int steps,
    int minibatch,
    int epochs,
    double rate,
    boolean rateFalls,
    double discount,
    double lambda,
    double clip,
    double entropyWeight,
    boolean entropyFalls,
    double valueWeight,
    double huber,
    double maxGradientNorm,
    boolean normaliseValues,
    boolean sharedActor,
    List<Integer> hidden,
    Activation activation) {

  public MappoSettings {
    hidden = List.copyOf(hidden);
    check(copies >= 1, "copies must be at least 1", copies);
    check(steps >= 1, "steps must be at least 1", steps);
    check(minibatch >= 1, "minibatch must be at least 1", minibatch);
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
    check(huber > 0, "huber must be above 0", huber);
    check(maxGradientNorm > 0, "maxGradientNorm must be above 0", maxGradientNorm);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("MAPPO's " + rule + ", but was " + found);
    }
  }

  /// As the paper's authors run simple-spread, with networks that have no memory.
  public static MappoSettings defaults() {
    return new MappoSettings(
        128,
        25,
        3200,
        10,
        7e-4,
        false,
        0.99,
        0.95,
        0.2,
        0.01,
        false,
        1,
        10,
        10,
        true,
        true,
        List.of(64, 64),
        Activation.TANH);
  }

  /// As tuned here for a world.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static MappoSettings tuned(String world) {
    return switch (world) {
      case "climbing", "penalty(0)", "penalty(-25)", "penalty(-100)" ->
          new MappoSettings(
              100,
              5,
              500,
              10,
              1e-3,
              false,
              0.99,
              0.95,
              0.2,
              0.01,
              true,
              1,
              10,
              10,
              true,
              false,
              List.of(32),
              Activation.TANH);
      case "simple_spread_v3" ->
          new MappoSettings(
              128,
              25,
              800,
              10,
              7e-4,
              true,
              0.99,
              0.95,
              0.2,
              0.01,
              true,
              1,
              10,
              10,
              true,
              true,
              List.of(64, 64),
              Activation.TANH);
      default ->
          throw new IllegalArgumentException(
              "MAPPO has tuned settings for climbing, penalty with 0, -25 and -100, and"
                  + " simple_spread_v3, but was asked for "
                  + world);
    };
  }

  /// The learning rate over the steps.
  Schedule rates() {
    return Schedule.falling(rate, rateFalls);
  }

  /// What a nat of an agent's entropy is worth over the steps.
  Schedule entropyWeights() {
    return Schedule.falling(entropyWeight, entropyFalls);
  }

  /// The same with other sizes of an update.
  public MappoSettings withUpdates(int copies, int steps, int minibatch, int epochs) {
    return new MappoSettings(
        copies,
        steps,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        entropyWeight,
        entropyFalls,
        valueWeight,
        huber,
        maxGradientNorm,
        normaliseValues,
        sharedActor,
        hidden,
        activation);
  }

  /// The same with one actor for all agents, or one for each.
  public MappoSettings withSharedActor(boolean shared) {
    return new MappoSettings(
        copies,
        steps,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        entropyWeight,
        entropyFalls,
        valueWeight,
        huber,
        maxGradientNorm,
        normaliseValues,
        shared,
        hidden,
        activation);
  }

  /// The same with other hidden layers.
  public MappoSettings withHidden(List<Integer> other) {
    return new MappoSettings(
        copies,
        steps,
        minibatch,
        epochs,
        rate,
        rateFalls,
        discount,
        lambda,
        clip,
        entropyWeight,
        entropyFalls,
        valueWeight,
        huber,
        maxGradientNorm,
        normaliseValues,
        sharedActor,
        other,
        activation);
  }
}
