package quorate.domain.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

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
}
