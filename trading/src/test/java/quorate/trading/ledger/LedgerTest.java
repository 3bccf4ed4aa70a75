package quorate.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.Position;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.trading.valuation.Marks;

/// Amounts in the comments are whole dollars unless stated otherwise.
final class LedgerTest {
  private static final int SHARE = 0;
  private static final int FUTURE = 1;
  private static final int STOXX = 2;
  private static final Instrument EURO_FUTURE =
      Books.instrument("STOXX", InstrumentKind.FUTURE, "10", Currency.EUR, 0, 0);

  private final Instruments instruments =
      Instruments.of(Books.share(), Books.future(), EURO_FUTURE);
  private final Marks marks = Marks.of(instruments, Currency.USD);
  private final Ledger ledger = Ledger.open(usd("10000"), marks);

  @Test
  void aNewLedgerHoldsItsCapitalAndNothingElse() {
    assertThat(cash()).isEqualTo(usd("10000"));
    assertThat(position(STOXX)).isEqualTo(Position.flat(STOXX, Currency.EUR));
    assertThat(ledger.holdings(0).equity()).isEqualTo(usd("10000"));
  }

  @Test
  void buyingAShareTakesItsNotionalAndCommissionFromCash() {
    trade(SHARE, Side.BUY, 100, 10, "3");

    assertThat(cash()).isEqualTo(usd("8997"));
    assertThat(position(SHARE)).isEqualTo(new Position(SHARE, 10, usd("1000"), usd("0"), usd("3")));
    assertThat(ledger.equity().units()).isEqualTo(usd("9997").units());
  }

  @Test
  void sellingAShareShortBringsItsNotional() {
    trade(SHARE, Side.SELL, 100, 10, "0");
    ledger.mark(SHARE, 90);

    assertThat(cash()).isEqualTo(usd("11000"));
    assertThat(position(SHARE).basis()).isEqualTo(usd("-1000"));
    assertThat(ledger.equity().units()).isEqualTo(usd("10100").units());
  }

  @Test
  void addingAveragesTheBasisAndClosingInPartTakesItsShare() {
    trade(SHARE, Side.BUY, 100, 10, "0");
    trade(SHARE, Side.BUY, 130, 20, "0");
    trade(SHARE, Side.SELL, 150, 15, "0");

    // Basis 1000 + 2600 = 3600 of 30; half of it is 1800 against 15 · 150 = 2250.
    assertThat(position(SHARE))
        .isEqualTo(new Position(SHARE, 15, usd("1800"), usd("450"), usd("0")));
  }

  @Test
  void aShareOfTheBasisThatDoesNotDivideLeavesTheRestOpen() {
    trade(SHARE, Side.BUY, 10, 2, "0");
    trade(SHARE, Side.BUY, 11, 1, "0");
    trade(SHARE, Side.SELL, 10, 2, "0");

    // 31 · 2/3 = 20.66666667 (rounded), 31 − that = 10.33333333 stays; realised 20 − 20.66666667.
    assertThat(position(SHARE).basis()).isEqualTo(usd("10.33333333"));
    assertThat(position(SHARE).realised()).isEqualTo(usd("-0.66666667"));
    trade(SHARE, Side.SELL, 10, 1, "0");
    assertThat(position(SHARE).basis()).isEqualTo(usd("0"));
    assertThat(position(SHARE).realised()).isEqualTo(usd("-1"));
  }

  @Test
  void aFuturePaysNoNotional() {
    trade(FUTURE, Side.BUY, 100, 3, "2");
    ledger.mark(FUTURE, 104);

    // 3 contracts · 4 points · 10
    assertThat(cash()).isEqualTo(usd("9998"));
    assertThat(ledger.equity().units()).isEqualTo(usd("10118").units());
  }

  @Test
  void closingAFutureMovesItsProfitToCash() {
    trade(FUTURE, Side.SELL, 100, 3, "0");
    trade(FUTURE, Side.BUY, 90, 1, "0");

    assertThat(cash()).isEqualTo(usd("10100"));
    assertThat(position(FUTURE))
        .isEqualTo(new Position(FUTURE, -2, usd("-2000"), usd("100"), usd("0")));
  }

