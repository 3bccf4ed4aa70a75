package quorate.learning.world;

import java.util.random.RandomGenerator;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.environment.Space;

/// Three agents on a plane that are to cover three landmarks without running into each other:
/// `simple_spread_v3`.
///
/// Of Lowe and others, "Multi-agent actor-critic for mixed cooperative-competitive environments"
/// (2017), as in MPE2 1.1.1 with three agents, `local_ratio` 0.5, 25 steps and discrete actions. In
/// a step of 0.1 s, with mass 1:
///
/// ```
/// p′ = p + v dt        v′ = 0.75 v + F dt
/// F  = 5 u + Σ 100 (p − q) / d · k ln(1 + e^((0.3 − d) / k)),  k = 0.001, d = |p − q|
/// ```
///
/// with the sum over the other agents at q. Actions: 0 nothing, 1 left, 2 right, 3 down, 4 up. The
/// reward of an agent is half of −Σ over landmarks of the distance of the agent nearest to it, less
/// ½ for every other agent closer than 0.3. It never terminates.
///
/// State: of each agent x, y, its speed along x and y; then of each landmark x, y. Observation of
/// an agent: its speed, its place, the landmarks from there, the other agents from there, and what
/// the two others say, which is always 0. The central state is all observations side by side. It
/// begins at rest with everything evenly in ±1.
///
/// Two agents in exactly one place push each other apart with no force; MPE2 gives NaN.
public final class SimpleSpread implements MultiAgentWorld {
  private static final int AGENTS = 3;
  private static final int LANDMARKS = 3;
  private static final int LANDMARKS_AT = 4 * AGENTS;
  private static final int OBSERVATION_SIZE = 18;

  private static final double STEP_SECONDS = 0.1;
  private static final double DAMPING = 0.25;
  private static final double PUSH = 5.0;
  private static final double CONTACT_FORCE = 1e2;
  private static final double CONTACT_MARGIN = 1e-3;

  /// Twice the radius of an agent.
  private static final double TOUCH = 0.15 + 0.15;

  private static final double LOCAL_RATIO = 0.5;
  private static final Space.Discrete ACTIONS = new Space.Discrete(5);
  private static final Space.Box OBSERVATIONS = Space.unbounded(OBSERVATION_SIZE);

  @Override
  public String name() {
    return "simple_spread_v3";
  }

  @Override
  public int timeLimit() {
    return 25;
  }

  @Override
  public int agents() {
    return AGENTS;
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
    return LANDMARKS_AT + 2 * LANDMARKS;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {
    for (int agent = at; agent < at + LANDMARKS_AT; agent += 4) {
      state[agent] = 2 * chance.nextDouble() - 1;
      state[agent + 1] = 2 * chance.nextDouble() - 1;
      state[agent + 2] = 0;
      state[agent + 3] = 0;
    }
    for (int i = at + LANDMARKS_AT; i < at + LANDMARKS_AT + 2 * LANDMARKS; i++) {
      state[i] = 2 * chance.nextDouble() - 1;
    }
  }

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    move(state, at, actions, actionsAt);
    double global = -uncovered(state, at);
    for (int agent = 0; agent < AGENTS; agent++) {
      double local = -collisions(state, at, agent);
      rewards[rewardsAt + agent] = (float) (global * (1 - LOCAL_RATIO) + local * LOCAL_RATIO);
    }
    return false;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    int to = intoAt;
    for (int agent = 0; agent < AGENTS; agent++) {
      int me = at + 4 * agent;
      into[to++] = (float) state[me + 2];
      into[to++] = (float) state[me + 3];
      into[to++] = (float) state[me];
      into[to++] = (float) state[me + 1];
      for (int landmark = 0; landmark < LANDMARKS; landmark++) {
        int there = at + LANDMARKS_AT + 2 * landmark;
        into[to++] = (float) (state[there] - state[me]);
        into[to++] = (float) (state[there + 1] - state[me + 1]);
      }
      for (int other = 0; other < AGENTS; other++) {
        if (other != agent) {
          int there = at + 4 * other;
          into[to++] = (float) (state[there] - state[me]);
          into[to++] = (float) (state[there + 1] - state[me + 1]);
        }
      }
      for (int said = 0; said < 2 * (AGENTS - 1); said++) {
        into[to++] = 0;
      }
    }
  }

  private static void move(double[] state, int at, float[] actions, int actionsAt) {
    double contact01 = contact(state, at, at + 4);
    double contact02 = contact(state, at, at + 8);
    double contact12 = contact(state, at + 4, at + 8);
    for (int axis = 0; axis < 2; axis++) {
      int i = at + axis;
      double force01 = contact01 * (state[i] - state[i + 4]);
      double force02 = contact02 * (state[i] - state[i + 8]);
      double force12 = contact12 * (state[i + 4] - state[i + 8]);
      goOn(state, i, push(actions[actionsAt], axis) + force01 + force02);
      goOn(state, i + 4, push(actions[actionsAt + 1], axis) - force01 + force12);
      goOn(state, i + 8, push(actions[actionsAt + 2], axis) - force02 - force12);
    }
  }

  /// Moves a place by its old speed and the speed by a force.
  private static void goOn(double[] state, int place, double force) {
    double speed = state[place + 2];
    state[place] += speed * STEP_SECONDS;
    state[place + 2] = speed * (1 - DAMPING) + force * STEP_SECONDS;
  }

  private static double push(float action, int axis) {
    int choice = (int) action - 2 * axis;
    return choice == 1 ? -PUSH : choice == 2 ? PUSH : 0;
  }

  /// The force between two agents per metre that one is away from the other.
  private static double contact(double[] state, int a, int b) {
    double distance = distance(state, a, b);
    double depth = (TOUCH - distance) / CONTACT_MARGIN;
    double penetration = Math.max(0, depth) + StrictMath.log1p(StrictMath.exp(-Math.abs(depth)));
    return distance == 0 ? 0 : CONTACT_FORCE / distance * (penetration * CONTACT_MARGIN);
  }

  /// Sum over landmarks of the distance of the agent nearest to it.
  private static double uncovered(double[] state, int at) {
    double sum = 0;
    for (int landmark = 0; landmark < LANDMARKS; landmark++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int agent = 0; agent < AGENTS; agent++) {
        int there = at + LANDMARKS_AT + 2 * landmark;
        nearest = Math.min(nearest, distance(state, at + 4 * agent, there));
      }
      sum += nearest;
    }
    return sum;
  }

  private static int collisions(double[] state, int at, int agent) {
    int count = 0;
    for (int other = 0; other < AGENTS; other++) {
      if (other != agent && distance(state, at + 4 * agent, at + 4 * other) < TOUCH) {
        count++;
      }
    }
    return count;
  }

  private static double distance(double[] state, int a, int b) {
    double x = state[a] - state[b];
    double y = state[a + 1] - state[b + 1];
    return Math.sqrt(x * x + y * y);
  }
}
