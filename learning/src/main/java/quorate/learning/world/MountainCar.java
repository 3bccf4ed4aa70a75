package quorate.learning.world;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// A car in a valley whose engine is too weak to drive straight up: `MountainCar-v0`.
///
/// Of Moore, "Efficient memory-based learning for robot control" (1990), as in Gymnasium 1.4.0:
///
/// ```
/// v′ = clip(v + 0.001 (a − 1) − 0.0025 cos 3x, ±0.07)
/// x′ = clip(x + v′, −1.2, 0.6); against the left wall v′ = 0
/// ```
///
/// State and observation: place x, speed v. Actions: 0 pushes left, 1 not at all, 2 right. The
/// reward is −1 a step. It terminates at x ≥ 0.5 with v ≥ 0; an episode has at most 200 steps. It
/// begins at rest, evenly in −0.6 … −0.4.
public final class MountainCar implements World {
  static final double LEFT_END = -1.2;
  static final double RIGHT_END = 0.6;
  static final double MAX_SPEED = 0.07;
  static final Space.Box OBSERVATIONS =
      new Space.Box(
          new float[] {(float) LEFT_END, (float) -MAX_SPEED},
          new float[] {(float) RIGHT_END, (float) MAX_SPEED});

  private static final double GOAL = 0.5;
  private static final double FORCE = 0.001;
  private static final double GRAVITY = 0.0025;
  private static final Space.Discrete ACTIONS = new Space.Discrete(3);

  @Override
  public String name() {
    return "MountainCar-v0";
  }

  @Override
  public int timeLimit() {
    return 200;
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
    state[at] = -0.6 + 0.2 * chance.nextDouble();
    state[at + 1] = 0;
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    double x = state[at];
    double push = (actions[actionsAt] - 1.0) * FORCE + Trigonometry.cos(3 * x) * -GRAVITY;
    double v = Math.clamp(state[at + 1] + push, -MAX_SPEED, MAX_SPEED);
    x = Math.clamp(x + v, LEFT_END, RIGHT_END);
    if (x == LEFT_END && v < 0) {
      v = 0;
    }

    state[at] = x;
    state[at + 1] = v;
    rewards[rewardsAt] = -1;
    return x >= GOAL && v >= 0;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) state[at];
    into[intoAt + 1] = (float) state[at + 1];
  }
}
