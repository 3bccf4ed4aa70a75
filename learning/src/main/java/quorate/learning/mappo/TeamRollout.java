package quorate.learning.mappo;

import quorate.learning.environment.MultiAgentEnvironment;
import quorate.learning.rollout.Rollout;

/// The last steps of every copy: of each agent what a [Rollout] keeps and which choices were open,
/// and of the copy its central state.
final class TeamRollout {
  private final int copies;
  private final int agents;
  private final int centralSize;
  private final int choices;
  private final Rollout rows;
  private final float[] centralStates;
  private final byte[] masks;
  private final int size;
  private final int[] places;
  private int filled;

  /// @param minibatch how many steps are ever copied together
  TeamRollout(MultiAgentEnvironment environment, int steps, int minibatch) {
    copies = environment.copies();
    agents = environment.agents();
    centralSize = environment.centralStateSize();
    choices = environment.hasActionMasks() ? environment.actionSpace().choices() : 0;
    int observationSize = environment.observationSpace().size();
    int actionSize = environment.actionSpace().size();
    rows = new Rollout(steps, copies * agents, observationSize, actionSize);
    size = steps * copies;
    centralStates = new float[Math.multiplyExact(size, centralSize)];
    masks = new byte[Math.multiplyExact(size * agents, choices)];
    places = new int[minibatch * agents];
  }

  /// Steps times copies.
  int size() {
    return size;
  }

  void clear() {
    rows.clear();
    filled = 0;
  }

  boolean isFull() {
    return rows.isFull();
  }

  /// Adds what every row saw, did and expected before a step.
  void add(
      MultiAgentEnvironment before, float[] actions, float[] logProbabilities, float[] values) {
    rows.add(before.observations(), actions, logProbabilities, values);
    int all = copies * centralSize;
    System.arraycopy(before.centralStates(), 0, centralStates, filled * all, all);
    int open = copies * agents * choices;
    System.arraycopy(before.actionMasks(), 0, masks, filled * open, open);
  }

  /// Completes the step with what came of it; see [Rollout#complete].
  void complete(float[] rewards, boolean[] ended) {
    rows.complete(rewards, ended);
    filled++;
  }

  /// See [Rollout#estimate].
  void estimate(float[] lastValues, double discount, double lambda) {
    rows.estimate(lastValues, discount, lambda);
  }

  /// See [Rollout#explainedVariance].
  double explainedVariance() {
    return rows.explainedVariance();
  }

  /// Copies chosen steps with all their agents where a graph reads them.
  ///
  /// @param chosen places from 0 to [#size] − 1
  /// @param from first of `chosen`
  /// @param count how many of them
  /// @param toMasks empty where nothing is ever closed
  void copy(
      int[] chosen,
      int from,
      int count,
      float[] toObservations,
      float[] toCentralStates,
      float[] toMasks,
      float[] toActions,
      float[] toLogProbabilities,
      float[] toAdvantages,
      float[] toReturns) {
    for (int i = 0; i < count; i++) {
      int at = chosen[from + i];
      System.arraycopy(
          centralStates, at * centralSize, toCentralStates, i * centralSize, centralSize);
      for (int agent = 0; agent < agents; agent++) {
        places[i * agents + agent] = at * agents + agent;
      }
      int open = agents * choices;
      for (int j = 0; j < open; j++) {
        toMasks[i * open + j] = masks[at * open + j];
      }
    }
    rows.copy(
        places,
        0,
        count * agents,
        toObservations,
        toActions,
        toLogProbabilities,
        toAdvantages,
        toReturns);
  }
}
