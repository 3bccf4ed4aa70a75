package quorate.learning.cql;

import java.util.List;
import quorate.learning.learner.Prefixed;
import quorate.learning.sac.Conservatism;
import quorate.learning.sac.SacSettings;

/// What conservative Q-learning for continuous actions learns with. Presets: [#paper] and [#tuned].
///
/// @param minibatch recorded steps in a step of the optimisers
/// @param rate learning rate of actor, critics and entropy's weight
/// @param discount γ, 0…1
/// @param targetPart τ, how far the target critics follow at each step, 0…1
/// @param entropyWeight α, what a nat of entropy is worth to the actor at first
/// @param entropyLearned whether α moves so that the entropy comes to −(numbers in an action)
/// @param hidden sizes of the hidden layers of all networks, followed by ReLU
/// @param averagePart how far the actor that is handed out follows the one in training at each
///   step, above 0…1; 1 hands out the last one
/// @param conservatism how much critics are held down
public record ConservativeSacSettings(
    int minibatch,
    double rate,
    double discount,
    double targetPart,
    double entropyWeight,
    boolean entropyLearned,
    List<Integer> hidden,
    double averagePart,
    @Prefixed Conservatism conservatism) {

  /// @throws IllegalArgumentException when a value is out of its range
  public ConservativeSacSettings {
    hidden = List.copyOf(hidden);
    online(minibatch, rate, discount, targetPart, entropyWeight, entropyLearned, hidden);
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
        256, 3e-4, 0.99, 0.005, 1, true, List.of(256, 256, 256), 1, new Conservatism(5, 10, false));
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
              1e-3,
              0.95,
              0.01,
              0.1,
              true,
              List.of(64, 64),
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
        otherMinibatch,
        rate,
        discount,
        targetPart,
        entropyWeight,
        entropyLearned,
        otherHidden,
        averagePart,
        conservatism);
  }

  /// The same, whose handed-out actor follows the one in training that far.
  public ConservativeSacSettings withAverage(double other) {
    return new ConservativeSacSettings(
        minibatch,
        rate,
        discount,
        targetPart,
        entropyWeight,
        entropyLearned,
        hidden,
        other,
        conservatism);
  }

  /// The same, as conservative as is said.
  public ConservativeSacSettings with(Conservatism other) {
    return new ConservativeSacSettings(
        minibatch,
        rate,
        discount,
        targetPart,
        entropyWeight,
        entropyLearned,
        hidden,
        averagePart,
        other);
  }

  /// For SAC's step, which takes no notice of how would be played.
  SacSettings online() {
    return online(minibatch, rate, discount, targetPart, entropyWeight, entropyLearned, hidden);
  }

  private static SacSettings online(
      int minibatch,
      double rate,
      double discount,
      double targetPart,
      double entropyWeight,
      boolean entropyLearned,
      List<Integer> hidden) {
    return new SacSettings(
        1,
        1,
        1,
        minibatch,
        Integer.MAX_VALUE,
        0,
        rate,
        discount,
        targetPart,
        entropyWeight,
        entropyLearned,
        hidden,
        false,
        0);
  }
}
