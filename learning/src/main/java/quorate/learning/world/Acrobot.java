package quorate.learning.world;

import java.util.random.RandomGenerator;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;

/// Two links hanging from a point, driven at the joint between them, whose tip is to swing above a
/// line: `Acrobot-v1`.
///
/// Of Sutton, "Generalization in reinforcement learning" (1996), with the equations of Sutton and
/// Barto's book, as in Gymnasium 1.4.0. Links of length, mass and moment of inertia 1, their
/// centres at ½, g = 9.8:
///
/// ```
/// d₁ = m l_c² + m (l² + l_c² + 2 l l_c cos θ₂) + 2I        d₂ = m (l_c² + l l_c cos θ₂) + I
/// φ₂ = m l_c g cos(θ₁ + θ₂ − π/2)
/// φ₁ = −m l l_c θ̇₂² sin θ₂ − 2 m l l_c θ̇₂ θ̇₁ sin θ₂ + (m l_c + m l) g cos(θ₁ − π/2) + φ₂
/// θ̈₂ = (a + d₂/d₁ φ₁ − m l l_c θ̇₁² sin θ₂ − φ₂) / (m l_c² + I − d₂²/d₁)
/// θ̈₁ = −(d₂ θ̈₂ + φ₁) / d₁
/// ```
///
/// by one Runge–Kutta step of fourth order over 0.2 s. State: θ₁ (rad, 0 hangs down), θ₂ relative
/// to the first link, both in ±π, θ̇₁ in ±4π, θ̇₂ in ±9π. Observation: cos θ₁, sin θ₁, cos θ₂, sin
/// θ₂, θ̇₁, θ̇₂. Actions: torque −1, 0, +1. The reward is −1 a step, 0 at the end. It terminates
/// with −cos θ₁ − cos(θ₁ + θ₂) > 1; an episode has at most 500 steps. It begins evenly in ±0.1,
/// rounded to single precision.
public final class Acrobot implements World {
  private static final double CENTRE = 0.5;
  private static final double GRAVITY = 9.8;
  private static final double STEP_SECONDS = 0.2;
  private static final double MAX_SPEED_1 = 4 * Math.PI;
  private static final double MAX_SPEED_2 = 9 * Math.PI;

  private static final Space.Discrete ACTIONS = new Space.Discrete(3);
  private static final Space.Box OBSERVATIONS = observations();

  @Override
  public String name() {
    return "Acrobot-v1";
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
      state[at + i] = (float) (-0.1 + 0.2 * chance.nextDouble());
    }
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    double torque = actions[actionsAt] - 1.0;
    double theta1 = state[at];
    double theta2 = state[at + 1];
    double speed1 = state[at + 2];
    double speed2 = state[at + 3];
    double half = STEP_SECONDS / 2;

    // Runge–Kutta: slopes of the speeds at four points; those of the angles are the speeds there.
    double a2 = second(theta1, theta2, speed1, speed2, torque);
    double a1 = first(theta1, theta2, speed1, speed2, a2);
    double p1 = speed1 + half * a1;
    double p2 = speed2 + half * a2;
    double angle1 = theta1 + half * speed1;
    double angle2 = theta2 + half * speed2;
    double b2 = second(angle1, angle2, p1, p2, torque);
    double b1 = first(angle1, angle2, p1, p2, b2);
    double q1 = speed1 + half * b1;
    double q2 = speed2 + half * b2;
    angle1 = theta1 + half * p1;
    angle2 = theta2 + half * p2;
    double c2 = second(angle1, angle2, q1, q2, torque);
    double c1 = first(angle1, angle2, q1, q2, c2);
    double r1 = speed1 + STEP_SECONDS * c1;
    double r2 = speed2 + STEP_SECONDS * c2;
    angle1 = theta1 + STEP_SECONDS * q1;
    angle2 = theta2 + STEP_SECONDS * q2;
    double e2 = second(angle1, angle2, r1, r2, torque);
    double e1 = first(angle1, angle2, r1, r2, e2);

