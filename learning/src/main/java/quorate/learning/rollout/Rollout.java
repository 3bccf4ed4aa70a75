package quorate.learning.rollout;

/// The last steps of every row of an environment under one policy, and the advantages estimated
/// from them. Arrays are `[step][row]…`, allocated once.
public final class Rollout {
  private final int steps;
  private final int rows;
  private final int observationSize;
  private final int actionSize;
  private final float[] observations;
  private final float[] actions;
  private final float[] logProbabilities;
  private final float[] values;
  private final float[] rewards;
  private final boolean[] ends;
  private final float[] advantages;
  private final float[] returns;
  private int filled;

  public Rollout(int steps, int rows, int observationSize, int actionSize) {
    this.steps = steps;
    this.rows = rows;
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    int count = Math.multiplyExact(steps, rows);
    observations = new float[Math.multiplyExact(count, observationSize)];
    actions = new float[Math.multiplyExact(count, actionSize)];
    logProbabilities = new float[count];
    values = new float[count];
    rewards = new float[count];
    ends = new boolean[count];
    advantages = new float[count];
    returns = new float[count];
  }

  /// Steps times rows.
  public int size() {
    return steps * rows;
  }

  /// Forgets everything.
  public void clear() {
    filled = 0;
  }

  public boolean isFull() {
    return filled == steps;
  }

  /// Adds what every row saw, did and expected before a step.
  public void add(float[] observation, float[] action, float[] logProbability, float[] value) {
    int at = filled * rows;
    System.arraycopy(observation, 0, observations, at * observationSize, rows * observationSize);
    System.arraycopy(action, 0, actions, at * actionSize, rows * actionSize);
    System.arraycopy(logProbability, 0, logProbabilities, at, rows);
    System.arraycopy(value, 0, values, at, rows);
  }

  /// Completes the step with what came of it.
  ///
  /// @param ended for each row whether its episode ended, for whatever reason; what was cut short
  ///   has the value of its last observation in its reward
  public void complete(float[] reward, boolean[] ended) {
    int at = filled * rows;
    System.arraycopy(reward, 0, rewards, at, rows);
    System.arraycopy(ended, 0, ends, at, rows);
    filled++;
  }

  /// Generalised advantages and returns: Aₜ = δₜ + γλ·Aₜ₊₁ with δₜ = rₜ + γ·Vₜ₊₁ − Vₜ, both cut
  /// where an episode ended; the return is Aₜ + Vₜ. J. Schulman et al., "High-dimensional
  /// continuous control using generalized advantage estimation" (ICLR 2016), equation 16.
  ///
  /// @param lastValues of what every row sees after the last step
  public void estimate(float[] lastValues, double discount, double lambda) {
    float gamma = (float) discount;
    float decay = (float) (discount * lambda);
    for (int row = 0; row < rows; row++) {
      float advantage = 0f;
      float next = lastValues[row];
      for (int t = steps - 1; t >= 0; t--) {
        int i = t * rows + row;
        float goesOn = ends[i] ? 0f : 1f;
        float delta = rewards[i] + gamma * next * goesOn - values[i];
        advantage = delta + decay * goesOn * advantage;
        advantages[i] = advantage;
        returns[i] = advantage + values[i];
        next = values[i];
      }
    }
  }

  /// Copies chosen steps, one after the other, where a graph reads them.
  ///
  /// @param chosen places from 0 to [#size] − 1
  /// @param from first of `chosen`
  /// @param count how many of them
  public void copy(
      int[] chosen,
      int from,
      int count,
      float[] toObservations,
      float[] toActions,
      float[] toLogProbabilities,
      float[] toAdvantages,
      float[] toReturns) {
    for (int i = 0; i < count; i++) {
      int at = chosen[from + i];
      System.arraycopy(
          observations, at * observationSize, toObservations, i * observationSize, observationSize);
      System.arraycopy(actions, at * actionSize, toActions, i * actionSize, actionSize);
      toLogProbabilities[i] = logProbabilities[at];
      toAdvantages[i] = advantages[at];
      toReturns[i] = returns[at];
    }
  }

  /// Brings advantages to mean 0 and deviation 1, as Stable-Baselines3: by the sample's deviation
  /// plus 10⁻⁸.
  public static void standardise(float[] x) {
    double sum = 0;
    for (float each : x) {
      sum += each;
    }
    double mean = sum / x.length;
    double squares = 0;
    for (float each : x) {
      squares += (each - mean) * (each - mean);
    }
    double deviation = Math.sqrt(squares / (x.length - 1)) + 1e-8;
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) ((x[i] - mean) / deviation);
    }
  }

  /// The share of the returns' variance that the values foresaw: 1 − Var(R − V) / Var(R); 1 is
  /// perfect, 0 no better than a constant, NaN when the returns do not vary.
  public double explainedVariance() {
    double returnSum = 0;
    double returnSquares = 0;
    double errorSum = 0;
    double errorSquares = 0;
    int n = size();
    for (int i = 0; i < n; i++) {
      double error = (double) returns[i] - values[i];
      returnSum += returns[i];
      returnSquares += (double) returns[i] * returns[i];
      errorSum += error;
      errorSquares += error * error;
    }
    double variance = returnSquares / n - (returnSum / n) * (returnSum / n);
    double unexplained = errorSquares / n - (errorSum / n) * (errorSum / n);
    return variance <= 0 ? Double.NaN : 1 - unexplained / variance;
  }
}
