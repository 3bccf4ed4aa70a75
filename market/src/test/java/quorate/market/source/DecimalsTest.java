package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class DecimalsTest {
  private final Decimals decimals = new Decimals('.');

  private long read(String text, int scale) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return decimals.read(bytes, 0, bytes.length, scale, 0);
  }

  @Test
  void readsPlainNumbersAtTheirScale() {
    assertThat(read("3179.5", 2)).isEqualTo(317950);
    assertThat(read("-0.25", 2)).isEqualTo(-25);
    assertThat(read("+7", 0)).isEqualTo(7);
    assertThat(read(" 12. ", 1)).isEqualTo(120);
    assertThat(read(".5", 1)).isEqualTo(5);
    assertThat(decimals.isExact()).isTrue();
  }

  @Test
  void acceptsZerosBeyondTheScale() {
    // Vendors write whole share counts as 25643711.0.
    assertThat(read("25643711.0", 0)).isEqualTo(25643711);
    assertThat(read("800.010000000000", 2)).isEqualTo(80001);
    assertThat(decimals.isExact()).isTrue();
  }

  @Test
  void roundsHalfEvenAndSaysSoWhenDigitsAreLost() {
    assertThat(read("1.2345600001", 5)).isEqualTo(123456);
    assertThat(decimals.isExact()).isFalse();
    assertThat(read("0.125", 2)).isEqualTo(12);
    assertThat(read("0.135", 2)).isEqualTo(14);
    assertThat(read("-0.125", 2)).isEqualTo(-12);
  }

  @Test
  void readsScientificNotation() {
    assertThat(read("1.5e3", 2)).isEqualTo(150000);
    assertThat(read("1E-3", 3)).isEqualTo(1);
    assertThat(decimals.isExact()).isTrue();
  }

  @Test
  void dividesByAPowerOfTen() {
    byte[] bytes = "4506100".getBytes(StandardCharsets.UTF_8);

    // LEAN writes 450.61 dollars as 4506100 ten-thousandths.
    assertThat(decimals.read(bytes, 0, bytes.length, 2, 4)).isEqualTo(45061);
    assertThat(decimals.isExact()).isTrue();
  }

  @Test
  void readsADecimalCommaWhereDeclared() {
    byte[] bytes = "1234,5".getBytes(StandardCharsets.UTF_8);

    assertThat(new Decimals(',').read(bytes, 0, bytes.length, 2, 0)).isEqualTo(123450);
    assertThatThrownBy(() -> read("1234,5", 2))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("must be a number, but was \"1234,5\"");
  }

  @Test
  void refusesWhatIsNotANumber() {
    for (String text : new String[] {"", "-", ".", "abc", "1.2.3", "1e", "0x10", "NaN", "1 2"}) {
      assertThatThrownBy(() -> read(text, 2))
          .isInstanceOf(NumberFormatException.class)
          .hasMessage("must be a number, but was \"%s\"".formatted(text));
    }
  }

  @Test
  void refusesWhatIsBeyondTheRange() {
    // 2^63 − 1 at a scale of 2 is 92233720368547758.07.
    assertThat(read("92233720368547758.07", 2)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> read("92233720368547758.08", 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("must be within ±92233720368547758.07, but was \"92233720368547758.08\"");
    assertThatThrownBy(() -> read("1e999999999", 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("ordinary size");
  }

  @Test
  void agreesWithBigDecimalOnAnyNumber() {
    ForAll.cases(
        5_000,
        11,
        random -> {
          BigDecimal value =
              BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(14));
          return new Object[] {value, random.nextInt(13), random.nextInt(5)};
        },
        drawn -> {
          BigDecimal value = (BigDecimal) drawn[0];
          int scale = (int) drawn[1];
          int shift = (int) drawn[2];
          BigDecimal expected = value.movePointLeft(shift).setScale(scale, RoundingMode.HALF_EVEN);
          byte[] bytes = value.toPlainString().getBytes(StandardCharsets.UTF_8);
          if (expected.unscaledValue().bitLength() > 63) {
            assertThatThrownBy(() -> decimals.read(bytes, 0, bytes.length, scale, shift))
                .isInstanceOf(ArithmeticException.class);
            return;
          }

          long read = decimals.read(bytes, 0, bytes.length, scale, shift);

          assertThat(read).isEqualTo(expected.unscaledValue().longValueExact());
          assertThat(decimals.isExact())
              .isEqualTo(expected.compareTo(value.movePointLeft(shift)) == 0);
        });
  }
}
