package quorate.learning.cql;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// A world that cuts its episodes after 1,000 steps: what lies behind counts 0.99¹⁰⁰⁰ = 4 · 10⁻⁵,
/// so that a discounted return is that of a world without a time limit, which is what values are
/// of.
record Unhurried(World world) implements World {
  @Override
  public String name() {
    return world.name();
  }

  @Override
  public int timeLimit() {
    return 1000;
  }

  @Override
  public Space.Box observationSpace() {
    return world.observationSpace();
  }

  @Override
  public Space actionSpace() {
    return world.actionSpace();
  }

  @Override
  public int stateSize() {
    return world.stateSize();
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    world.begin(state, at, chance);
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    return world.step(state, at, actions, actionsAt, rewards, rewardsAt);
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    world.observe(state, at, into, intoAt);
  }
}
