package quorate.learning.environment;

import java.util.Arrays;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// Returns (undiscounted sums of rewards) and lengths of the newest episodes that have ended, one
/// for each agent that took part.
///
/// Fed after every step with the rewards and ends of the environment itself, beneath any
/// normalisation. Allocates nothing then.
public final class EpisodeStatistics implements Stateful {
  private final double[] running;
  private final int[] steps;
  private final double[] returns;
  private final int[] lengths;
  private long episodes;

  /// @param rows rows of the environment
  /// @param window how many of the newest episodes count in the means
  /// @throws IllegalArgumentException when either is below 1
  public EpisodeStatistics(int rows, int window) {
    if (rows < 1 || window < 1) {
      throw new IllegalArgumentException(
          "rows and window must be at least 1, but were %d and %d".formatted(rows, window));
    }
    running = new double[rows];
    steps = new int[rows];
    returns = new double[window];
    lengths = new int[window];
  }

  /// Takes what the last step earned and ended.
  public void observe(float[] rewards, byte[] dones) {
    for (int row = 0; row < running.length; row++) {
      running[row] += rewards[row];
      steps[row]++;
      if (dones[row] != VectorEnvironment.RUNNING) {
        int place = (int) (episodes % returns.length);
        returns[place] = running[row];
        lengths[place] = steps[row];
        episodes++;
        running[row] = 0;
        steps[row] = 0;
      }
    }
  }

  /// Forgets the episodes under way, as after a reset of the environment.
  public void abandon() {
    Arrays.fill(running, 0);
    Arrays.fill(steps, 0);
  }

  /// Episodes ended since the beginning.
  public long episodes() {
    return episodes;
  }

  /// How many episodes the means are over.
  public int window() {
    return (int) Math.min(episodes, returns.length);
  }

  /// Mean return of the newest episodes; NaN before the first has ended.
  public double meanReturn() {
    double sum = 0;
    for (int i = 0; i < window(); i++) {
      sum += returns[i];
    }
    return sum / window();
  }

  /// Mean length of the newest episodes in steps; NaN before the first has ended.
  public double meanLength() {
    double sum = 0;
    for (int i = 0; i < window(); i++) {
      sum += lengths[i];
    }
    return sum / window();
  }

  /// Return of an episode.
  ///
  /// @param age 0 for the newest, up to `window() − 1`
  /// @throws IndexOutOfBoundsException when there is no such episode in the window
  public double returnOf(int age) {
    return returns[place(age)];
  }

  /// Length of an episode in steps; see [#returnOf].
  public int lengthOf(int age) {
    return lengths[place(age)];
  }

  @Override
  public void save(StateWriter out) {
    out.mark("episode statistics");
    out.number(episodes);
    out.numbers(running);
    out.numbers(steps);
    out.numbers(returns);
    out.numbers(lengths);
  }

  @Override
  public void load(StateReader in) {
    in.mark("episode statistics");
    episodes = in.longInteger();
    in.numbers(running);
    in.numbers(steps);
    in.numbers(returns);
    in.numbers(lengths);
  }

  private int place(int age) {
    if (age < 0 || age >= window()) {
      throw new IndexOutOfBoundsException(
          "age must be below the %d episodes that are kept, but was %d".formatted(window(), age));
    }
    return (int) ((episodes - 1 - age) % returns.length);
  }
}
