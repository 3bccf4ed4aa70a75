package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.property.ForAll;

class MoneyTest {
  private static final Money MOST = Money.ofUnits(Long.MAX_VALUE, Currency.USD);
  private static final Money LEAST = Money.ofUnits(Long.MIN_VALUE, Currency.USD);
  private static final Money ONE_UNIT = Money.ofUnits(1, Currency.USD);

  @Test
  void countsInHundredMillionths() {
    assertThat(Money.SCALE).isEqualTo(8);
    assertThat(Money.ONE).isEqualTo(Scaled.power(Money.SCALE));
    assertThat(Money.of("1", Currency.USD)).isEqualTo(Money.ofUnits(100_000_000, Currency.USD));
    assertThat(Money.of("-0.00000001", Currency.EUR)).isEqualTo(new Money(-1, Currency.EUR));
    assertThat(Money.zero(Currency.EUR)).isEqualTo(new Money(0, Currency.EUR));
  }

  @Test
  void refusesAmountsFinerThanAUnit() {
    assertThatThrownBy(() -> Money.of("0.000000001", Currency.USD))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value must have at most 8 decimal places, but was 0.000000001");
  }

  @Test
  void addsAndSubtracts() {
    Money a = Money.of("12.5", Currency.USD);
    Money b = Money.of("20", Currency.USD);

    assertThat(a.plus(b)).isEqualTo(Money.of("32.5", Currency.USD));
    assertThat(a.minus(b)).isEqualTo(Money.of("-7.5", Currency.USD));
    assertThat(a.negated()).isEqualTo(Money.of("-12.5", Currency.USD));
  }

  @Test
  void givesBackWhatWasAdded() {
    ForAll.cases(
        1_000,
        1,
        chance -> new long[] {chance.nextLong() >> 1, chance.nextLong() >> 1},
        units -> {
          Money a = Money.ofUnits(units[0], Currency.USD);
          Money b = Money.ofUnits(units[1], Currency.USD);

          assertThat(a.plus(b).minus(b)).isEqualTo(a);
          assertThat(a.minus(b)).isEqualTo(b.minus(a).negated());
          assertThat(a.plus(b)).isEqualTo(b.plus(a));
        });
  }

  @Test
  void throwsRatherThanWraps() {
    assertThatThrownBy(() -> MOST.plus(ONE_UNIT)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> LEAST.minus(ONE_UNIT)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(LEAST::negated).isInstanceOf(ArithmeticException.class);
    assertThat(MOST.negated().minus(ONE_UNIT)).isEqualTo(LEAST);
  }

  @Test
  void refusesToMixCurrencies() {
    Money dollars = Money.of("1.5", Currency.USD);
    Money euros = Money.of("2", Currency.EUR);

    assertThatThrownBy(() -> dollars.plus(euros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amounts must be in one currency, but were 1.50 USD and 2.00 EUR");
    assertThatThrownBy(() -> euros.minus(dollars))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amounts must be in one currency, but were 2.00 EUR and 1.50 USD");
  }

  @ParameterizedTest
  @CsvSource({"-1, true, false", "0, false, true", "1, false, false"})
  void knowsItsSign(long units, boolean negative, boolean zero) {
    Money money = Money.ofUnits(units, Currency.USD);

    assertThat(money.isNegative()).isEqualTo(negative);
    assertThat(money.isZero()).isEqualTo(zero);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 USD",
    "1, 1.00 USD",
    "100000, 100000.00 USD",
    "12.5, 12.50 USD",
    "-12.345, -12.345 USD",
    "0.00000001, 0.00000001 USD",
    "-0.10, -0.10 USD"
  })
  void isWrittenWithTwoPlacesOrAsManyAsItNeeds(String amount, String text) {
    assertThat(Money.of(amount, Currency.USD)).hasToString(text);
  }

  @Test
  void isADecimalAndANumber() {
    Money money = Money.of("-12.5", Currency.USD);

    assertThat(money.decimal()).isEqualTo(new BigDecimal("-12.50000000"));
    assertThat(money.toDouble()).isEqualTo(-12.5);
  }
}
