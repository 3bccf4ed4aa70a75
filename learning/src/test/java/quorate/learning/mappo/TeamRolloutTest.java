package quorate.learning.mappo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.learning.environment.MultiAgentSimulation;

/// Two steps of two copies of [MaskedGame], in which the central state is what both agents see, and
/// says whether the middle choice is closed to the second agent.
class TeamRolloutTest {
  private static final float[] PLAYED = {1, 0, 0, 0};

  private final MultiAgentSimulation game = MultiAgentSimulation.of(new MaskedGame(), 2);
  private final TeamRollout rollout = new TeamRollout(game, 2, 2);

  private final float[] observations = new float[4];
  private final float[] centralStates = new float[2];
  private final float[] masks = new float[12];
  private final float[] actions = new float[4];
  private final float[] logProbabilities = new float[4];
  private final float[] advantages = new float[4];
  private final float[] returns = new float[4];

  TeamRolloutTest() {
    game.reset(1);
    game.begin(0, 0);
    game.begin(1, 1);
    rollout.clear();
    for (int step = 0; step < 2; step++) {
      float[] logs = {-10 * step, -10 * step - 1, -10 * step - 2, -10 * step - 3};
      rollout.add(game, PLAYED, logs, new float[4]);
      game.step(PLAYED);
      rollout.complete(new float[] {1, 2, 3, 4}, new boolean[] {true, true, true, true});
    }
    rollout.estimate(new float[4], 0.5, 0.5);
  }

  @Test
  void aStepIsCopiedWithAllItsAgents() {
    copy(2, 1);

    assertThat(rollout.size()).isEqualTo(4);
    assertThat(logProbabilities).containsExactly(-10, -11, -2, -3);
    assertThat(actions).containsExactly(1, 0, 0, 0);
    assertThat(returns).containsExactly(1, 2, 3, 4);
    assertThat(advantages).containsExactly(1, 2, 3, 4);
  }

  /// After a step the state has turned over: the first copy's from 0 to 1.
  @Test
  void whatWasSeenAndOpenIsThatOfItsStepAndCopy() {
    copy(0, 2);

    assertThat(centralStates).containsExactly(0, 1);
    assertThat(observations).containsExactly(0, 0, 1, 1);
    assertThat(masks).containsExactly(1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0);
  }

  private void copy(int... chosen) {
    rollout.copy(
        chosen,
        0,
        2,
        observations,
        centralStates,
        masks,
        actions,
        logProbabilities,
        advantages,
        returns);
  }
}