  @Test
  void theDailyMarkMovesTheProfitOfAFutureToCashAndItsBasisToTheMark() {
    trade(FUTURE, Side.BUY, 100, 3, "0");
    ledger.mark(FUTURE, 104);
    ledger.markDaily(FUTURE);

    assertThat(cash()).isEqualTo(usd("10120"));
    assertThat(position(FUTURE))
        .isEqualTo(new Position(FUTURE, 3, usd("3120"), usd("120"), usd("0")));
    assertThat(ledger.equity().units()).isEqualTo(usd("10120").units());
  }

  @Test
  void theDailyMarkOfOneInstrumentLeavesTheOthers() {
    trade(FUTURE, Side.BUY, 100, 1, "0");
    ledger.mark(FUTURE, 104);
    ledger.markDaily(SHARE);
    Money before = cash();
    ledger.markDaily(FUTURE);

    assertThat(before).isEqualTo(usd("10000"));
    assertThat(cash()).isEqualTo(usd("10040"));
  }

  @Test
  void theDailyMarkDoesNothingToAShare() {
    trade(SHARE, Side.BUY, 100, 10, "0");
    ledger.mark(SHARE, 120);
    ledger.markDaily(SHARE);

    assertThat(cash()).isEqualTo(usd("9000"));
    assertThat(position(SHARE).realised()).isEqualTo(usd("0"));
  }

