package quorate.learning.cql;

import java.util.List;
import quorate.learning.dqn.ChoiceConservatism;
import quorate.learning.dqn.DqnSettings;
import quorate.learning.dqn.Exploration;
import quorate.learning.dqn.QLearning;
import quorate.learning.learner.Prefixed;
import quorate.learning.replay.Rounds;

/// What conservative Q-learning for choices learns with. Presets: [#paper] and [#tuned].
///
/// @param minibatch recorded steps in a step of the optimiser
/// @param learning how the network is taught
/// @param conservatism how much values of choices are held down, and how errors count
public record ConservativeDqnSettings(
    int minibatch, QLearning learning, @Prefixed ChoiceConservatism conservatism) {

  /// @throws IllegalArgumentException when a value is out of its range
  public ConservativeDqnSettings {
    if (minibatch < 1) {
      throw new IllegalArgumentException(
          "CQL's minibatch must be at least 1, but was " + minibatch);
    }
  }

  /// What the paper's authors run on Atari's games, as far as it is not about quantiles and
  /// pictures. From `atari/batch_rl/fixed_replay/configs/quantile.gin` of their repository
  /// `aviralkumar2907/CQL` are minibatch, rate, γ, κ = 1 (for a tenth of the recorded steps, says
  /// its README, and 4 for a hundredth) and the target network's 2000 steps of the optimiser: 8000
  /// of the game, of which every fourth is learned at. From `multi_head/quantile_agent.py` beside
  /// it are τ = 1, Huber's loss and targets that are not doubled. One layer of 512 is what follows
  /// the convolutions in the network of R. Agarwal, D. Schuurmans and M. Norouzi ("An optimistic
  /// perspective on offline reinforcement learning", ICML 2020), which they build on. `d3rlpy`
  /// reproduces them with the same rate, minibatch and target.
  ///
  /// Two things differ. They do not clip gradients; 10 is DQN's here. And their loss is the *sum*
  /// of 200 quantiles' errors, each weighed by ½ in the mean: where quantiles lie close together,
  /// errors of values count a hundred times as much against κ as they do here.
  public static ConservativeDqnSettings paper() {
    return new ConservativeDqnSettings(
        32,
        new QLearning(5e-5, 0.99, 2000, 1, 10, List.of(512), false, 1),
        new ChoiceConservatism(1, 1, false));
  }

  /// As tuned here for a world, on recordings of other seeds than those it is proven on: see
  /// `docs/learning/cql.md`. CartPole-v1 is for 30,000 steps of the optimiser.
  ///
  /// @throws IllegalArgumentException when it was tuned for no such world
  public static ConservativeDqnSettings tuned(String world) {
    return switch (world) {
      case "CartPole-v1" ->
          new ConservativeDqnSettings(
              64,
              new QLearning(3e-4, 0.99, 1, 0.005, 10, List.of(64, 64), true, 1e-3),
              new ChoiceConservatism(1, 0.1, true));
      default ->
          throw new IllegalArgumentException(
              "CQL on choices has tuned settings for CartPole-v1, but was asked for "
                  + world
                  + ": begin with paper()");
    };
  }

  /// The same with other hidden layers.
  public ConservativeDqnSettings withHidden(List<Integer> other) {
    return new ConservativeDqnSettings(minibatch, learning.withHidden(other), conservatism);
  }

  /// The same, as conservative as is said.
  public ConservativeDqnSettings with(ChoiceConservatism other) {
    return new ConservativeDqnSettings(minibatch, learning, other);
  }

  /// For DQN's step, which takes no notice of how would be played.
  DqnSettings online() {
    return DqnSettings.plain(Rounds.recorded(minibatch), learning, new Exploration(1, 1, 0));
  }
}
