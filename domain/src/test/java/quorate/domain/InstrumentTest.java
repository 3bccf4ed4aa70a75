package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void refusesABlankSymbol(String symbol) {
    assertThatThrownBy(() -> Specimens.named(symbol))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("symbol must not be blank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 1 | 1 | 2 | 0 | tick size must be positive, but was 0",
        "-25 | 1 | 1 | 2 | 0 | tick size must be positive, but was -25",
        "1 | 0 | 1 | 2 | 0 | lot size must be positive, but was 0",
        "1 | -1 | 1 | 2 | 0 | lot size must be positive, but was -1",
        "1 | 1 | 0 | 2 | 0 | multiplier must be positive, but was 0",
        "1 | 1 | -0.5 | 2 | 0 | multiplier must be positive, but was -0.5",
        "1 | 1 | 1 | -1 | 0 | price scale must be 0 to 12, but was -1",
        "1 | 1 | 1 | 13 | 0 | price scale must be 0 to 12, but was 13",
        "1 | 1 | 1 | 2 | -1 | quantity scale must be 0 to 12, but was -1",
        "1 | 1 | 1 | 2 | 13 | quantity scale must be 0 to 12, but was 13"
      })
  void refusesWhatBreaksARule(
      long tick, long lot, String multiplier, int priceScale, int quantityScale, String message) {
    assertThatThrownBy(
            () -> Specimens.stepping("ESH0", tick, lot, multiplier, priceScale, quantityScale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message + " (instrument \"ESH0\")");
  }

  @Test
  void takesTheEndsOfItsRanges() {
    Instrument coarse = Specimens.scaled("A", "0.000001", 0, 0);
    Instrument fine = Specimens.scaled("B", "1", 12, 12);

    assertThat(coarse.formatPrice(7)).isEqualTo("7");
    assertThat(fine.formatQuantity(7)).isEqualTo("0.000000000007");
  }

  @Test
  void readsAndWritesPricesAndQuantitiesAtTheirOwnScale() {
    Instrument coin = Specimens.scaled("BTC-USD", "1", 2, 5);

    assertThat(coin.parsePrice("65000.5")).isEqualTo(6_500_050);
    assertThat(coin.parseQuantity("0.5")).isEqualTo(50_000);
    assertThat(coin.formatPrice(6_500_050)).isEqualTo("65000.50");
    assertThat(coin.formatQuantity(-50_000)).isEqualTo("-0.50000");
    assertThat(coin.priceAsDouble(6_500_050)).isEqualTo(65000.5);
    assertThat(coin.quantityAsDouble(-50_000)).isEqualTo(-0.5);
  }

  @Test
  void refusesAPriceFinerThanItsScale() {
    assertThatThrownBy(() -> Specimens.future().parsePrice("3200.255"))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("value must have at most 2 decimal places, but was 3200.255");
  }

  @ParameterizedTest
  @CsvSource({
    "320025, true",
    "320024, false",
    "320026, false",
    "0, true",
    "-25, true",
    "-24, false"
  })
  void knowsItsGrid(long price, boolean onGrid) {
    assertThat(Specimens.future().isOnGrid(price)).isEqualTo(onGrid);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "99, 0",
    "100, 100",
    "199, 100",
    "200, 200",
    "-99, 0",
    "-100, -100",
    "-199, -100"
  })
  void cutsQuantitiesToWholeLotsTowardsZero(long quantity, long lots) {
    assertThat(Specimens.stepping("A", 1, 100, "1", 2, 0).wholeLots(quantity)).isEqualTo(lots);
  }

  @ParameterizedTest
  @EnumSource(InstrumentKind.class)
  void isMarginedOnlyAsAFuture(InstrumentKind kind) {
    assertThat(kind.isMargined()).isEqualTo(kind == InstrumentKind.FUTURE);
  }
}
