package quorate.learning.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.state.StateException;

class MemoryTest {
  @Test
  void givesBackWhatItTook() {
    Memory memory = new Memory(4, 2, 1);
    remember(memory, 1);
    remember(memory, 2);

    assertThat(step(memory, 1)).containsExactly(2, 20, 200, 0.2f, 2000, 20000, 0.02f);
    assertThat(step(memory, 0)).containsExactly(1, 10, 100, 0.1f, 1000, 10000, 0.01f);
    assertThat(memory.size()).isEqualTo(2);
  }

  @Test
  void theOldestMakeRoomOnceItIsFull() {
    Memory memory = new Memory(3, 2, 1);
    for (int i = 1; i <= 5; i++) {
      remember(memory, i);
    }

    assertThat(memory.size()).isEqualTo(3);
    assertThat(step(memory, 0)[0]).isEqualTo(4);
    assertThat(step(memory, 1)[0]).isEqualTo(5);
    assertThat(step(memory, 2)[0]).isEqualTo(3);
  }

  /// 40,000 draws of 5 places: three deviations of a share are 3·√(0.2·0.8/40,000) = 0.006.
  @Test
  void drawsEvenlyFromWhatItHoldsAlone() {
    Memory memory = new Memory(100, 2, 1);
    for (int i = 0; i < 5; i++) {
      remember(memory, i);
    }
    int[] places = new int[40_000];

    memory.draw(Philox.seeded(1), places);

    for (int place = 0; place < 5; place++) {
      int wanted = place;
      double share = Arrays.stream(places).filter(each -> each == wanted).count() / 40_000.0;
      assertThat(share).isCloseTo(0.2, within(0.006));
    }
    assertThat(Arrays.stream(places).max()).hasValue(4);
  }

  @Test
  void oneThatWouldNotFitSaysWhatItNeedsAndWhatToDo() {
    assertThatThrownBy(() -> new Memory(1_000_000, 48, 2, 64_000_000))
        .isInstanceOfSatisfying(
            MemoryShortageException.class, e -> assertThat(e.bytes()).isEqualTo(400_000_000))
        .hasMessage(
            "a memory of 1,000,000 steps of 100 numbers needs 400 MB, but 64 MB are left: hold fewer steps, or give the JVM more memory with -Xmx");
    assertThatThrownBy(() -> new Memory(500_000_000, 4, 1)).hasMessageContaining("-Xmx");
    assertThatThrownBy(() -> new Memory(1_000_000_000, 4, 1, Long.MAX_VALUE))
        .hasMessage(
            "a memory of steps of 4 numbers holds at most 536,870,909 of them, but was to hold 1,000,000,000: hold fewer steps");
  }

  @Test
  void oneWithoutStepsIsRefused() {
    assertThatThrownBy(() -> new Memory(0, 2, 1))
        .hasMessage("a memory must hold at least 1 step, but was to hold 0");
  }

  @Test
  void goesOnFromASavedState() {
    Memory memory = new Memory(3, 2, 1);
    for (int i = 1; i <= 4; i++) {
      remember(memory, i);
    }
    Memory resumed = Carried.into(new Memory(3, 2, 1), memory);

    remember(memory, 5);
    remember(resumed, 5);

    assertThat(resumed.size()).isEqualTo(3);
    for (int place = 0; place < 3; place++) {
      assertThat(step(resumed, place)).containsExactly(step(memory, place));
    }
    assertThatThrownBy(() -> Carried.into(new Memory(4, 2, 1), memory))
        .isInstanceOf(StateException.class)
        .hasMessage("a memory's capacity must be that of the saved state, 3, but was 4");
  }

  private static void remember(Memory memory, int i) {
    float[] seen = {i, 10 * i};
    float[] done = {100 * i};
    float[] then = {-1, 1000 * i, 10_000 * i};
    memory.add(seen, 0, done, 0, i / 10f, then, 1, i / 100f);
  }

  private static float[] step(Memory memory, int place) {
    float[] seen = new float[2];
    float[] done = new float[1];
    float[] reward = new float[1];
    float[] then = new float[2];
    float[] discount = new float[1];
    memory.copy(new int[] {place}, seen, done, reward, then, discount);
    return new float[] {seen[0], seen[1], done[0], reward[0], then[0], then[1], discount[0]};
  }
}