    double sixth = STEP_SECONDS / 6;
    theta1 = wrapped(theta1 + sixth * (speed1 + 2 * p1 + 2 * q1 + r1));
    theta2 = wrapped(theta2 + sixth * (speed2 + 2 * p2 + 2 * q2 + r2));
    speed1 += sixth * (a1 + 2 * b1 + 2 * c1 + e1);
    speed2 += sixth * (a2 + 2 * b2 + 2 * c2 + e2);
    state[at] = theta1;
    state[at + 1] = theta2;
    state[at + 2] = Math.clamp(speed1, -MAX_SPEED_1, MAX_SPEED_1);
    state[at + 3] = Math.clamp(speed2, -MAX_SPEED_2, MAX_SPEED_2);
    boolean above = -Trigonometry.cos(theta1) - Trigonometry.cos(theta2 + theta1) > 1.0;
    rewards[rewardsAt] = above ? 0 : -1;
    return above;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = (float) Trigonometry.cos(state[at]);
    into[intoAt + 1] = (float) Trigonometry.sin(state[at]);
    into[intoAt + 2] = (float) Trigonometry.cos(state[at + 1]);
    into[intoAt + 3] = (float) Trigonometry.sin(state[at + 1]);
    into[intoAt + 4] = (float) state[at + 2];
    into[intoAt + 5] = (float) state[at + 3];
  }

  /// θ̈₂.
  private static double second(
      double theta1, double theta2, double speed1, double speed2, double torque) {
    double cos2 = Trigonometry.cos(theta2);
    double sin2 = Trigonometry.sin(theta2);
    double d1 = d1(cos2);
    double d2 = d2(cos2);
    double phi2 = phi2(theta1, theta2);
    double phi1 = phi1(theta1, speed1, speed2, sin2, phi2);
    return (torque + d2 / d1 * phi1 - CENTRE * (speed1 * speed1) * sin2 - phi2)
        / (CENTRE * CENTRE + 1 - d2 * d2 / d1);
  }

  /// θ̈₁, given θ̈₂.
  private static double first(
      double theta1, double theta2, double speed1, double speed2, double second) {
    double cos2 = Trigonometry.cos(theta2);
    double phi1 = phi1(theta1, speed1, speed2, Trigonometry.sin(theta2), phi2(theta1, theta2));
    return -(d2(cos2) * second + phi1) / d1(cos2);
  }

  private static double d1(double cos2) {
    return CENTRE * CENTRE + (1 + CENTRE * CENTRE + 2 * CENTRE * cos2) + 1 + 1;
  }

  private static double d2(double cos2) {
    return CENTRE * CENTRE + CENTRE * cos2 + 1;
  }

  private static double phi1(
      double theta1, double speed1, double speed2, double sin2, double phi2) {
    return -CENTRE * (speed2 * speed2) * sin2
        - 2 * CENTRE * speed2 * speed1 * sin2
        + (CENTRE + 1) * GRAVITY * Trigonometry.cos(theta1 - Math.PI / 2)
        + phi2;
  }

  private static double phi2(double theta1, double theta2) {
    return CENTRE * GRAVITY * Trigonometry.cos(theta1 + theta2 - Math.PI / 2);
  }

  private static double wrapped(double angle) {
    double wrapped = angle;
    while (wrapped > Math.PI) {
      wrapped -= 2 * Math.PI;
    }
    while (wrapped < -Math.PI) {
      wrapped += 2 * Math.PI;
    }
    return wrapped;
  }

  private static Space.Box observations() {
    float[] high = {1, 1, 1, 1, (float) MAX_SPEED_1, (float) MAX_SPEED_2};
    float[] low = new float[high.length];
    for (int i = 0; i < high.length; i++) {
      low[i] = -high[i];
    }
    return new Space.Box(low, high);
  }
}
