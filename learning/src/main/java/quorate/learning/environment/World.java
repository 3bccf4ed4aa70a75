package quorate.learning.environment;

import java.util.random.RandomGenerator;

/// The equations of a world, for any number of copies: the state of each copy lies in an array of
/// the caller's, so that a world has no state of its own and can be shared.
///
/// Methods get an array and where in it the copy's part begins. They allocate nothing. Beginning
/// and stepping fill the whole state, so that what follows depends on it alone.
public interface World {
  /// For messages and file names, such as `CartPole-v1`.
  String name();

  /// Steps after which an episode is truncated; at least 1.
  int timeLimit();

  default int agents() {
    return 1;
  }

  /// Of one agent.
  Space.Box observationSpace();

  /// Of one agent.
  Space actionSpace();

  /// Numbers in the state of a copy.
  int stateSize();

  /// Begins an episode.
  void begin(double[] state, int at, RandomGenerator chance);

  /// Goes on by one step.
  ///
  /// @param actions of all agents, each inside its space
  /// @param rewards to fill, one for each agent
  /// @return whether the episode has come to an end of its own
  boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt);

  /// Writes the observations of all agents.
  void observe(double[] state, int at, float[] into, int intoAt);
}
