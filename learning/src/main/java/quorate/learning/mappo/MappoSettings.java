package quorate.learning.mappo;

import java.util.List;
import quorate.learning.graph.Activation;
import quorate.learning.optimiser.Schedule;
import quorate.learning.ppo.ClippedObjective;
import quorate.learning.ppo.Updates;

/// What MAPPO learns with. Presets: [#defaults] and [#tuned].
///
/// A step is one of a whole copy, in which all its agents act.
///
/// @param updates how much is played and learned by turns; a step of a minibatch has all its agents
/// @param objective what is learned towards, by actors and critic
/// @param entropyFalls whether the worth of an agent's entropy falls in a line to 0 at the end
/// @param huber error of the critic beyond which it counts by its size and no more by its square,
///   in deviations of the returns if values are normalised
/// @param normaliseValues whether the critic learns returns brought to mean 0 and deviation 1
/// @param sharedActor whether all agents act by the same network, or each by its own
/// @param hidden sizes of the hidden layers of all networks
/// @param activation of the hidden layers
public record MappoSettings(
    Updates updates,
    ClippedObjective objective,
    boolean entropyFalls,
    double huber,
    boolean normaliseValues,
    boolean sharedActor,
    List<Integer> hidden,
    Activation activation) {

  public MappoSettings {
    hidden = List.copyOf(hidden);
    if (!(huber > 0)) {
      throw new IllegalArgumentException("MAPPO's huber must be above 0, but was " + huber);
    }
  }

  /// As the paper's authors run simple-spread, with networks that have no memory.
  public static MappoSettings defaults() {
    return new MappoSettings(
        new Updates(128, 25, 3200, 10),
        new ClippedObjective(7e-4, false, 0.99, 0.95, 0.2, 0.01, 1, 10),
        false,
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
              new Updates(100, 5, 500, 10),
              new ClippedObjective(1e-3, false, 0.99, 0.95, 0.2, 0.01, 1, 10),
              true,
              10,
              true,
              false,
              List.of(32),
              Activation.TANH);
      case "simple_spread_v3" ->
          new MappoSettings(
              new Updates(128, 25, 800, 10),
              new ClippedObjective(7e-4, true, 0.99, 0.95, 0.2, 0.01, 1, 10),
              true,
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

  public int copies() {
    return updates.copies();
  }

  /// What a nat of an agent's entropy is worth over the steps.
  Schedule entropyWeights() {
    return Schedule.falling(objective.entropyWeight(), entropyFalls);
  }

  /// The same with other sizes of an update.
  public MappoSettings withUpdates(int copies, int steps, int minibatch, int epochs) {
    return new MappoSettings(
        new Updates(copies, steps, minibatch, epochs),
        objective,
        entropyFalls,
        huber,
        normaliseValues,
        sharedActor,
        hidden,
        activation);
  }

  /// The same with one actor for all agents, or one for each.
  public MappoSettings withSharedActor(boolean shared) {
    return new MappoSettings(
        updates, objective, entropyFalls, huber, normaliseValues, shared, hidden, activation);
  }

  /// The same with other hidden layers.
  public MappoSettings withHidden(List<Integer> other) {
    return new MappoSettings(
        updates, objective, entropyFalls, huber, normaliseValues, sharedActor, other, activation);
  }
}
