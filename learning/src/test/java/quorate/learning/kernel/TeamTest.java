package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;

class TeamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyPieceIsDoneOnceAndBeforeTheCallerGoesOn(int threads) {
    AtomicIntegerArray done = new AtomicIntegerArray(64);
    Philox chance = Philox.seeded(threads);
    try (Team team = new Team(threads, done::incrementAndGet)) {
      for (int round = 1; round <= 20_000; round++) {
        int pieces = 1 + chance.nextInt(64);
        team.run(pieces);

        for (int i = 0; i < 64; i++) {
          assertThat(done.getAndSet(i, 0)).isEqualTo(i < pieces ? 1 : 0);
        }
      }
    }
  }

  @Test
  void helpersThatHaveGoneToSleepAreWoken() {
    AtomicIntegerArray done = new AtomicIntegerArray(1);
    try (Team team = new Team(2, done::incrementAndGet)) {
      for (int round = 1; round <= 20; round++) {
        while (!team.hasSleepers()) {
          Thread.onSpinWait();
        }
        team.run(1);
        assertThat(done.get(0)).isEqualTo(round);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void severalThreadsGiveTheBitsOfOne(int threads) {
    Kernels one = Kernels.fastest();
    Philox chance = Philox.seeded(8);
    try (TeamKernels team = new TeamKernels(one, threads)) {
      for (int m : new int[] {8, 61, 256}) {
        int n = 130;
        int k = 120;
        float[] a = numbers(chance, m * k);
        float[] b = numbers(chance, k * n);
        float[] expected = numbers(chance, m * n);
        float[] found = expected.clone();

        one.multiply(0, m, n, k, a, 0, k, 1, b, 0, n, expected, 0, n, true);
        team.multiply(0, m, n, k, a, 0, k, 1, b, 0, n, found, 0, n, true);

        assertThat(found).isEqualTo(expected);
      }
      int count = 40_003;
      float[] x = numbers(chance, count);
      float[] expected = new float[count + 1];
      float[] found = new float[count + 1];
      one.tanh(count, x, 0, expected, 1);
      team.tanh(count, x, 0, found, 1);
      assertThat(found).isEqualTo(expected);
      one.exp(count - 1, x, 1, expected, 0);
      team.exp(count - 1, x, 1, found, 0);
      assertThat(found).isEqualTo(expected);
      one.softplus(count, x, 0, expected, 0);
      team.softplus(count, x, 0, found, 0);
      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void saysWhoTakesPart() {
    try (TeamKernels team = new TeamKernels(Kernels.scalar(), 2)) {
      assertThat(team.description()).isEqualTo("2 × scalar");
    }
  }

  @Test
  void noThreadsAreRefused() {
    assertThatThrownBy(() -> new TeamKernels(Kernels.scalar(), 0))
        .hasMessage("threads must be 1 to 256, but were 0");
  }

  private static float[] numbers(Philox chance, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) chance.nextGaussian();
    }
    return numbers;
  }
}
