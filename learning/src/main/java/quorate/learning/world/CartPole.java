package quorate.learning.world;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// A pole to be balanced on a cart that is pushed left or right: `CartPole-v1`.
///
/// Of Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning
/// control problems" (1983), with the equations of Florian, "Correct equations for the dynamics of
/// the cart-pole system" (2005), without friction, as in Gymnasium 1.4.0:
///
/// ```
/// t  = (F + mₚ l θ̇² sin θ) / (m_c + mₚ)
/// θ̈ = (g sin θ − cos θ t) / (l (4/3 − mₚ cos² θ / (m_c + mₚ)))
/// ẍ  = t − mₚ l θ̈ cos θ / (m_c + mₚ)
/// ```
///
/// and Euler steps of 0.02 s. State and observation: place x (m), speed ẋ, angle θ (rad, 0 is
/// upright), its speed θ̇. Actions: 0 pushes left, 1 right, with 10 N. The reward is 1 a step. It
/// terminates with |x| > 2.4 or |θ| > 12°; an episode has at most 500 steps. It begins evenly in
/// ±0.05.
public final class CartPole implements World {
  private static final double GRAVITY = 9.8;
  private static final double POLE_MASS = 0.1;
  private static final double TOTAL_MASS = POLE_MASS + 1.0;

  /// Half of the pole's length.
  private static final double LENGTH = 0.5;

  private static final double POLE_MASS_LENGTH = POLE_MASS * LENGTH;
  private static final double FORCE = 10.0;
  private static final double STEP_SECONDS = 0.02;
  private static final double PLACE_BOUND = 2.4;
  private static final double ANGLE_BOUND = 12 * 2 * Math.PI / 360;

  private static final Space.Discrete ACTIONS = new Space.Discrete(2);
  private static final Space.Box OBSERVATIONS = observations();

  @Override
  public String name() {
    return "CartPole-v1";
  }

  @Override
  public int timeLimit() {
    return 500;
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
    return 4;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    for (int i = 0; i < 4; i++) {
      state[at + i] = -0.05 + 0.1 * chance.nextDouble();
    }
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    double x = state[at];
    double xDot = state[at + 1];
    double theta = state[at + 2];
    double thetaDot = state[at + 3];
    double force = actions[actionsAt] == 1 ? FORCE : -FORCE;
    double cos = Trigonometry.cos(theta);
    double sin = Trigonometry.sin(theta);

    double t = (force + POLE_MASS_LENGTH * (thetaDot * thetaDot) * sin) / TOTAL_MASS;
    double thetaDotDot =
        (GRAVITY * sin - cos * t) / (LENGTH * (4.0 / 3.0 - POLE_MASS * (cos * cos) / TOTAL_MASS));
    double xDotDot = t - POLE_MASS_LENGTH * thetaDotDot * cos / TOTAL_MASS;

    x += STEP_SECONDS * xDot;
    theta += STEP_SECONDS * thetaDot;
    state[at] = x;
    state[at + 1] = xDot + STEP_SECONDS * xDotDot;
    state[at + 2] = theta;
    state[at + 3] = thetaDot + STEP_SECONDS * thetaDotDot;
    rewards[rewardsAt] = 1;
    return x < -PLACE_BOUND || x > PLACE_BOUND || theta < -ANGLE_BOUND || theta > ANGLE_BOUND;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    for (int i = 0; i < 4; i++) {
      into[intoAt + i] = (float) state[at + i];
    }
  }

  private static Space.Box observations() {
    float x = (float) (2 * PLACE_BOUND);
    float theta = (float) (2 * ANGLE_BOUND);
    float any = Float.POSITIVE_INFINITY;
    return new Space.Box(new float[] {-x, -any, -theta, -any}, new float[] {x, any, theta, any});
  }
}
