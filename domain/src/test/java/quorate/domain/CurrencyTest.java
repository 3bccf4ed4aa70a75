package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyTest {
  @ParameterizedTest
  @ValueSource(strings = {"USD", "USDT", "1INCH", "XY", "ABCDEFGH"})
  void isItsCode(String code) {
    Currency currency = Currency.of(code);

    assertThat(currency.code()).isEqualTo(code);
    assertThat(currency).hasToString(code).isEqualTo(new Currency(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "usd", "ABCDEFGHI", "US D", "USD ", "€UR"})
  void refusesAnotherForm(String code) {
    assertThatThrownBy(() -> Currency.of(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("currency must be 2 to 8 capital letters or digits, but was \"" + code + "\"");
  }

  @Test
  void hasTheCommonOnesAtHand() {
    assertThat(Currency.USD).hasToString("USD");
    assertThat(Currency.EUR).hasToString("EUR");
  }

  @Test
  void sortsByCode() {
    assertThat(Currency.EUR).isLessThan(Currency.USD);
    assertThat(Currency.USD).isGreaterThan(Currency.EUR);
    assertThat(Currency.USD).isEqualByComparingTo(Currency.of("USD"));
  }
}
