package quorate.learning.world;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// A pendulum to be swung up and held by a torque too weak to lift it at once: `Pendulum-v1`.
///
/// As in Gymnasium 1.4.0, with g = 10 m/s², mass 1 kg, length 1 m, steps of 0.05 s:
///
/// ```
/// θ̇′ = clip(θ̇ + (3g / 2l sin θ + 3 / (m l²) u) dt, ±8)
/// θ′  = θ + θ̇′ dt
/// reward = −(θ² + 0.1 θ̇² + 0.001 u²), θ taken in [−π, π) and before the step
/// ```
///
/// State: angle θ (rad, 0 is upright, not wrapped), its speed θ̇ (rad/s). Observation: cos θ, sin
/// θ, θ̇. Action: the torque u in ±2 Nm. It never terminates; an episode has 200 steps. It begins
/// evenly with θ in ±π and θ̇ in ±1.
///
/// Gymnasium takes the torque as a float32 and with NumPy 2 computes 3u and 0.001 u² in single
/// precision before all else is double; so does this.
public final class Pendulum implements World {
  private static final double MAX_SPEED = 8;
  private static final float MAX_TORQUE = 2;
  private static final double STEP_SECONDS = 0.05;

  /// 3 g / (2 l).
  private static final double GRAVITY_FACTOR = 15.0;

  /// 3 / (m l²).
  private static final float TORQUE_FACTOR = 3;

  private static final Space.Box ACTIONS = Space.box(-MAX_TORQUE, MAX_TORQUE, 1);
  private static final Space.Box OBSERVATIONS =
      new Space.Box(new float[] {-1, -1, -8}, new float[] {1, 1, 8});

  @Override
  public String name() {
    return "Pendulum-v1";
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
    state[at] = Math.PI * (2 * chance.nextDouble() - 1);
    state[at + 1] = 2 * chance.nextDouble() - 1;
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    double theta = state[at];
    double thetaDot = state[at + 1];
    float torque = actions[actionsAt];

    double angle = wrapped(theta);
    double cost = angle * angle + 0.1 * (thetaDot * thetaDot) + 0.001f * (torque * torque);
    double push = GRAVITY_FACTOR * Trigonometry.sin(theta) + TORQUE_FACTOR * torque;
    double newThetaDot = Math.clamp(thetaDot + push * STEP_SECONDS, -MAX_SPEED, MAX_SPEED);

    state[at] = theta + newThetaDot * STEP_SECONDS;
    state[at + 1] = newThetaDot;
    rewards[rewardsAt] = (float) -cost;
    return false;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) Trigonometry.cos(state[at]);
    into[intoAt + 1] = (float) Trigonometry.sin(state[at]);
    into[intoAt + 2] = (float) state[at + 1];
  }

  /// An angle in [−π, π).
  private static double wrapped(double angle) {
    double turn = 2 * Math.PI;
    double rest = (angle + Math.PI) % turn;
    return (rest < 0 ? rest + turn : rest) - Math.PI;
  }
}
