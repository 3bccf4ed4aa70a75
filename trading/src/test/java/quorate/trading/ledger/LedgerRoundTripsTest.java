package quorate.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static quorate.trading.ledger.Books.FUTURE;
import static quorate.trading.ledger.Books.SHARE;
import static quorate.trading.ledger.Books.usd;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorate.domain.EventCursor;
import quorate.domain.Money;
import quorate.domain.Position;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.trading.valuation.Marks;

/// What the ledger says of a position from its entry to its exit. Amounts in the comments are whole
/// dollars.
final class LedgerRoundTripsTest {
  private final Books books = new Books();
  private final Marks marks = books.marks;
  private final Ledger ledger = books.ledger;

  @Test
  void aRoundTripCountsItsProfitAcrossDailyMarks() {
    books.trade(FUTURE, Side.BUY, 100, 2, "1");
    ledger.mark(FUTURE, 104);
    ledger.markDaily(FUTURE);
    RoundTrip trip = books.trade(FUTURE, Side.SELL, 103, 2, "1").orElseThrow();

    // (103 − 100) · 2 · 10 = 60, although the last day alone lost 20.
    assertThat(trip.grossProfit()).isEqualTo(usd("60"));
    assertThat(trip.netProfit()).isEqualTo(usd("58"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("80"));
    assertThat(trip.worstExcursion()).isEqualTo(usd("0"));
    assertThat(cash()).isEqualTo(usd("10058"));
  }

  @Test
  void aFillThroughZeroClosesOneTripAndOpensTheNext() {
    books.trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip first =
        ledger
            .apply(Books.fill(SHARE, Books.share(), Side.SELL, 110, 25, "5", "2.5", "7.5"))
            .orElseThrow();
    RoundTrip second = books.trade(SHARE, Side.BUY, 100, 15, "0").orElseThrow();

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
    books.trade(SHARE, Side.SELL, 100, 10, "1");
    books.trade(SHARE, Side.SELL, 110, 30, "1");
    Optional<RoundTrip> halfway = books.trade(SHARE, Side.BUY, 90, 20, "1");
    RoundTrip trip = books.trade(SHARE, Side.BUY, 80, 20, "1").orElseThrow();

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
    books.trade(SHARE, Side.BUY, 100, 10, "0");
    ledger.mark(SHARE, 93);
    ledger.mark(SHARE, 121);
    books.trade(SHARE, Side.SELL, 110, 5, "0");
    ledger.mark(SHARE, 140);
    ledger.mark(SHARE, 105);
    RoundTrip trip = books.trade(SHARE, Side.SELL, 115, 5, "0").orElseThrow();

    // Worst: 10 · −7. Best: 5 · 10 already taken and 5 · 40 open.
    assertThat(trip.worstExcursion()).isEqualTo(usd("-70"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("250"));
  }

  @Test
  void theExitItselfIsAnExcursion() {
    books.trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip loss = books.trade(SHARE, Side.SELL, 80, 10, "0").orElseThrow();
    books.trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip gain = books.trade(SHARE, Side.SELL, 130, 10, "0").orElseThrow();

    assertThat(loss.worstExcursion()).isEqualTo(usd("-200"));
    assertThat(loss.bestExcursion()).isEqualTo(usd("0"));
    assertThat(gain.worstExcursion()).isEqualTo(usd("0"));
    assertThat(gain.bestExcursion()).isEqualTo(usd("300"));
  }

  @Test
  void anotherEntrysPriceIsAnExcursion() {
    books.trade(SHARE, Side.BUY, 100, 1, "0");
    books.trade(SHARE, Side.BUY, 120, 1, "0");
    RoundTrip trip = books.trade(SHARE, Side.SELL, 90, 2, "0").orElseThrow();

    // At 120 the first share had gained 20; in the end both had lost 10 and 30.
    assertThat(trip.bestExcursion()).isEqualTo(usd("20"));
    assertThat(trip.worstExcursion()).isEqualTo(usd("-40"));
  }

  @Test
  void pricesBeforeTheEntryAreNoExcursions() {
    ledger.mark(SHARE, 1);
    ledger.mark(SHARE, 1_000);
    books.trade(SHARE, Side.BUY, 100, 10, "0");
    RoundTrip trip = books.trade(SHARE, Side.SELL, 101, 10, "0").orElseThrow();

    assertThat(trip.worstExcursion()).isEqualTo(usd("0"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("10"));
  }

  @Test
  void aBarMarksItsLowHighAndClose() {
    EventCursor cursor = new EventCursor();
    books.trade(SHARE, Side.BUY, 100, 1, "0");
    cursor.bar(SHARE, 0, 1, 100, 120, 90, 105, 7);
    ledger.mark(cursor);
    RoundTrip trip = books.trade(SHARE, Side.SELL, 100, 1, "0").orElseThrow();

    assertThat(marks.price(SHARE)).isEqualTo(105);
    assertThat(trip.worstExcursion()).isEqualTo(usd("-10"));
    assertThat(trip.bestExcursion()).isEqualTo(usd("20"));
  }

  private Money cash() {
    return ledger.holdings(0).cash().getFirst();
  }

  private Position position(int instrument) {
    return ledger.holdings(0).position(instrument);
  }
}
