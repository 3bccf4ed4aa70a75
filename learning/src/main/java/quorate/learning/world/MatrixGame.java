package quorate.learning.world;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.environment.Space;

/// A one-shot game of two agents that choose at the same time and are both paid what the matrix
/// says: an episode is one step, its reward the payoff, and then it terminates.
///
/// Of Claus and Boutilier, "The dynamics of reinforcement learning in cooperative multiagent
/// systems" (AAAI 1998). Observation and central state are the single number 1.
public final class MatrixGame implements MultiAgentWorld {
  private static final Space.Box OBSERVATIONS = Space.box(1, 1, 1);

  private final String name;
  private final int choices;
  private final float[] payoffs;
  private final Space.Discrete actions;

  private MatrixGame(String name, int choices, float... payoffs) {
    this.name = name;
    this.choices = choices;
    this.payoffs = payoffs;
    actions = new Space.Discrete(choices);
  }

  /// The climbing game. Its optimum, 11 at (0, 0), lies beside the heaviest losses; 7 at (1, 1) is
  /// an equilibrium too, and 5 at (2, 2), where nobody can lose, is where cautious learners stay.
  ///
  /// | | 0 | 1 | 2 |
  /// |---|---|---|---|
  /// | **0** | 11 | −30 | 0 |
  /// | **1** | −30 | 7 | 6 |
  /// | **2** | 0 | 0 | 5 |
  ///
  /// with the row of the second agent and the column of the first, as in the paper.
  public static MatrixGame climbing() {
    return new MatrixGame("climbing", 3, 11, -30, 0, -30, 7, 0, 0, 6, 5);
  }

  /// The penalty game. Its optima, 10 at (0, 0) and (2, 2), need both to agree which; 2 at (1, 1)
  /// is the safe equilibrium.
  ///
  /// | | 0 | 1 | 2 |
  /// |---|---|---|---|
  /// | **0** | 10 | 0 | k |
  /// | **1** | 0 | 2 | 0 |
  /// | **2** | k | 0 | 10 |
  ///
  /// @param k what is paid when both aim at different optima, at most 0
  /// @throws IllegalArgumentException when `k` is above 0 or not a number
  public static MatrixGame penalty(float k) {
    if (!(k <= 0)) {
      throw new IllegalArgumentException("the penalty must be at most 0, but was " + k);
    }
    String name = k == (int) k ? "penalty(%d)".formatted((int) k) : "penalty(%s)".formatted(k);
    return new MatrixGame(name, 3, 10, 0, k, 0, 2, 0, k, 0, 10);
  }

  /// What both are paid.
  public float payoff(int first, int second) {
    return payoffs[first * choices + second];
  }

  /// The largest payoff.
  public float best() {
    float best = Float.NEGATIVE_INFINITY;
    for (float payoff : payoffs) {
      best = Math.max(best, payoff);
    }
    return best;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int timeLimit() {
    return 1;
  }

  @Override
  public int agents() {
    return 2;
  }

  @Override
  public Space.Box observationSpace() {
    return OBSERVATIONS;
  }

  @Override
  public Space actionSpace() {
    return actions;
  }

  @Override
  public int stateSize() {
    return 0;
  }

  @Override
  public int centralStateSize() {
    return 1;
  }

  @Override
  public void begin(double[] state, int at, RandomGenerator chance) {}

  @Override
  public boolean step(
      double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
    float payoff = payoff((int) actions[actionsAt], (int) actions[actionsAt + 1]);
    Arrays.fill(rewards, rewardsAt, rewardsAt + 2, payoff);
    return true;
  }

  @Override
  public void observe(double[] state, int at, float[] into, int intoAt) {
    Arrays.fill(into, intoAt, intoAt + 2, 1);
  }

  @Override
  public void centralState(double[] state, int at, float[] into, int intoAt) {
    into[intoAt] = 1;
  }
}
