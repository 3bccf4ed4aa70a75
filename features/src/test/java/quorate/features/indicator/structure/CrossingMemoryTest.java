package quorate.features.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.features.state.StateCodec;

class CrossingMemoryTest {

  @Test
  void letsTheNearestPairsVote() {
    CrossingMemory memory = new CrossingMemory(10, 2);
    memory.add(0, 0, 1);
    memory.add(3, 4, 1); // 5 away
    memory.add(10, 0, -1);

    assertThat(memory.vote(0, 0)).isEqualTo(2);
    assertThat(memory.vote(9, 0)).isEqualTo(0); // −1 at 1, then √(36 + 16) before 9
  }

  @Test
  void letsTheNewestOfEquallyNearPairsVote() {
    CrossingMemory memory = new CrossingMemory(10, 1);
    memory.add(1, 0, 1);
    memory.add(-1, 0, -1);
    assertThat(memory.vote(0, 0)).isEqualTo(-1);

    memory.add(0, 1, 1);
    assertThat(memory.vote(0, 0)).isEqualTo(1);
  }

  @Test
  void forgetsTheOldestPairWhenItIsFull() {
    CrossingMemory memory = new CrossingMemory(2, 1);
    memory.add(0, 0, 1);
    memory.add(5, 5, -1);
    memory.add(6, 6, -1);

    assertThat(memory.vote(0, 0)).isEqualTo(-1);
  }

  @Test
  void isReadyOnceEnoughPairsAreLabelled() {
    CrossingMemory memory = new CrossingMemory(3, 2);
    memory.add(0, 0, 1);
    assertThat(memory.ready()).isFalse();

    memory.add(0, 0, 1);
    assertThat(memory.ready()).isTrue();
  }

  @Test
  void votesAsSortingAllPairsWould() {
    RandomGenerator chance = Philox.seeded(61);
    CrossingMemory memory = new CrossingMemory(20, 5);
    CrossingMemory restored = new CrossingMemory(20, 5);
    List<double[]> newestFirst = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double[] pair = {chance.nextInt(6), chance.nextInt(6), chance.nextInt(3) - 1};
      memory.add(pair[0], pair[1], pair[2]);
      newestFirst.addFirst(pair);
      double x = chance.nextInt(6);
      double y = chance.nextInt(6);
      StateCodec.load(StateCodec.save(memory), restored);
      if (memory.ready()) {
        double expected =
            newestFirst.stream()
                .limit(20)
                .sorted(Comparator.comparingDouble(p -> Math.hypot(p[0] - x, p[1] - y)))
                .limit(5)
                .mapToDouble(p -> p[2])
                .sum();
        assertThat(memory.vote(x, y)).isEqualTo(expected);
        assertThat(restored.vote(x, y)).isEqualTo(expected);
      }
    }
  }
}
