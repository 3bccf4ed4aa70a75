package quorate.learning.ppo;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// Two steps: the first shows −1 or 1, the second nothing, and only then does an action count: 1
/// for the sign that was shown, 0 for the other. Who does not remember earns 0.5.
final class Recall implements World {
  private static final Space.Discrete ACTIONS = new Space.Discrete(2);
  private static final Space.Box OBSERVATIONS = Space.box(-1, 1, 1);

  @Override
  public String name() {
    return "Recall";
  }

  @Override
  public int timeLimit() {
    return 10;
  }

  @Override
  public Space.Box observationSpace() {
    return OBSERVATIONS;
  }

  @Override
  public Space actionSpace() {
    return ACTIONS;
  }

  @Override
  public int stateSize() {
    return 2;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    state[at] = chance.nextBoolean() ? 1 : -1;
    state[at + 1] = 0;
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    boolean isLast = state[at + 1] == 1;
    boolean right = actions[actionsAt] == (state[at] > 0 ? 1 : 0);
    rewards[rewardsAt] = isLast && right ? 1 : 0;
    state[at + 1]++;
    return isLast;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = state[at + 1] == 0 ? (float) state[at] : 0f;
  }
}
