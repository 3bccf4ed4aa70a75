package quorate.trading.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.trading.Desk;

final class MarksTest {
  private static final Instrument STOXX =
      new Instrument(
          "FESX",
          "XEUR",
          "index",
          InstrumentKind.FUTURE,
          1,
          1,
          BigDecimal.TEN,
          Currency.EUR,
          0,
          0,
          "eurex");
  private static final Instrument EURUSD =
      new Instrument(
          "EURUSD", "FX", "fx", InstrumentKind.FX, 1, 1, BigDecimal.ONE, Currency.USD, 5, 0, "fx");
  private static final int FESX = 1;
  private static final int PAIR = 2;

  private final Marks marks = Marks.of(Instruments.of(Desk.ES, STOXX, EURUSD), Currency.USD);

  @Test
  void valuesThePositionInTheBaseCurrency() {
    marks.rate(Currency.EUR, new BigDecimal("1.1"));
    marks.mark(FESX, 4_000);

    // 2 · 4000 · 10 = 80,000 EUR = 88,000 USD
    assertThat(marks.baseUnits(FESX, 2)).isEqualTo(88_000 * Money.ONE);
    assertThat(marks.toBase(Money.of("1", Currency.EUR))).isEqualTo(Money.of("1.1", Currency.USD));
  }

  @Test
  void followsThePriceOfALinkedPair() {
    marks.rateFrom(Currency.EUR, PAIR);
    marks.mark(PAIR, 125_000);
    long before = marks.toBase(1, 8);
    marks.mark(PAIR, 150_000);

    assertThat(before).isEqualTo(10);
    assertThat(marks.toBase(1, 8)).isEqualTo(12);
  }

  @Test
  void aGivenRateEndsTheLink() {
    marks.rateFrom(Currency.EUR, PAIR);
    marks.mark(PAIR, 125_000);
    marks.rate(Currency.EUR, BigDecimal.TWO);

    assertThat(marks.toBase(1, 8)).isEqualTo(16);
  }

  @Test
  void roundsAConversionHalfEvenOnce() {
    marks.rate(Currency.EUR, new BigDecimal("0.5"));

    assertThat(marks.toBase(1, 5)).isEqualTo(2);
    assertThat(marks.toBase(1, 7)).isEqualTo(4);
  }

  @Test
  void refusesToGuessARate() {
    assertThatIllegalStateException()
        .isThrownBy(() -> marks.toBase(1, 5))
        .withMessage(
            "a currency must have a rate before it is valued, but EUR has none into USD; give one");
    marks.rateFrom(Currency.EUR, PAIR);
    assertThatIllegalStateException().isThrownBy(() -> marks.toBase(1, 5));
    assertThat(marks.toBase(1, 0)).isZero();
  }

  @Test
  void knowsARateOnceItIsGivenOrItsPairHasAPrice() {
    assertThat(marks.isRateKnown(0)).isTrue();
    assertThat(marks.isRateKnown(FESX)).isFalse();

    marks.rateFrom(Currency.EUR, PAIR);
    assertThat(marks.isRateKnown(FESX)).isFalse();
    marks.mark(PAIR, 0);
    assertThat(marks.isRateKnown(FESX)).isFalse();
    marks.mark(PAIR, 125_000);
    assertThat(marks.isRateKnown(FESX)).isTrue();
    marks.rate(Currency.EUR, BigDecimal.TWO);
    assertThat(marks.isRateKnown(FESX)).isTrue();
  }

  @Test
  void refusesToGuessAPrice() {
    assertThat(marks.isKnown(0)).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> marks.baseUnits(0, 1))
        .withMessage("an instrument must have a price before it is valued, but \"ES\" has none");
    assertThat(marks.baseUnits(0, 0)).isZero();
  }

  @Test
  void refusesWrongRates() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> marks.rate(Currency.EUR, BigDecimal.ZERO))
        .withMessage("rate must be positive, but was 0 (currency EUR)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> marks.rate(Currency.USD, BigDecimal.ONE))
        .withMessage("rate of the base currency USD is 1 and cannot be given");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> marks.rate(Currency.of("JPY"), BigDecimal.ONE))
        .withMessageContaining("but was JPY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> marks.rateFrom(Currency.EUR, FESX))
        .withMessage("rate of EUR must come from a price in USD, but \"FESX\" is quoted in EUR");
  }
}
