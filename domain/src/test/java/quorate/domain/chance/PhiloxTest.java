package quorate.domain.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class PhiloxTest {

  /// Known answers of Random123's kat_vectors for philox4x32-10: zero key and counter.
  @Test
  void agreesWithTheAuthorsKnownAnswers() {
    Philox zero = Philox.seeded(0);

    assertThat(zero.nextLong()).isEqualTo(0xe169c58d6627e8d5L);
    assertThat(zero.nextLong()).isEqualTo(0x9b00dbd8bc57ac4cL);
  }

  @Test
  void goesOnBitForBitWhereItWasSaved() {
    for (int saved = 0; saved < 9; saved++) {
      Philox whole = Philox.seeded(42);
      LongStream.range(0, saved).forEach(i -> whole.nextLong());

      Philox resumed = Philox.resumed(whole.seed(), whole.drawn());

      for (int i = 0; i < 7; i++) {
        assertThat(resumed.nextLong()).isEqualTo(whole.nextLong());
      }
    }
  }

  @Test
  void drawsDoublesEvenlyBetweenZeroAndOne() {
    Philox chance = Philox.seeded(7);
    int[] tenths = new int[10];

    for (int i = 0; i < 100_000; i++) {
      tenths[(int) (chance.nextDouble() * 10)]++;
    }

    // χ² with 9 degrees of freedom exceeds 27.9 in one of a thousand runs.
    double chiSquare = 0;
    for (int count : tenths) {
      chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000.0;
    }
    assertThat(chiSquare).isLessThan(27.9);
  }

  /// Random123's third known answer: the digits of π as counter and key. [Philox] itself counts in
  /// the two lower words only, so the naive form carries the proof over.
  @Test
  void hasANaiveFormThatAgreesWithTheAuthorsKnownAnswers() {
    long[] drawn =
        naive(
            new long[] {0x243f6a88L, 0x85a308d3L, 0x13198a2eL, 0x03707344L},
            new long[] {0xa4093822L, 0x299f31d0L});

    assertThat(drawn).containsExactly(0xd16cfe09L, 0x94fdccebL, 0x5001e420L, 0x24126ea1L);
  }

  @Test
  void agreesWithTheNaiveFormForEverySeedAndCounter() {
    ForAll.cases(
        500,
        11,
        chance -> new long[] {chance.nextLong(), chance.nextLong() >>> chance.nextInt(1, 64)},
        state -> {
          long block = state[1] >>> 1;
          long[] words =
              naive(
                  new long[] {block & 0xFFFFFFFFL, block >>> 32, 0, 0},
                  new long[] {state[0] & 0xFFFFFFFFL, state[0] >>> 32});

          Philox philox = Philox.resumed(state[0], block << 1);

          assertThat(philox.nextLong()).isEqualTo(words[1] << 32 | words[0]);
          assertThat(philox.nextLong()).isEqualTo(words[3] << 32 | words[2]);
          assertThat(philox.drawn()).isEqualTo((block << 1) + 2);
          assertThat(philox.seed()).isEqualTo(state[0]);
        });
  }

  /// Of 24,000 orders of four, each of the 24 comes some 1,000 times; the deviation is 31.
  @Test
  void everyOrderIsEquallyLikely() {
    Philox chance = Philox.seeded(5);
    Map<String, Integer> counts = new HashMap<>();
    int[] places = new int[4];
    for (int i = 0; i < 24_000; i++) {
      chance.order(places);
      counts.merge(Arrays.toString(places), 1, Integer::sum);
    }

    assertThat(counts).hasSize(24);
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 1_000) < 4 * 31);
    assertThat(counts.keySet()).allMatch(each -> each.matches("\\[(?=.*0)(?=.*1)(?=.*2)(?=.*3).*"));
  }

  /// Figure 2 and table 2 of the paper, word by word in plain arithmetic modulo 2³².
  private static long[] naive(long[] counter, long[] key) {
    BigInteger word = BigInteger.ONE.shiftLeft(32);
    long[] c = counter.clone();
    long[] k = key.clone();
    for (int round = 0; round < 10; round++) {
      BigInteger[] a =
          BigInteger.valueOf(0xD2511F53L)
              .multiply(BigInteger.valueOf(c[0]))
              .divideAndRemainder(word);
      BigInteger[] b =
          BigInteger.valueOf(0xCD9E8D57L)
              .multiply(BigInteger.valueOf(c[2]))
              .divideAndRemainder(word);
      c =
          new long[] {
            b[0].longValueExact() ^ c[1] ^ k[0],
            b[1].longValueExact(),
            a[0].longValueExact() ^ c[3] ^ k[1],
            a[1].longValueExact()
          };
      k[0] = (k[0] + 0x9E3779B9L) % (1L << 32);
      k[1] = (k[1] + 0xBB67AE85L) % (1L << 32);
    }
    return c;
  }
}
