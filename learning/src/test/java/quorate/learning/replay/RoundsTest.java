package quorate.learning.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Rounds SMALL = new Rounds(2, 4, 3, 16, 100, 40);

  @Test
  void sizesAndMemoryChangeApart() {
    assertThat(SMALL.withSizes(1, 5, 6, 7)).isEqualTo(new Rounds(1, 5, 6, 7, 100, 40));
    assertThat(SMALL.withMemory(50, 0)).isEqualTo(new Rounds(2, 4, 3, 16, 50, 0));
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    refuse(0, 4, 3, 16, 40, "a round's copies must be at least 1, but was 0");
    refuse(2, 0, 3, 16, 40, "a round's steps must be at least 1, but was 0");
    refuse(2, 4, 0, 16, 40, "a round's updates must be at least 1, but was 0");
    refuse(2, 4, 3, 0, 40, "a round's minibatch must be at least 1, but was 0");
    refuse(2, 4, 3, 101, 40, "a round's memory must hold a minibatch of 101, but was 100");
    refuse(2, 4, 3, 16, -1, "a round's learningStarts must be at least 0, but was -1");
  }

  private static void refuse(
      int copies, int steps, int updates, int minibatch, int learningStarts, String message) {
    assertThatThrownBy(() -> new Rounds(copies, steps, updates, minibatch, 100, learningStarts))
        .hasMessage(message);
  }
}
