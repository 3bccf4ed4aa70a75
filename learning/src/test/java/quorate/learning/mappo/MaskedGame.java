package quorate.learning.mappo;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.environment.Space;

/// Two agents, three choices, both paid the sum of the choices' numbers; the last choice, which
/// would pay the most, is always closed, and to the second agent the middle one too at times.
///
/// State: 1 where the middle one is closed to the second agent, else 0. Central state: the same.
class MaskedGame implements MultiAgentWorld {
  private static final Space.Discrete CHOICES = new Space.Discrete(3);

  @Override
  public String name() {
    return "masked";
  }

  @Override
  public int timeLimit() {
    return 2;
  }

  @Override
  public int agents() {
    return 2;
  }

  @Override
  public Space.Box observationSpace() {
    return Space.box(0, 1, 1);
  }

  @Override
  public Space actionSpace() {
    return CHOICES;
  }

  @Override
  public int stateSize() {
    return 1;
  }

  @Override
  public int centralStateSize() {
    return 1;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    state[at] = chance.nextInt(2);
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    if (actions[actionsAt] == 2
        || actions[actionsAt + 1] == 2
        || (state[at] == 1 && actions[actionsAt + 1] == 1)) {
      throw new IllegalArgumentException("a closed choice was taken");
    }
    Arrays.fill(rewards, rewardsAt, rewardsAt + 2, actions[actionsAt] + actions[actionsAt + 1]);
    state[at] = 1 - state[at];
    return false;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    Arrays.fill(into, intoAt, intoAt + 2, (float) state[at]);
  }

  @Override
  public void centralState(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) state[at];
  }

  @Override
  public boolean hasActionMasks() {
    return true;
  }

  @Override
  public void actionMasks(double[] state, int at, byte[] into, int intoAt) {
    byte[] open = {1, 1, 0, 1, (byte) (1 - state[at]), 0};
    System.arraycopy(open, 0, into, intoAt, open.length);
  }
}
