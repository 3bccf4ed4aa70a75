package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.property.ForAll;

class NotionalTest {
  @Test
  void isPriceTimesQuantityTimesMultiplier() {
    Notional notional = Notional.of(Specimens.future());

    // 3200.25 points × 3 contracts × 50 dollars a point
    assertThat(notional.of(320025, 3)).isEqualTo(Money.of("480037.5", Currency.USD));
    assertThat(notional.units(320025, 3)).isEqualTo(48_003_750_000_000L);
  }

  @Test
  void isNegativeWhenExactlyOneOfThemIs() {
    Notional notional = Notional.of(Specimens.future());
    long worth = notional.units(320025, 3);

    assertThat(notional.units(-320025, 3)).isEqualTo(-worth);
    assertThat(notional.units(320025, -3)).isEqualTo(-worth);
    assertThat(notional.units(-320025, -3)).isEqualTo(worth);
    assertThat(notional.units(0, 3)).isZero();
    assertThat(notional.units(320025, 0)).isZero();
  }

  /// Four and five places make nine, one more than money has: the last digit is a tenth of a unit.
  @ParameterizedTest
  @CsvSource({
    "4, 0", "5, 0", "6, 1", "14, 1", "15, 2", "25, 2", "26, 3", "35, 4",
    "-4, 0", "-5, 0", "-6, -1", "-14, -1", "-15, -2", "-25, -2", "-26, -3", "-35, -4"
  })
  void roundsHalfEvenOnce(long price, long units) {
    Notional notional = Notional.of(Specimens.scaled("A", "1", 4, 5));

    assertThat(notional.units(price, 1)).isEqualTo(units);
    assertThat(notional.units(1, price)).isEqualTo(units);
  }

  @Test
  void agreesWithExactDecimalsOverTheWholeRange() {
    ForAll.cases(20_000, 7, NotionalTest::anyProduct, NotionalTest::agreesWithExactDecimals);
  }

  /// Products right where the usual case hands over to the rare one: 2⁶³ from both sides.
  @Test
  void agreesWithExactDecimalsWhereThePathsMeet() {
    ForAll.cases(
        5_000, 8, NotionalTest::productNearTheBorder, NotionalTest::agreesWithExactDecimals);
  }

  @Test
  void isExactWhereAMiddleProductLeaves64BitsButTheResultDoesNot() {
    // price × quantity = 10¹⁰ × 10¹⁰ = 10²⁰ leaves a long (9.2 × 10¹⁸)
    Notional wide = Notional.of(Specimens.scaled("WIDE", "1", 8, 8));
    assertThat(wide.units(10_000_000_000L, 10_000_000_000L)).isEqualTo(1_000_000_000_000L);

    // price × quantity = 9 × 10¹⁸ fits, times the numerator 3 it does not; denominator 10¹⁰
    Notional tripled = Notional.of(Specimens.scaled("TRIPLE", "3", 9, 9));
    assertThat(tripled.units(3_000_000_000L, 3_000_000_000L)).isEqualTo(2_700_000_000L);
  }

