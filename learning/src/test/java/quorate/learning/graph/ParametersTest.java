package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParametersTest {
  private final Parameters actor = new Parameters();
  private final Parameters critic = new Parameters();
  private final Tensor first = actor.add("actor.weight", 2);
  private final Tensor second = critic.add("critic.weight", 3);

  @Test
  void severalSetsInOneShareTheirNumbers() {
    Parameters all = Parameters.together(actor, critic);

    assertThat(all.list()).containsExactly(first, second);
    assertThat(all.get("critic.weight")).isSameAs(second);
    assertThat(all.count()).isEqualTo(5);
  }

  @Test
  void aNameThatComesTwiceIsRefused() {
    assertThatThrownBy(() -> Parameters.together(actor, actor))
        .hasMessage(
            "a parameter must have a name of its own, but \"actor.weight\" is there already");
  }
}
