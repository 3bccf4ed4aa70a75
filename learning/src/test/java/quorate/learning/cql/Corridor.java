package quorate.learning.cql;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// Four places in a row, seen as which one it is. Choice 1 goes on, choice 0 stays; going on from
/// the last earns 1 and terminates. It begins anywhere, and its time limit of 2 steps cuts most
/// episodes short: V* of the place n steps before the end is γⁿ all the same.
final class Corridor implements World {
  static final int PLACES = 4;

  @Override
  public String name() {
    return "corridor";
  }

  @Override
  public int timeLimit() {
    return 2;
  }

  @Override
  public Space.Box observationSpace() {
    return Space.box(0, 1, PLACES);
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(2);
  }

  @Override
  public int stateSize() {
    return 1;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    state[at] = chance.nextInt(PLACES);
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    state[at] += actions[actionsAt];
    boolean ended = state[at] == PLACES;
    rewards[rewardsAt] = ended ? 1 : 0;
    return ended;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    for (int place = 0; place < PLACES; place++) {
      into[intoAt + place] = place == state[at] ? 1 : 0;
    }
  }

  /// What is seen at a place.
  static float[] seen(int place) {
    float[] seen = new float[PLACES];
    seen[place] = 1;
    return seen;
  }
}
