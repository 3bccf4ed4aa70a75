package quorate.learning.replay;

import quorate.learning.environment.VectorEnvironment;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// Puts steps into a memory as soon as what they earned over n steps is known: r₀ + γr₁ + … +
/// γⁿ⁻¹rₙ₋₁, then what was seen after them, whose value counts γⁿ. R. Sutton, "Learning to predict
/// by the methods of temporal differences" (1988).
///
/// At the end of an episode the steps still open are taken with fewer than n: where the episode
/// terminated no value follows, where its time limit cut it the value of its last observation does.
/// With n = 1 every step is taken at once.
public final class SeveralSteps implements Stateful {
  private final Memory memory;
  private final int rows;
  private final int n;
  private final double discount;
  private final int observationSize;
  private final int actionSize;

  /// Rings of the open steps, `[rows][n]`.
  private final float[] observations;

  private final float[] actions;
  private final float[] rewards;
  private final int[] oldest;
  private final int[] open;
  private final Taken taken;

  /// Told the place of each step that has been taken, such as to give it a priority.
  @FunctionalInterface
  public interface Taken {
    void at(int place);
  }

  /// @param rows of the environment, which have an episode each
  /// @param n steps, at least 1
  /// @param discount γ, 0…1
  public SeveralSteps(
      Memory memory,
      int rows,
      int n,
      double discount,
      int observationSize,
      int actionSize,
      Taken taken) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "returns must be over at least 1 step, but were over " + n);
    }
    this.memory = memory;
    this.rows = rows;
    this.n = n;
    this.discount = discount;
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    this.taken = taken;
    this.observations = new float[rows * n * observationSize];
    this.actions = new float[rows * n * actionSize];
    this.rewards = new float[rows * n];
    this.oldest = new int[rows];
    this.open = new int[rows];
  }

  /// Takes a step of every row, after it was made.
  ///
  /// @param seen what was seen before it, `[rows][observation]`
  /// @param done `[rows][action]`
  /// @param environment tells what it earned, what is seen now and whether an episode ended
  public void add(float[] seen, float[] done, VectorEnvironment environment) {
    for (int row = 0; row < rows; row++) {
      int slot = row * n + (oldest[row] + open[row]) % n;
      System.arraycopy(
          seen, row * observationSize, observations, slot * observationSize, observationSize);
      System.arraycopy(done, row * actionSize, actions, slot * actionSize, actionSize);
      rewards[slot] = environment.rewards()[row];
      open[row]++;
      byte end = environment.dones()[row];
      if (end != VectorEnvironment.RUNNING) {
        while (open[row] > 0) {
          take(row, environment.finalObservations(), end == VectorEnvironment.TERMINATED);
        }
      } else if (open[row] == n) {
        take(row, environment.observations(), false);
      }
    }
  }

  /// The oldest open step of a row, with everything that was earned since.
  private void take(int row, float[] then, boolean terminated) {
    double sum = 0;
    double weight = 1;
    for (int i = 0; i < open[row]; i++) {
      sum += weight * rewards[row * n + (oldest[row] + i) % n];
      weight *= discount;
    }
    int slot = row * n + oldest[row];
    int place =
        memory.add(
            observations,
            slot * observationSize,
            actions,
            slot * actionSize,
            (float) sum,
            then,
            row * observationSize,
            terminated ? 0f : (float) weight);
    oldest[row] = (oldest[row] + 1) % n;
    open[row]--;
    taken.at(place);
  }

  @Override
  public void save(StateWriter out) {
    out.mark("open steps");
    out.number(n);
    out.numbers(observations);
    out.numbers(actions);
    out.numbers(rewards);
    out.numbers(oldest);
    out.numbers(open);
  }

  @Override
  public void load(StateReader in) {
    in.mark("open steps");
    Saved.same("the number of steps of a return", n, in.integer());
    in.numbers(observations);
    in.numbers(actions);
    in.numbers(rewards);
    in.numbers(oldest);
    in.numbers(open);
  }
}