  @Test
  void reachesBothEndsOfTheRange() {
    Notional notional = Notional.of(Specimens.scaled("A", "1", 8, 0));

    assertThat(notional.units(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(notional.units(Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> notional.units(Long.MIN_VALUE, -1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "notional must be within ±92 billion USD, but was 92233720368.54775808"
                + " (instrument \"A\", price -92233720368.54775808, quantity -1)");
  }

  @Test
  void saysWhatWasTooLarge() {
    Notional notional = Notional.of(Specimens.future());

    // 50 000.00 × 40 000 contracts × 50 = 10¹¹
    assertThatThrownBy(() -> notional.of(5_000_000, 40_000))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "notional must be within ±92 billion USD, but was 100000000000.00000000"
                + " (instrument \"ESH0\", price 50000.00, quantity 40000)");
  }

  @Test
  void refusesScalesAndMultiplierThatTogetherLeaveTheRange() {
    Instrument fine = Specimens.scaled("FINE", "0.001", 12, 12);
    Instrument huge = Specimens.scaled("HUGE", "1e12", 0, 0);

    assertThatThrownBy(() -> Notional.of(fine))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "multiplier must stay within 18 digits together with the scales, but was 0.001 at price"
                + " scale 12 and quantity scale 12 (instrument \"FINE\")");
    assertThatThrownBy(() -> Notional.of(huge))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "multiplier must stay within 18 digits together with the scales, but was 1E+12 at price"
                + " scale 0 and quantity scale 0 (instrument \"HUGE\")");
  }

  @Test
  void takesScalesAndMultiplierUpToTheEndOfTheRange() {
    // 9 × 10¹⁰ in units of 10⁻⁸ is 9 × 10¹⁸, which has 63 bits
    Notional widest = Notional.of(Specimens.scaled("WIDEST", "9e10", 0, 0));
    // 2²⁷ × 10⁻¹¹ at 12 and 12 places in units of 10⁻⁸ is 2²⁷ / 10²⁷ = 1 / 5²⁷, 63 bits too
    Notional finest = Notional.of(Specimens.scaled("FINEST", "0.00134217728", 12, 12));

    assertThat(widest.units(1, 1)).isEqualTo(9_000_000_000_000_000_000L);
    assertThat(finest.units(7_450_580_596_923_828_125L, 1)).isEqualTo(1);
  }

  @Test
  void dividesHalfEvenAsBigDecimalDoes() {
    ForAll.cases(
        5_000,
        9,
        chance ->
            new long[] {
              chance.nextLong() >> chance.nextInt(64),
              Math.max(1, chance.nextLong() >>> (1 + chance.nextInt(63)))
            },
        pair ->
            assertThat(Notional.divideHalfEven(pair[0], pair[1]))
                .isEqualTo(
                    BigDecimal.valueOf(pair[0])
                        .divide(BigDecimal.valueOf(pair[1]), 0, RoundingMode.HALF_EVEN)
                        .longValueExact()));
  }

  @ParameterizedTest
  @CsvSource({"5, 2, 2", "7, 2, 4", "-5, 2, -2", "-7, 2, -4", "4, 3, 1", "5, 3, 2", "6, 3, 2"})
  void dividesTiesToTheEvenNeighbour(long dividend, long divisor, long quotient) {
    assertThat(Notional.divideHalfEven(dividend, divisor)).isEqualTo(quotient);
  }

  @Test
  void dividesTheEndsOfTheRange() {
    // 2⁶³ − 1 over itself, and −2⁶³ over it is −1.0000…1
    assertThat(Notional.divideHalfEven(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(1);
    assertThat(Notional.divideHalfEven(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-1);
    assertThat(Notional.divideHalfEven(Long.MIN_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void allocatesNothingInTheUsualCase() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Notional whole = Notional.of(Specimens.future());
    Notional divided = Notional.of(Specimens.scaled("A", "0.1", 5, 5));
    long sum = worthOfMany(whole, divided);

    long before = threads.getCurrentThreadAllocatedBytes();
    sum += worthOfMany(whole, divided);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(sum).isNotZero();
    // The measurement itself may take a few bytes; a single object a product would be megabytes.
    assertThat(allocated).isLessThan(1_000);
  }

  private static long worthOfMany(Notional whole, Notional divided) {
    long sum = 0;
    for (int i = 1; i <= 100_000; i++) {
      sum += whole.units(320_025 + i, 3) + divided.units(-i, 7);
    }
    return sum;
  }

  private static Product anyProduct(RandomGenerator chance) {
    return new Product(
        chance.nextLong() >> chance.nextInt(64),
        chance.nextLong() >> chance.nextInt(64),
        BigDecimal.valueOf(1 + chance.nextInt(99_999), chance.nextInt(6)),
        chance.nextInt(8),
        chance.nextInt(9));
  }

  private static Product productNearTheBorder(RandomGenerator chance) {
    long quantity = 1 + (chance.nextLong() >>> (4 + chance.nextInt(58)));
    long multiplier = 1L + chance.nextInt(9);
    long border = Long.MAX_VALUE / quantity / (chance.nextBoolean() ? multiplier : 1);
    long price = border + chance.nextInt(-2, 3);
    return new Product(
        chance.nextBoolean() ? price : -price,
        chance.nextBoolean() ? quantity : -quantity,
        BigDecimal.valueOf(multiplier),
        chance.nextInt(4, 13),
        chance.nextInt(4, 13));
  }

  /// The definition, step by step: exact product, rounded once at the places of money.
  private static void agreesWithExactDecimals(Product product) {
    Instrument instrument =
        Specimens.scaled(
            "A", product.multiplier.toPlainString(), product.priceScale, product.quantityScale);
    Notional notional = Notional.of(instrument);
    BigInteger expected =
        new BigDecimal(BigInteger.valueOf(product.price), product.priceScale)
            .multiply(new BigDecimal(BigInteger.valueOf(product.quantity), product.quantityScale))
            .multiply(product.multiplier)
            .setScale(8, RoundingMode.HALF_EVEN)
            .unscaledValue();

    if (expected.bitLength() < 64) {
      assertThat(notional.units(product.price, product.quantity))
          .isEqualTo(expected.longValueExact());
    } else {
      assertThatThrownBy(() -> notional.units(product.price, product.quantity))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("but was " + new BigDecimal(expected, 8).toPlainString());
    }
  }

  private record Product(
      long price, long quantity, BigDecimal multiplier, int priceScale, int quantityScale) {}
}
