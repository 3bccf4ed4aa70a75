package quorate.learning.ppo;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// One step: shows s from −1 to 1 and takes a number from −2 to 6; 2 + 3s would earn 0, anything
/// else loses the square of what it is off. The middle always earns −3.
final class Aim implements World {
  private static final Space.Box ACTIONS = Space.box(-2, 6, 1);
  private static final Space.Box OBSERVATIONS = Space.box(-1, 1, 1);

  @Override
  public String name() {
    return "Aim";
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
    return 1;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    state[at] = 2 * chance.nextDouble() - 1;
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    double off = actions[actionsAt] - (2 + 3 * state[at]);
    rewards[rewardsAt] = (float) (-off * off);
    return true;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) state[at];
  }
}
