package quorate.learning.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.learning.environment.VectorEnvironment;

class OutcomesTest {
  private static final byte[] ONE_OF_EACH = {
    VectorEnvironment.RUNNING, VectorEnvironment.TERMINATED, VectorEnvironment.TRUNCATED
  };

  @Test
  void anEpisodeEndsByItselfOrIsCut() {
    Outcomes outcomes = new Outcomes(3);

    assertThat(outcomes.take(new float[] {1, 2, 3}, ONE_OF_EACH)).isTrue();

    assertThat(outcomes.ended()).containsExactly(false, true, true);
    assertThat(outcomes.rewards()).containsExactly(1, 2, 3);
    assertThat(outcomes.take(new float[3], new byte[3])).isFalse();
    assertThat(outcomes.ended()).containsExactly(false, false, false);
  }

  /// 3 + 0.5·30.
  @Test
  void onlyWhatWasCutIsWorthWhatWouldHaveCome() {
    Outcomes outcomes = new Outcomes(3);
    outcomes.take(new float[] {1, 2, 3}, ONE_OF_EACH);

    outcomes.addValuesOfTheCut(new float[] {10, 20, 30}, 0.5);

    assertThat(outcomes.rewards()).containsExactly(1, 2, 18);
  }

  @Test
  void theRewardsOfTheEnvironmentStayAsTheyAre() {
    Outcomes outcomes = new Outcomes(3);
    float[] paid = {1, 2, 3};
    outcomes.take(paid, ONE_OF_EACH);

    outcomes.addValuesOfTheCut(new float[] {10, 20, 30}, 0.5);

    assertThat(paid).containsExactly(1, 2, 3);
  }
}
