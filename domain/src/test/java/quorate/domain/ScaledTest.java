package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.property.ForAll;

class ScaledTest {
  @Test
  void knowsEveryPowerOfTenThatFits() {
    for (int scale = 0; scale <= 18; scale++) {
      assertThat(Scaled.power(scale)).isEqualTo(BigDecimal.TEN.pow(scale).longValueExact());
    }
    assertThat(Scaled.MAX_SCALE).isEqualTo(18);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 19})
  void refusesAScaleOutsideItsRange(int scale) {
    String message = "scale must be from 0 to 18 decimal places, but was " + scale;

    assertThatThrownBy(() -> Scaled.power(scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Scaled.exactly(BigDecimal.ONE, scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Scaled.rounded(BigDecimal.ONE, scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "3200.25, 2, 320025",
    "-3200.25, 2, -320025",
    "3200.2500, 2, 320025",
    "-1, 0, -1",
    "1e-3, 3, 1",
    "1E+3, 2, 100000",
    "+7, 1, 70",
    "0, 18, 0",
    "0.000000000000000001, 18, 1",
    "9223372036854775807, 0, 9223372036854775807",
    "-9223372036854775808, 0, -9223372036854775808",
    "-92233720368.54775808, 8, -9223372036854775808"
  })
  void readsADecimalExactly(String text, int scale, long value) {
    assertThat(Scaled.parse(text, scale)).isEqualTo(value);
  }

  @Test
  void refusesMorePlacesThanTheScaleHas() {
    assertThatThrownBy(() -> Scaled.parse("3200.251", 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value must have at most 2 decimal places, but was 3200.251");
  }

  @ParameterizedTest
  @CsvSource({
    "92233720368.54775808, 92233720368.54775808",
    "-92233720368.54775809, -92233720368.54775809",
    "1e12, 1000000000000"
  })
  void refusesAValueBeyondTheRange(String text, String shown) {
    String message = "value must be within ±92233720368.54775807 at 8 decimal places, but was ";

    assertThatThrownBy(() -> Scaled.parse(text, 8))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(message + shown);
    assertThatThrownBy(() -> Scaled.rounded(new BigDecimal(text), 8))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1,5", "0x10", "1_000", " 1", "NaN"})
  void refusesTextThatIsNotANumber(String text) {
    assertThatThrownBy(() -> Scaled.parse(text, 2))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage("value must be a decimal number, but was \"" + text + "\"");
  }

  /// The plain form of such a number would fill the memory, so it is refused unwritten.
  @ParameterizedTest
  @ValueSource(strings = {"1e1001", "1e-1001", "1e2000000000", "1e-2147483647"})
  void refusesAnAstronomicalNumberWithoutWritingItOut(String text) {
    assertThatThrownBy(() -> Scaled.parse(text, 2))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value must be of ordinary size, but was " + text);
  }

  @Test
  void looksAtNumbersOfUpToAThousandPlacesInFull() {
    assertThat(Scaled.parse("0e1000", 2)).isZero();
    assertThat(Scaled.parse("0e-1000", 2)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0.125, 12", // tie, 12 is even
    "0.135, 14", // tie, 13 is odd
    "-0.125, -12",
    "-0.135, -14",
    "0.1250001, 13",
    "0.1249999, 12",
    "7, 700"
  })
  void roundsHalfEven(String text, long value) {
    assertThat(Scaled.rounded(new BigDecimal(text), 2)).isEqualTo(value);
  }

  @Test
  void roundsToTheEndsOfTheRange() {
    assertThat(Scaled.rounded(new BigDecimal("9223372036854775807.4"), 0))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(Scaled.rounded(new BigDecimal("-9223372036854775808.5"), 0))
        .isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> Scaled.rounded(new BigDecimal("9223372036854775807.5"), 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "value must be within ±9223372036854775807 at 0 decimal places,"
                + " but was 9223372036854775808");
  }

  @Test
  void writesAllPlacesAsAPersonDoes() {
    assertThat(Scaled.format(320025, 2)).isEqualTo("3200.25");
    assertThat(Scaled.format(320000, 2)).isEqualTo("3200.00");
    assertThat(Scaled.format(-5, 2)).isEqualTo("-0.05");
    assertThat(Scaled.format(1, 12)).isEqualTo("0.000000000001");
    assertThat(Scaled.format(7, 0)).isEqualTo("7");
  }

  @Test
  void readsBackWhatItWrites() {
    ForAll.cases(
        2_000,
        1,
        chance -> new ScaledNumber(chance.nextLong() >> chance.nextInt(64), chance.nextInt(19)),
        number -> {
          String text = Scaled.format(number.value, number.scale);

          assertThat(Scaled.parse(text, number.scale)).isEqualTo(number.value);
          assertThat(Scaled.exactly(Scaled.decimal(number.value, number.scale), number.scale))
              .isEqualTo(number.value);
        });
  }

  /// Both the value and the power of ten are exact doubles up to 2⁵³ and 10²², and IEEE division
  /// rounds once, so the result is the nearest double there is.
  @Test
  void crossesToTheNearestDouble() {
    ForAll.cases(
        2_000,
        2,
        chance ->
            new ScaledNumber(chance.nextLong() >> (11 + chance.nextInt(53)), chance.nextInt(19)),
        number ->
            assertThat(Scaled.toDouble(number.value, number.scale))
                .isEqualTo(Scaled.decimal(number.value, number.scale).doubleValue()));
  }

  /// Beyond 2⁵³ the value itself is rounded before it is divided.
  @Test
  void staysWithinOneUnitInTheLastPlaceOfTheNearestDouble() {
    ForAll.cases(
        2_000,
        3,
        chance -> new ScaledNumber(chance.nextLong(), chance.nextInt(19)),
        number -> {
          double nearest = Scaled.decimal(number.value, number.scale).doubleValue();

          double crossed = Scaled.toDouble(number.value, number.scale);

          assertThat(Math.abs(crossed - nearest)).isLessThanOrEqualTo(Math.ulp(nearest));
        });
  }

  @Test
  void roundsAsBigDecimalDoes() {
    ForAll.cases(
        2_000,
        4,
        chance -> new BigDecimal(Scaled.decimal(chance.nextLong() >> 20, chance.nextInt(19)) + "5"),
        decimal ->
            assertThat(Scaled.rounded(decimal, 3))
                .isEqualTo(
                    decimal
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .movePointRight(3)
                        .longValueExact()));
  }

  private record ScaledNumber(long value, int scale) {}
}
