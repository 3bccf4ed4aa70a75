package quorate.learning.world;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// The car in the valley with an engine that can be throttled: `MountainCarContinuous-v0`.
///
/// As in Gymnasium 1.4.0:
///
/// ```
/// v′ = clip(v + 0.0015 a − 0.0025 cos 3x, ±0.07)
/// x′ = clip(x + v′, −1.2, 0.6); against the left wall v′ = 0
/// reward = (100 at the goal, else 0) − 0.1 a²
/// ```
///
/// State: place x, speed v, and 1 in the first step of an episode, else 0. Observation: x, v.
/// Action: the force a in ±1. It terminates at x ≥ 0.45 with v ≥ 0; an episode has at most 999
/// steps. It begins at rest, evenly in −0.6 … −0.4.
///
/// Gymnasium keeps this state in single precision from the end of the first step on, and with NumPy
/// 2 computes in it what touches the state or the action; only the cosine and the reward are
/// double. The first step alone starts from a double state. This does the same: `float`s here are
/// float32 there.
public final class MountainCarContinuous implements World {
  private static final double GOAL = 0.45;
  private static final float POWER = 0.0015f;
  private static final double GRAVITY = 0.0025;
  private static final Space.Box ACTIONS = Space.box(-1, 1, 1);

  @Override
  public String name() {
    return "MountainCarContinuous-v0";
  }

  @Override
  public int timeLimit() {
    return 999;
  }

  @Override
  public Space.Box observationSpace() {
    return MountainCar.OBSERVATIONS;
  }

  @Override
  public Space actionSpace() {
    return ACTIONS;
  }

  @Override
  public int stateSize() {
    return 3;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    state[at] = -0.6 + 0.2 * chance.nextDouble();
    state[at + 1] = 0;
    state[at + 2] = 1;
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    float force = actions[actionsAt];
    boolean atGoal = state[at + 2] == 1 ? first(state, at, force) : later(state, at, force);
    state[at + 2] = 0;
    rewards[rewardsAt] = (float) ((atGoal ? 100.0 : 0.0) - (double) force * force * 0.1);
    return atGoal;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) state[at];
    into[intoAt + 1] = (float) state[at + 1];
  }

  private static boolean first(double[] state, int at, float force) {
    double x = state[at];
    float push = force * POWER - (float) (GRAVITY * Trigonometry.cos(3 * x));
    double v = Math.clamp(state[at + 1] + push, -MountainCar.MAX_SPEED, MountainCar.MAX_SPEED);
    x = Math.clamp(x + v, MountainCar.LEFT_END, MountainCar.RIGHT_END);
    if (x == MountainCar.LEFT_END && v < 0) {
      v = 0;
    }
    state[at] = (float) x;
    state[at + 1] = (float) v;
    return x >= GOAL && v >= 0;
  }

  private static boolean later(double[] state, int at, float force) {
    float maxSpeed = (float) MountainCar.MAX_SPEED;
    float leftEnd = (float) MountainCar.LEFT_END;
    float x = (float) state[at];
    float push = force * POWER - (float) (GRAVITY * Trigonometry.cos(3 * x));
    float v = Math.clamp((float) state[at + 1] + push, -maxSpeed, maxSpeed);
    x = Math.clamp(x + v, leftEnd, (float) MountainCar.RIGHT_END);
    if (x == leftEnd && v < 0) {
      v = 0;
    }
    state[at] = x;
    state[at + 1] = v;
    return x >= (float) GOAL && v >= 0;
  }
}
