package quorate.learning.dqn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QLearningTest {
  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    refuse(0, 0.9, 0.5, List.of(8), 1, "Q-learning's rate must be above 0, but was 0.0");
    refuse(1, 1.1, 0.5, List.of(8), 1, "Q-learning's discount must be from 0 to 1, but was 1.1");
    refuse(
        1,
        0.9,
        0,
        List.of(8),
        1,
        "Q-learning's targetPart must be above 0 and at most 1, but was 0.0");
    refuse(1, 0.9, 0.5, List.of(), 1, "Q-learning's hidden must have at least 1 layer, but was []");
    refuse(
        1,
        0.9,
        0.5,
        List.of(8),
        2,
        "Q-learning's averagePart must be above 0 and at most 1, but was 2.0");
  }

  private static void refuse(
      double rate,
      double discount,
      double part,
      List<Integer> hidden,
      double average,
      String rule) {
    assertThatThrownBy(() -> new QLearning(rate, discount, 1, part, 10, hidden, false, average))
        .hasMessage(rule);
  }

  @Test
  void explorationIsAShare() {
    assertThatThrownBy(() -> new Exploration(0, 1, 0.1))
        .hasMessage("explorationShare must be above 0 and at most 1, but was 0.0");
    assertThatThrownBy(() -> new Exploration(0.1, 1, 2))
        .hasMessage("explorationLast must be from 0 to 1, but was 2.0");
  }
}
