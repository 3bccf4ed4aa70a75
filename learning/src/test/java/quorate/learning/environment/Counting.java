package quorate.learning.environment;

import java.util.random.RandomGenerator;

/// A world whose every number can be told in advance: it counts its steps and terminates at the
/// number that its action names.
///
/// State: the steps of the episode, and a number drawn at its beginning. Observation: the same.
/// Action: the step at which to terminate, 0 … 9, never for 0. The reward is the number of the
/// step.
final class Counting implements World {
  private final int timeLimit;

  Counting(int timeLimit) {
    this.timeLimit = timeLimit;
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public int timeLimit() {
    return timeLimit;
  }

  @Override
  public Space.Box observationSpace() {
    return new Space.Box(new float[] {0, 0}, new float[] {Float.POSITIVE_INFINITY, 1});
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(10);
  }

  @Override
  public int stateSize() {
    return 2;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    state[at] = 0;
    state[at + 1] = chance.nextDouble();
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    state[at]++;
    rewards[rewardsAt] = (float) state[at];
    return state[at] == actions[actionsAt];
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) state[at];
    into[intoAt + 1] = (float) state[at + 1];
  }
}
