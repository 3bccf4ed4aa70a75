package quorate.learning.world;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// [CartPole] that shows its place and its angle and hides both speeds, so that who acts must
/// remember: `CartPoleNoVel-v1` of RL Baselines3 Zoo.
public final class CartPoleWithoutSpeeds implements World {
  private static final Space.Box OBSERVATIONS = observations();

  private final CartPole whole = new CartPole();

  @Override
  public String name() {
    return "CartPoleNoVel-v1";
  }

  @Override
  public int timeLimit() {
    return whole.timeLimit();
  }

  @Override
  public Space.Box observationSpace() {
    return OBSERVATIONS;
  }

  @Override
  public Space actionSpace() {
    return whole.actionSpace();
  }

  @Override
  public int stateSize() {
    return whole.stateSize();
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    whole.begin(state, at, chance);
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    return whole.step(state, at, actions, actionsAt, rewards, rewardsAt);
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) state[at];
    into[intoAt + 1] = (float) state[at + 2];
  }

  private static Space.Box observations() {
    Space.Box all = new CartPole().observationSpace();
    return new Space.Box(
        new float[] {all.low()[0], all.low()[2]}, new float[] {all.high()[0], all.high()[2]});
  }
}