  @Test
  void aRoundTripCountsItsProfitAcrossDailyMarks() {
    trade(FUTURE, Side.BUY, 100, 2, "1");
    ledger.mark(FUTURE, 104);
    ledger.markDaily(FUTURE);
    RoundTrip trip = trade(FUTURE, Side.SELL, 103, 2, "1").orElseThrow();

    // (103 − 100) · 2 · 10 = 60, although the last day alone lost 20.
    assertThat(trip.grossProfit()).isEqualTo(usd("60"));
    assertThat(trip.netProfit()).isEqualTo(usd("58"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("80"));
    assertThat(trip.worstExcursion()).isEqualTo(usd("0"));
    assertThat(cash()).isEqualTo(usd("10058"));
  }

  @Test
  void aFillThroughZeroClosesOneTripAndOpensTheNext() {
    trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip first =
        ledger
            .apply(Books.fill(SHARE, Books.share(), Side.SELL, 110, 25, "5", "2.5", "7.5"))
            .orElseThrow();
    RoundTrip second = trade(SHARE, Side.BUY, 100, 15, "0").orElseThrow();

    // 10 of the 25 close: 2/5 of the costs are theirs.
    assertThat(first.grossProfit()).isEqualTo(usd("100"));
    assertThat(first.commission()).isEqualTo(usd("2"));
    assertThat(first.spread()).isEqualTo(usd("1"));
    assertThat(first.slippage()).isEqualTo(usd("3"));
    assertThat(first.exitPrice()).isEqualTo(110);
    assertThat(second.side()).isEqualTo(Side.SELL);
    assertThat(second.quantity()).isEqualTo(15);
    assertThat(second.grossProfit()).isEqualTo(usd("150"));
    assertThat(second.commission()).isEqualTo(usd("3"));
    assertThat(second.spread()).isEqualTo(usd("1.5"));
    assertThat(second.slippage()).isEqualTo(usd("4.5"));
    assertThat(second.openedNs()).isEqualTo(110);
    assertThat(position(SHARE).realised()).isEqualTo(usd("250"));
  }

  @Test
  void aRoundTripSaysHowItWent() {
    trade(SHARE, Side.SELL, 100, 10, "1");
    trade(SHARE, Side.SELL, 110, 30, "1");
    Optional<RoundTrip> halfway = trade(SHARE, Side.BUY, 90, 20, "1");
    RoundTrip trip = trade(SHARE, Side.BUY, 80, 20, "1").orElseThrow();

    // Sold 10 · 100 + 30 · 110 = 4300, bought back for 20 · 90 + 20 · 80 = 3400.
    assertThat(halfway).isEmpty();
    assertThat(trip.side()).isEqualTo(Side.SELL);
    assertThat(trip.quantity()).isEqualTo(40);
    assertThat(trip.entryPrice()).isEqualTo(107.5);
    assertThat(trip.exitPrice()).isEqualTo(85);
    assertThat(trip.grossProfit()).isEqualTo(usd("900"));
    assertThat(trip.commission()).isEqualTo(usd("4"));
    assertThat(trip.openedNs()).isEqualTo(100);
    assertThat(trip.closedNs()).isEqualTo(80);
  }

  @Test
  void excursionsAreTheExtremesOfTheOpenProfit() {
    trade(SHARE, Side.BUY, 100, 10, "0");
    ledger.mark(SHARE, 93);
    ledger.mark(SHARE, 121);
    trade(SHARE, Side.SELL, 110, 5, "0");
    ledger.mark(SHARE, 140);
    ledger.mark(SHARE, 105);
    RoundTrip trip = trade(SHARE, Side.SELL, 115, 5, "0").orElseThrow();

    // Worst: 10 · −7. Best: 5 · 10 already taken and 5 · 40 open.
    assertThat(trip.worstExcursion()).isEqualTo(usd("-70"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("250"));
  }

  @Test
  void theExitItselfIsAnExcursion() {
    trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip loss = trade(SHARE, Side.SELL, 80, 10, "0").orElseThrow();
    trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip gain = trade(SHARE, Side.SELL, 130, 10, "0").orElseThrow();

    assertThat(loss.worstExcursion()).isEqualTo(usd("-200"));
    assertThat(loss.bestExcursion()).isEqualTo(usd("0"));
    assertThat(gain.worstExcursion()).isEqualTo(usd("0"));
    assertThat(gain.bestExcursion()).isEqualTo(usd("300"));
  }

  @Test
  void anotherEntrysPriceIsAnExcursion() {
    trade(SHARE, Side.BUY, 100, 1, "0");
    trade(SHARE, Side.BUY, 120, 1, "0");
    RoundTrip trip = trade(SHARE, Side.SELL, 90, 2, "0").orElseThrow();

    // At 120 the first share had gained 20; in the end both had lost 10 and 30.
    assertThat(trip.bestExcursion()).isEqualTo(usd("20"));
    assertThat(trip.worstExcursion()).isEqualTo(usd("-40"));
  }

  @Test
  void pricesBeforeTheEntryAreNoExcursions() {
    ledger.mark(SHARE, 1);
    ledger.mark(SHARE, 1_000);
    trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip trip = trade(SHARE, Side.SELL, 101, 10, "0").orElseThrow();

    assertThat(trip.worstExcursion()).isEqualTo(usd("0"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("10"));
  }

  @Test
  void aBarMarksItsLowHighAndClose() {
    EventCursor cursor = new EventCursor();
    trade(SHARE, Side.BUY, 100, 1, "0");
    cursor.bar(SHARE, 0, 1, 100, 120, 90, 105, 7);
    ledger.mark(cursor);
    RoundTrip trip = trade(SHARE, Side.SELL, 100, 1, "0").orElseThrow();

    assertThat(marks.price(SHARE)).isEqualTo(105);
    assertThat(trip.worstExcursion()).isEqualTo(usd("-10"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("20"));
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
    trade(SHARE, Side.BUY, 100, 1, "0");
    long first = marks.price(SHARE);
    ledger.mark(SHARE, 90);
    trade(SHARE, Side.BUY, 95, 1, "0");

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
    trade(SHARE, Side.BUY, 100, 100, "0");
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
    trade(SHARE, Side.BUY, 100, 100, "0");
    trade(FUTURE, Side.SELL, 100, 10, "0");
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
    trade(SHARE, Side.BUY, 100, 100, "0");
    ledger.moveOn(1);
    ledger.equity();
    ledger.mark(SHARE, 110);
    ledger.moveOn(2);
    ledger.mark(SHARE, 99);

    assertThat(ledger.holdings(2).peakEquity()).isEqualTo(usd("11000"));
  }

  @Test
  void exposureIsGross() {
    trade(SHARE, Side.SELL, 100, 5, "0");
    trade(FUTURE, Side.BUY, 100, 2, "0");

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
    assertThatThrownBy(() -> trade(SHARE, Side.BUY, 1_000_000_000, 1_000_000_000, "0"))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("±92 billion");
  }

  private Optional<RoundTrip> trade(
      int instrument, Side side, long price, long quantity, String commission) {
    Optional<RoundTrip> closed =
        ledger.apply(
            Books.fill(
                instrument,
                instruments.get(instrument),
                side,
                price,
                quantity,
                commission,
                "0",
                "0"));
    ledger.reconcile();
    return closed;
  }

  private Money cash() {
    return ledger.holdings(0).cash().getFirst();
  }

  private Position position(int instrument) {
    return ledger.holdings(0).position(instrument);
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
