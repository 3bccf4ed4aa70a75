package quorate.learning.environment;

import quorate.learning.state.Stateful;

/// Copies of one world, stepped together.
///
/// Everything passes in flat arrays of one row per copy and agent: row `copy × agents + agent`. A
/// world with one agent has a row per copy. The arrays handed out belong to the environment, are
/// the same ones at every call and are overwritten by the next step or reset: callers copy what
/// they keep and change nothing.
///
/// A copy whose episode has ended is reset by itself within the same step. After such a step
/// [#observations] holds the first observation of the next episode, [#finalObservations] the last
/// one of the episode that ended, and [#dones] why it ended: after [#TERMINATED] nothing could
/// follow and its value is 0, after [#TRUNCATED] the world would have gone on and a learner
/// bootstraps from the value of the final observation.
///
/// [#reset] must come first, or `load`. A step allocates nothing. The same seed and actions give
/// the same numbers, bit for bit, and a copy's course does not depend on how many others there are.
/// Not for use by two threads.
public interface VectorEnvironment extends Stateful {
  /// The episode goes on.
  byte RUNNING = 0;

  /// The episode came to an end of the world's own.
  byte TERMINATED = 1;

  /// The episode was cut by its time limit.
  byte TRUNCATED = 2;

  /// For messages and file names, such as `CartPole-v1`.
  String name();

  int copies();

  /// How many agents act in each copy.
  default int agents() {
    return 1;
  }

  /// Rows of all arrays: copies × agents.
  default int rows() {
    return copies() * agents();
  }

  /// Of one row.
  Space.Box observationSpace();

  /// Of one row.
  Space actionSpace();

  /// Begins new episodes in all copies.
  void reset(long seed);

  /// @param actions `float[rows][actionSpace().size()]`; a choice is its index as a float
  /// @throws IllegalArgumentException when there are too few or too many, or one is outside its
  ///   space or NaN
  void step(float[] actions);

  /// `float[rows][observationSpace().size()]`, what each agent acts on next.
  float[] observations();

  /// `float[rows]`, earned by the last step.
  float[] rewards();

  /// `byte[rows]` of [#RUNNING], [#TERMINATED] and [#TRUNCATED], by the last step; equal for all
  /// agents of a copy.
  byte[] dones();

  /// `float[rows][observationSpace().size()]`: in rows whose episode ended by the last step its
  /// last observation; other rows have no meaning.
  float[] finalObservations();
}
