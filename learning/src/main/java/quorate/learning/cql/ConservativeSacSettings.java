package quorate.learning.cql;

import java.util.List;
import quorate.learning.learner.Prefixed;
import quorate.learning.replay.Rounds;
import quorate.learning.sac.Conservatism;
import quorate.learning.sac.SacSettings;
import quorate.learning.sac.SoftLearning;

/// What conservative Q-learning for continuous actions learns with. Presets: [#paper] and [#tuned].
///
/// @param minibatch recorded steps in a step of the optimisers
/// @param learning how actor and critics are taught
/// @param averagePart how far the actor that is handed out follows the one in training at each
///   step, above 0…1; 1 hands out the last one
/// @param conservatism how much critics are held down
public record ConservativeSacSettings(
    int minibatch, SoftLearning learning, double averagePart, @Prefixed Conservatism conservatism) {

  /// @throws IllegalArgumentException when a value is out of its range
  public ConservativeSacSettings {
    if (minibatch < 1) {
      throw new IllegalArgumentException(
          "CQL's minibatch must be at least 1, but was " + minibatch);
    }
    if (!(averagePart > 0 && averagePart <= 1)) {
      throw new IllegalArgumentException(
          "CQL's averagePart must be above 0 and at most 1, but was " + averagePart);
    }
  }

  /// What the paper's authors recommend for Gym's robots with κ fixed. From
  /// `d4rl/examples/cql_mujoco_new.py` of their repository `aviralkumar2907/CQL` are minibatch, the
  /// critics' rate, γ, the target critics' τ, three layers of 256, ten samples of each kind and
  /// targets without entropy; from `d4rl/rlkit/torch/sac/cql.py` α, which begins at 1 and is
  /// learned; from its README κ = 5, or 10, slightly other than the paper's, as the data are. In
  /// the paper κ is learned, and the actor's rate 3e-5, as users quote it in the repository's issue
  /// 5. `d3rlpy` reproduces them with the same values but two layers.
  ///
  /// Two things differ. Their actor and α learn at 1e-4 (the README finds 3e-4 to work as well);
  /// here one rate is for all. And their actor clones for its first 40,000 steps, which they found
  /// to matter little. A step costs some thirty times one of SAC.
  public static ConservativeSacSettings paper() {
    return new ConservativeSacSettings(
        256,
        new SoftLearning(3e-4, 0.99, 0.005, 1, true, List.of(256, 256, 256)),
        1,
        new Conservatism(5, 10, false));
  }

  /// As tuned here for a world, on recordings of other seeds than those it is proven on: see
  /// `docs/learning/cql.md`. Pendulum-v1 is for 10,000 steps of the optimisers.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static ConservativeSacSettings tuned(String world) {
    return switch (world) {
      case "Pendulum-v1" ->
          new ConservativeSacSettings(
              64,
              new SoftLearning(1e-3, 0.95, 0.01, 0.1, true, List.of(64, 64)),
              1e-3,
              new Conservatism(1.5, 4, false));
      default ->
          throw new IllegalArgumentException(
              "CQL on continuous actions has tuned settings for Pendulum-v1, but was asked for "
                  + world
                  + ": begin with paper()");
    };
  }

  /// The same with other minibatches and hidden layers.
  public ConservativeSacSettings withSizes(int otherMinibatch, List<Integer> otherHidden) {
    return new ConservativeSacSettings(
        otherMinibatch, learning.withHidden(otherHidden), averagePart, conservatism);
  }

  /// The same, whose handed-out actor follows the one in training that far.
  public ConservativeSacSettings withAverage(double other) {
    return new ConservativeSacSettings(minibatch, learning, other, conservatism);
  }

  /// The same, as conservative as is said.
  public ConservativeSacSettings with(Conservatism other) {
    return new ConservativeSacSettings(minibatch, learning, averagePart, other);
  }

  /// For SAC's step, which takes no notice of how would be played.
  SacSettings online() {
    return new SacSettings(Rounds.recorded(minibatch), learning, false, 0);
  }
}
