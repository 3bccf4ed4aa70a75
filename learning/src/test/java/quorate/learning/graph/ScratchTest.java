package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScratchTest {
  private final Scratch scratch = new Scratch();

  @Test
  void oneOperationHasArraysOfItsOwn() {
    float[] first = scratch.array(8);
    float[] second = scratch.array(8);

    assertThat(first).hasSize(8).isNotSameAs(second);
    assertThat(scratch.array(9)).hasSize(9);
  }

  @Test
  void theNextOneHasThemAgain() {
    float[] first = scratch.array(8);
    float[] second = scratch.array(8);

    scratch.turn();

    assertThat(scratch.array(8)).isSameAs(first);
    assertThat(scratch.array(8)).isSameAs(second);
  }
}
