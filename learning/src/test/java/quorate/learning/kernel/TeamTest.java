package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
      for (int m : new int[] {8, 61, 129, 256}) {
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
      float[] rows = numbers(chance, 300 * 100);
      float[] sums = numbers(chance, 90);
      float[] shared = sums.clone();
      one.sumRows(300, 90, rows, 7, 100, sums, 0, true);
      team.sumRows(300, 90, rows, 7, 100, shared, 0, true);
      assertThat(shared).isEqualTo(sums);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void sharedRowsAreDoneOnceAndWhatTheyAskForStaysOnTheirThread(int threads) {
    int rows = 1003;
    int width = 100;
    Philox chance = Philox.seeded(9);
    float[] a = numbers(chance, rows * width);
    float[] b = numbers(chance, width * width);
    float[] expected = new float[rows * width];
    float[] found = new float[rows * width];
    AtomicIntegerArray done = new AtomicIntegerArray(rows);
    Kernels one = Kernels.fastest();
    try (TeamKernels team = new TeamKernels(one, threads)) {
      one.multiply(0, rows, width, width, a, 0, width, 1, b, 0, width, expected, 0, width, false);
      one.tanh(expected.length, expected, 0, expected, 0);

      team.share(
          rows,
          (long) rows * width * width,
          (from, to) -> {
            team.multiply(
                from, to, width, width, a, 0, width, 1, b, 0, width, found, 0, width, false);
            team.tanh((to - from) * width, found, from * width, found, from * width);
            for (int i = from; i < to; i++) {
              done.incrementAndGet(i);
            }
          });

      assertThat(found).isEqualTo(expected);
      for (int i = 0; i < rows; i++) {
        assertThat(done.get(i)).isEqualTo(1);
      }
    }
  }

  /// Else the caller would wait for ever for the piece, or go on while others are at work.
  @Test
  void whatAPieceThrowsReachesTheCallerOnceAllAreDone() {
    AtomicIntegerArray done = new AtomicIntegerArray(16);
    boolean[] failing = {true};
    Team.Work work =
        piece -> {
          done.incrementAndGet(piece);
          if (failing[0] && piece % 3 == 1) {
            throw new ArithmeticException("piece");
          }
        };
    try (Team team = new Team(2, work)) {
      for (int round = 1; round <= 500; round++) {
        assertThatThrownBy(() -> team.run(16)).isInstanceOf(ArithmeticException.class);
        for (int i = 0; i < 16; i++) {
          assertThat(done.get(i)).isEqualTo(round);
        }
      }
      failing[0] = false;
      team.run(16);
      assertThat(done.get(15)).isEqualTo(501);
    }
  }

  @Test
  void littleIsNotShared() {
    try (TeamKernels team = new TeamKernels(Kernels.scalar(), 2)) {
      List<Integer> seen = new ArrayList<>();
      team.share(64, 1000, (from, to) -> seen.addAll(List.of(from, to)));
      assertThat(seen).containsExactly(0, 64);
    }
  }

  /// Else each would read what the other has written down, and get its numbers.
  @Test
  void aSecondCallerIsRefusedAndNoneGetsWrongNumbers() throws InterruptedException {
    int n = 64;
    Kernels one = Kernels.fastest();
    AtomicInteger refusals = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    try (TeamKernels team = new TeamKernels(one, 2)) {
      List<Thread> callers = new ArrayList<>();
      for (int seed = 0; seed < 2; seed++) {
        float[] a = numbers(Philox.seeded(seed), n * n);
        float[] expected = new float[n * n];
        one.multiply(0, n, n, n, a, 0, n, 1, a, 0, n, expected, 0, n, false);
        callers.add(
            Thread.ofPlatform()
                .start(() -> {
                  float[] found = new float[n * n];
                  for (int round = 0; round < 200_000 && refusals.get() == 0; round++) {
                    try {
                      team.multiply(0, n, n, n, a, 0, n, 1, a, 0, n, found, 0, n, false);
                      wrong.addAndGet(Arrays.equals(found, expected) ? 0 : 1);
                    } catch (IllegalStateException e) {
                      assertThat(e).hasMessageContaining("give each a team of its own");
                      refusals.incrementAndGet();
                    }
                  }
                }));
      }
      for (Thread caller : callers) {
        caller.join();
      }
    }
    assertThat(refusals.get()).isPositive();
    assertThat(wrong.get()).isZero();
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
