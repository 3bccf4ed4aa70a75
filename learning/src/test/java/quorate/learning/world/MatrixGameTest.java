package quorate.learning.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.VectorEnvironment;

class MatrixGameTest {
  @Test
  void paysBothWhatTheMatrixOfClimbingSays() {
    MultiAgentSimulation game = MultiAgentSimulation.of(MatrixGame.climbing(), 9);
    game.reset(1);

    game.step(new float[] {0, 0, 1, 0, 2, 0, 0, 1, 1, 1, 2, 1, 0, 2, 1, 2, 2, 2});

    assertThat(game.rewards())
        .containsExactly(11, 11, -30, -30, 0, 0, -30, -30, 7, 7, 6, 6, 0, 0, 0, 0, 5, 5);
    assertThat(MatrixGame.climbing().best()).isEqualTo(11);
  }

  @Test
  void paysThePenaltyToThoseWhoDoNotAgreeOnAnOptimum() {
    MatrixGame game = MatrixGame.penalty(-25);

    assertThat(game.payoff(0, 2)).isEqualTo(-25);
    assertThat(game.payoff(2, 0)).isEqualTo(-25);
    assertThat(game.payoff(0, 0)).isEqualTo(10);
    assertThat(game.payoff(2, 2)).isEqualTo(10);
    assertThat(game.payoff(1, 1)).isEqualTo(2);
    assertThat(game.payoff(0, 1) + game.payoff(1, 0) + game.payoff(1, 2) + game.payoff(2, 1))
        .isZero();
    assertThat(game.best()).isEqualTo(10);
    assertThat(game.name()).isEqualTo("penalty(-25)");
  }

  @Test
  void terminatesAfterOneStep() {
    MultiAgentSimulation game = MultiAgentSimulation.of(MatrixGame.penalty(0), 1);
    game.reset(1);

    game.step(new float[] {0, 2});

    assertThat(game.dones())
        .containsExactly(VectorEnvironment.TERMINATED, VectorEnvironment.TERMINATED);
    assertThat(game.observations()).containsExactly(1, 1);
    assertThat(game.centralStates()).containsExactly(1);
  }

  @Test
  void refusesAPenaltyThatPays() {
    assertThatThrownBy(() -> MatrixGame.penalty(1))
        .hasMessage("the penalty must be at most 0, but was 1.0");
    assertThatThrownBy(() -> MatrixGame.penalty(Float.NaN)).hasMessageContaining("was NaN");
  }
}
