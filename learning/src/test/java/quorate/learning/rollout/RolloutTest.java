package quorate.learning.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RolloutTest {
  private static final double GAMMA = 0.9;
  private static final double LAMBDA = 0.8;

  /// Values 1, 2, 3 and 4 after; rewards 10, 20, 30: δ₂ = 30 + 0.9·4 − 3 = 30.6, δ₁ = 20 + 0.9·3 −
  /// 2 = 20.7, δ₀ = 10 + 0.9·2 − 1 = 10.8; A₂ = 30.6, A₁ = 20.7 + 0.72·30.6 = 42.732, A₀ = 10.8 +
  /// 0.72·42.732 = 41.56704.
  @Test
  void advantagesLookAheadThroughTheSteps() {
    Rollout rollout = rollout(false, false, false, 1, 2, 3);

    rollout.estimate(new float[] {4}, GAMMA, LAMBDA);

    assertThat(advantages(rollout))
        .containsExactly(new float[] {41.56704f, 42.732f, 30.6f}, within(1e-4f));
    assertThat(returns(rollout))
        .containsExactly(new float[] {42.56704f, 44.732f, 33.6f}, within(1e-4f));
  }

  /// What came after an end belongs to another episode: A₁ = 20 − 2 = 18, A₀ = 10.8 + 0.72·18.
  @Test
  void anEndCutsWhatComesAfter() {
    Rollout rollout = rollout(false, true, false, 1, 2, 3);

    rollout.estimate(new float[] {4}, GAMMA, LAMBDA);

    assertThat(advantages(rollout))
        .containsExactly(new float[] {23.76f, 18f, 30.6f}, within(1e-4f));
  }

  @Test
  void explainedVarianceIsOneForPerfectValuesAndZeroForAConstant() {
    Rollout perfect = rollout(true, true, true, 10, 20, 30);
    Rollout constant = rollout(true, true, true, 5, 5, 5);

    perfect.estimate(new float[] {0}, GAMMA, LAMBDA);
    constant.estimate(new float[] {0}, GAMMA, LAMBDA);

    assertThat(perfect.explainedVariance()).isEqualTo(1);
    assertThat(constant.explainedVariance()).isCloseTo(0, within(1e-9));
  }

  private static Rollout rollout(boolean end0, boolean end1, boolean end2, float... values) {
    boolean[] ends = {end0, end1, end2};
    Rollout rollout = new Rollout(3, 1, 1, 1);
    for (int t = 0; t < 3; t++) {
      rollout.add(new float[] {t}, new float[] {0}, new float[] {0}, new float[] {values[t]});
      rollout.complete(new float[] {10 * (t + 1)}, new boolean[] {ends[t]});
    }
    assertThat(rollout.isFull()).isTrue();
    return rollout;
  }

  private static float[] advantages(Rollout rollout) {
    return copied(rollout)[0];
  }

  private static float[] returns(Rollout rollout) {
    return copied(rollout)[1];
  }

  private static float[][] copied(Rollout rollout) {
    float[] advantages = new float[3];
    float[] returns = new float[3];
    float[] rest = new float[3];
    rollout.copy(new int[] {0, 1, 2}, 0, 3, rest, new float[3], new float[3], advantages, returns);
    return new float[][] {advantages, returns};
  }
}
