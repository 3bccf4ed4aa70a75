package quorate.learning.environment;

import java.util.Arrays;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Rewards divided by the running deviation of discounted returns, clipped to ±10, as
/// Stable-Baselines3's `VecNormalize`: `r / √(σ² + 1e-8)` with σ² the variance of all `R′ = γ R +
/// r`, each row's R starting from 0 with its episode.
///
/// The mean is not taken off. For training alone: evaluation counts the rewards themselves, which
/// the environment inside keeps.
public final class NormalisedRewards extends Wrapper {
  private final double discount;
  private final RunningMoments moments = new RunningMoments(1);
  private final double[] returns;
  private final float[] rewards;

  /// @param discount γ, from 0 to 1
  /// @throws IllegalArgumentException when γ is outside
  public NormalisedRewards(VectorEnvironment inner, double discount) {
    super(inner);
    if (!(discount >= 0 && discount <= 1)) {
      throw new IllegalArgumentException(
          "the discount must be from 0 to 1, but was %s (%s)".formatted(discount, inner.name()));
    }
    this.discount = discount;
    returns = new double[inner.rows()];
    rewards = new float[inner.rows()];
  }

  /// Of the discounted returns.
  public RunningMoments moments() {
    return moments;
  }

  @Override
  public void reset(long seed) {
    inner.reset(seed);
    Arrays.fill(returns, 0);
    Arrays.fill(rewards, 0);
  }

  @Override
  public void step(float[] actions) {
    inner.step(actions);
    float[] earned = inner.rewards();
    byte[] dones = inner.dones();
    for (int row = 0; row < returns.length; row++) {
      if (!Float.isFinite(earned[row])) {
        throw new IllegalArgumentException(
            "a reward must be finite, but was %s (%s, row %d)".formatted(earned[row], name(), row));
      }
      returns[row] = returns[row] * discount + earned[row];
    }
    moments.update(returns);
    double scale = Math.sqrt(moments.variance(0) + NormalisedObservations.EPSILON);
    for (int row = 0; row < returns.length; row++) {
      double reward = earned[row] / scale;
      rewards[row] =
          (float) Math.clamp(reward, -NormalisedObservations.CLIP, NormalisedObservations.CLIP);
      if (dones[row] != RUNNING) {
        returns[row] = 0;
      }
    }
  }

  @Override
  public float[] rewards() {
    return rewards;
  }

  @Override
  public void save(StateWriter out) {
    inner.save(out);
    out.mark("normalised rewards");
    moments.save(out);
    out.numbers(returns);
    out.numbers(rewards);
  }

  @Override
  public void load(StateReader in) {
    inner.load(in);
    in.mark("normalised rewards");
    moments.load(in);
    in.numbers(returns);
    in.numbers(rewards);
  }
}
