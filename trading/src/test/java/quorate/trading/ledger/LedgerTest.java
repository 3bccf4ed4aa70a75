package quorate.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static quorate.trading.ledger.Books.EURO_FUTURE;
import static quorate.trading.ledger.Books.FUTURE;
import static quorate.trading.ledger.Books.SHARE;
import static quorate.trading.ledger.Books.STOXX;
import static quorate.trading.ledger.Books.usd;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Holdings;
import quorate.domain.Money;
import quorate.domain.Position;
import quorate.domain.Side;
import quorate.trading.valuation.Marks;

/// Amounts in the comments are whole dollars unless stated otherwise.
final class LedgerTest {
  private final Books books = new Books();
  private final Marks marks = books.marks;
  private final Ledger ledger = books.ledger;

  @Test
  void aNewLedgerHoldsItsCapitalAndNothingElse() {
    assertThat(cash()).isEqualTo(usd("10000"));
    assertThat(position(STOXX)).isEqualTo(Position.flat(STOXX, Currency.EUR));
    assertThat(ledger.holdings(0).equity()).isEqualTo(usd("10000"));
  }

  @Test
  void buyingAShareTakesItsNotionalAndCommissionFromCash() {
    books.trade(SHARE, Side.BUY, 100, 10, "3");

    assertThat(cash()).isEqualTo(usd("8997"));
    assertThat(position(SHARE)).isEqualTo(new Position(SHARE, 10, usd("1000"), usd("0"), usd("3")));
    assertThat(ledger.equity().units()).isEqualTo(usd("9997").units());
  }

  @Test
  void sellingAShareShortBringsItsNotional() {
    books.trade(SHARE, Side.SELL, 100, 10, "0");
    ledger.mark(SHARE, 90);

    assertThat(cash()).isEqualTo(usd("11000"));
    assertThat(position(SHARE).basis()).isEqualTo(usd("-1000"));
    assertThat(ledger.equity().units()).isEqualTo(usd("10100").units());
  }

  @Test
  void addingAveragesTheBasisAndClosingInPartTakesItsShare() {
    books.trade(SHARE, Side.BUY, 100, 10, "0");
    books.trade(SHARE, Side.BUY, 130, 20, "0");
    books.trade(SHARE, Side.SELL, 150, 15, "0");

    // Basis 1000 + 2600 = 3600 of 30; half of it is 1800 against 15 · 150 = 2250.
    assertThat(position(SHARE))
        .isEqualTo(new Position(SHARE, 15, usd("1800"), usd("450"), usd("0")));
  }

  @Test
  void aShareOfTheBasisThatDoesNotDivideLeavesTheRestOpen() {
    books.trade(SHARE, Side.BUY, 10, 2, "0");
    books.trade(SHARE, Side.BUY, 11, 1, "0");
    books.trade(SHARE, Side.SELL, 10, 2, "0");

    // 31 · 2/3 = 20.66666667 (rounded), 31 − that = 10.33333333 stays; realised 20 − 20.66666667.
    assertThat(position(SHARE).basis()).isEqualTo(usd("10.33333333"));
    assertThat(position(SHARE).realised()).isEqualTo(usd("-0.66666667"));
    books.trade(SHARE, Side.SELL, 10, 1, "0");
    assertThat(position(SHARE).basis()).isEqualTo(usd("0"));
    assertThat(position(SHARE).realised()).isEqualTo(usd("-1"));
  }

  @Test
  void aFuturePaysNoNotional() {
    books.trade(FUTURE, Side.BUY, 100, 3, "2");
    ledger.mark(FUTURE, 104);

    // 3 contracts · 4 points · 10
    assertThat(cash()).isEqualTo(usd("9998"));
    assertThat(ledger.equity().units()).isEqualTo(usd("10118").units());
  }

  @Test
  void closingAFutureMovesItsProfitToCash() {
    books.trade(FUTURE, Side.SELL, 100, 3, "0");
    books.trade(FUTURE, Side.BUY, 90, 1, "0");

    assertThat(cash()).isEqualTo(usd("10100"));
    assertThat(position(FUTURE))
        .isEqualTo(new Position(FUTURE, -2, usd("-2000"), usd("100"), usd("0")));
  }

  @Test
  void theDailyMarkMovesTheProfitOfAFutureToCashAndItsBasisToTheMark() {
    books.trade(FUTURE, Side.BUY, 100, 3, "0");
    ledger.mark(FUTURE, 104);
    ledger.markDaily(FUTURE);

    assertThat(cash()).isEqualTo(usd("10120"));
    assertThat(position(FUTURE))
        .isEqualTo(new Position(FUTURE, 3, usd("3120"), usd("120"), usd("0")));
    assertThat(ledger.equity().units()).isEqualTo(usd("10120").units());
  }

  @Test
  void theDailyMarkOfOneInstrumentLeavesTheOthers() {
    books.trade(FUTURE, Side.BUY, 100, 1, "0");
    ledger.mark(FUTURE, 104);
    ledger.markDaily(SHARE);
    Money before = cash();
    ledger.markDaily(FUTURE);

    assertThat(before).isEqualTo(usd("10000"));
    assertThat(cash()).isEqualTo(usd("10040"));
  }

  @Test
  void theDailyMarkDoesNothingToAShare() {
    books.trade(SHARE, Side.BUY, 100, 10, "0");
    ledger.mark(SHARE, 120);
    ledger.markDaily(SHARE);

    assertThat(cash()).isEqualTo(usd("9000"));
    assertThat(position(SHARE).realised()).isEqualTo(usd("0"));
  }

