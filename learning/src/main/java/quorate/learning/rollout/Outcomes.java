package quorate.learning.rollout;

import quorate.learning.environment.VectorEnvironment;

/// What came of a step, row by row: the reward, and whether the episode ended.
///
/// What an episode that was cut by its time limit would still have earned can be put into its last
/// reward, as the critic's value of what it would have seen next.
public final class Outcomes {
  private final float[] rewards;
  private final boolean[] ended;
  private final boolean[] cut;

  public Outcomes(int rows) {
    rewards = new float[rows];
    ended = new boolean[rows];
    cut = new boolean[rows];
  }

  /// @param paid rewards of the rows
  /// @param dones how their episodes stand, as [VectorEnvironment#dones]
  /// @return whether one was cut
  public boolean take(float[] paid, byte[] dones) {
    System.arraycopy(paid, 0, rewards, 0, rewards.length);
    boolean anyCut = false;
    for (int row = 0; row < ended.length; row++) {
      ended[row] = dones[row] != VectorEnvironment.RUNNING;
      cut[row] = dones[row] == VectorEnvironment.TRUNCATED;
      anyCut |= cut[row];
    }
    return anyCut;
  }

  /// Adds to the last reward of each episode that was cut what would have come.
  ///
  /// @param values of the last observations, one for each row; others are not read
  /// @param discount γ
  public void addValuesOfTheCut(float[] values, double discount) {
    for (int row = 0; row < rewards.length; row++) {
      if (cut[row]) {
        rewards[row] += (float) discount * values[row];
      }
    }
  }

  /// Overwritten by the next [#take].
  public float[] rewards() {
    return rewards;
  }

  /// Overwritten by the next [#take].
  public boolean[] ended() {
    return ended;
  }
}
