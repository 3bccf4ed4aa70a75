package quorate.trading.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

final class ProportionTest {
  private record Case(long amount, long part, long whole) {
    static Case random(RandomGenerator chance) {
      return new Case(number(chance), number(chance), Math.max(1, Math.abs(number(chance))));
    }

    private static long number(RandomGenerator chance) {
      return chance.nextLong() >> chance.nextInt(63);
    }

    BigDecimal exact() {
      return BigDecimal.valueOf(amount)
          .multiply(BigDecimal.valueOf(part))
          .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN);
    }
  }

  @Test
  void agreesWithUnlimitedArithmetic() {
    ForAll.cases(
        100_000,
        1,
        Case::random,
        c -> {
          BigDecimal exact = c.exact();
          if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            assertThat(Proportion.of(c.amount, c.part, c.whole)).isEqualTo(exact.longValueExact());
          } else {
            assertThatThrownBy(() -> Proportion.of(c.amount, c.part, c.whole))
                .isInstanceOf(ArithmeticException.class);
          }
        });
  }

  @Test
  void agreesWhereTheFirstGuessOfADigitIsTooHigh() {
    long[] awkward = {
      1,
      2,
      0x7FFF_FFFFL,
      0x8000_0000L,
      0xFFFF_FFFFL,
      0x1_0000_0000L,
      0x1_0000_0001L,
      0x7FFF_FFFF_0000_0000L,
      0x7FFF_FFFF_FFFF_FFFEL,
      Long.MAX_VALUE,
      Long.MIN_VALUE,
      0x4000_0000_0000_0000L,
      0x4000_0000_FFFF_FFFFL,
      0x7FFF_FFFE_FFFF_FFFFL
    };
    int compared = 0;
    for (long amount : awkward) {
      for (long part : awkward) {
        for (long whole : awkward) {
          if (whole > 0) {
            BigDecimal exact = new Case(amount, part, whole).exact();
            if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
              assertThat(Proportion.of(amount, part, whole)).isEqualTo(exact.longValueExact());
              compared++;
            }
          }
        }
      }
    }

    assertThat(compared).isGreaterThan(1_000);
  }

  @Test
  void roundsTiesToTheEvenNumber() {
    assertThat(Proportion.of(5, 1, 2)).isEqualTo(2);
    assertThat(Proportion.of(7, 1, 2)).isEqualTo(4);
    assertThat(Proportion.of(-5, 1, 2)).isEqualTo(-2);
    assertThat(Proportion.of(-7, 1, 2)).isEqualTo(-4);
    assertThat(Proportion.of(-7, -1, 2)).isEqualTo(4);
  }

  @Test
  void theWholeIsTheAmountItself() {
    assertThat(Proportion.of(Long.MAX_VALUE, 12_345, 12_345)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesAWholeThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proportion.of(1, 1, 0))
        .withMessage("the whole must be positive, but was 0");
  }
}