  @Test
  void tradesAndQuotesMarkTheirPrice() {
    EventCursor cursor = new EventCursor();
    cursor.trade(SHARE, 1, 100, 5);
    ledger.mark(cursor);
    long traded = marks.price(SHARE);
    cursor.quote(SHARE, 2, 101, 5, 104, 5);
    ledger.mark(cursor);

    assertThat(traded).isEqualTo(100);
    assertThat(marks.price(SHARE)).isEqualTo(102);
  }

  @Test
  void aFillPricesAnInstrumentThatHasNoneYetAndNoOther() {
    books.trade(SHARE, Side.BUY, 100, 1, "0");
    long first = marks.price(SHARE);
    ledger.mark(SHARE, 90);
    books.trade(SHARE, Side.BUY, 95, 1, "0");

    assertThat(first).isEqualTo(100);
    assertThat(marks.price(SHARE)).isEqualTo(90);
  }

  @Test
  void foreignProfitIsConvertedAtThePresentRate() {
    marks.rate(Currency.EUR, new BigDecimal("1.5"));
    ledger.apply(Books.fill(STOXX, EURO_FUTURE, Side.BUY, 100, 2, "4", "0", "0"));
    ledger.mark(STOXX, 110);
    long before = ledger.equity().units();
    marks.rate(Currency.EUR, new BigDecimal("2"));

    // 2 · 10 points · 10 − 4 = 196 EUR
    assertThat(before).isEqualTo(usd("10294").units());
    assertThat(ledger.equity().units()).isEqualTo(usd("10392").units());
    assertThat(ledger.holdings(0).cash()).contains(Money.of("-4", Currency.EUR));
    assertThat(ledger.exposure().units()).isEqualTo(usd("4400").units());
  }

  @Test
  void costsAddUpAndAreConverted() {
    marks.rate(Currency.EUR, BigDecimal.TWO);
    ledger.apply(Books.fill(SHARE, Books.share(), Side.BUY, 100, 1, "1", "2", "3"));
    ledger.apply(Books.fill(STOXX, EURO_FUTURE, Side.BUY, 100, 1, "10", "20", "30"));

    Costs costs = ledger.costs();

    assertThat(costs).isEqualTo(new Costs(usd("21"), usd("42"), usd("63")));
    assertThat(costs.total()).isEqualTo(usd("126"));
  }

  @Test
  void remembersThePeakAndTheSessionsStart() {
    books.trade(SHARE, Side.BUY, 100, 100, "0");
    ledger.mark(SHARE, 110);
    ledger.equity();
    ledger.moveOn(6);
    ledger.mark(SHARE, 105);
    ledger.onSessionStart();
    ledger.mark(SHARE, 99);
    Holdings holdings = ledger.holdings(7);

    assertThat(holdings.asOfNs()).isEqualTo(7);
    assertThat(holdings.peakEquity()).isEqualTo(usd("11000"));
    assertThat(holdings.sessionStartEquity()).isEqualTo(usd("10500"));
    assertThat(holdings.equity()).isEqualTo(usd("9900"));
    assertThat(holdings.drawdown()).isCloseTo(0.1, within(1e-12));
  }

  /// Long one and short the other of a pair that moves as one: what is seen between the two prices
  /// of a moment was never so.
  @Test
  void takesNoPeakFromTheMiddleOfAMoment() {
    books.trade(SHARE, Side.BUY, 100, 100, "0");
    books.trade(FUTURE, Side.SELL, 100, 10, "0");
    ledger.moveOn(1);
    ledger.mark(SHARE, 110);
    Holdings halfway = ledger.holdings(1);
    ledger.mark(FUTURE, 110);
    ledger.moveOn(2);

    Holdings after = ledger.holdings(2);

    // The share has gained 100 · 10, the future lost 10 · 10 · 10.
    assertThat(halfway.equity()).isEqualTo(usd("11000"));
    assertThat(halfway.drawdown()).isZero();
    assertThat(after.equity()).isEqualTo(usd("10000"));
    assertThat(after.peakEquity()).isEqualTo(usd("10000"));
  }

  /// Nobody looks after the last price of a moment, but somebody did before.
  @Test
  void takesThePeakFromTheEndOfAMoment() {
    books.trade(SHARE, Side.BUY, 100, 100, "0");
    ledger.moveOn(1);
    ledger.equity();
    ledger.mark(SHARE, 110);
    ledger.moveOn(2);
    ledger.mark(SHARE, 99);

    assertThat(ledger.holdings(2).peakEquity()).isEqualTo(usd("11000"));
  }

  @Test
  void exposureIsGross() {
    books.trade(SHARE, Side.SELL, 100, 5, "0");
    books.trade(FUTURE, Side.BUY, 100, 2, "0");

    assertThat(ledger.exposure().units()).isEqualTo(usd("2500").units());
    assertThat(ledger.quantity(SHARE)).isEqualTo(-5);
  }

  @Test
  void refusesCapitalInAnotherCurrency() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ledger.open(Money.of("1", Currency.EUR), marks))
        .withMessage("capital must be in the base currency USD, but was 1.00 EUR");
  }

  @Test
  void refusesToWrapAround() {
    assertThatThrownBy(() -> books.trade(SHARE, Side.BUY, 1_000_000_000, 1_000_000_000, "0"))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("±92 billion");
  }

  private Money cash() {
    return ledger.holdings(0).cash().getFirst();
  }

  private Position position(int instrument) {
    return ledger.holdings(0).position(instrument);
  }
}
