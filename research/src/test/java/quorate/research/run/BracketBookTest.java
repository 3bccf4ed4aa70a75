package quorate.research.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.research.performance.TradeBracket;
import quorate.research.performance.TradeBracket.Exit;
import quorate.trading.order.Bracket;
import quorate.trading.order.OrderIds;

/// Row 90 of `docs/fills.md`: bought 2 at 100.25 with a stop at 98.50 and a target at 103.00.
class BracketBookTest {
  private static final Instrument ES =
      new Instrument(
          "ES",
          "XCME",
          "equity-index",
          InstrumentKind.FUTURE,
          25,
          1,
          BigDecimal.valueOf(50),
          Currency.USD,
          2,
          0,
          "CME_EQUITY_INDEX");

  private final BracketBook book = new BracketBook(Instruments.of(ES));
  private final OrderIds ids = OrderIds.fromOne();

  @Test
  void countsTheRiskFromTheEntryToTheStop() {
    approve(Side.BUY, 9_850, 10_300);
    fill(1, Side.BUY, 10_025, 2);
    fill(3, Side.SELL, 10_300, 2);

    // (100.25 − 98.50) · 2 · 50 = 175.00
    assertThat(book.closed(0, 1))
        .contains(new TradeBracket(98.5, 103, OptionalDouble.of(175), Exit.TARGET));
  }

  @Test
  void addsTheRiskOfEachFillAndTurnsItIntoTheBaseCurrency() {
    approve(Side.SELL, 10_150, 9_700);
    fill(1, Side.SELL, 10_000, 1);
    fill(1, Side.SELL, 9_950, 1);
    fill(2, Side.BUY, 10_150, 2);

    // (1.50 + 2.00) · 50 · 1.1
    TradeBracket bracket = book.closed(0, 1.1).orElseThrow();
    assertThat(bracket.risk().orElseThrow()).isCloseTo(192.5, within(1e-9));
    assertThat(bracket.exit()).isEqualTo(Exit.STOP);
  }

  @Test
  void hasNoRiskWhereTheEntryFilledBeyondItsStop() {
    approve(Side.BUY, 9_850, 10_300);
    fill(1, Side.BUY, 9_800, 2);
    fill(2, Side.SELL, 9_775, 2);

    assertThat(book.closed(0, 1))
        .contains(new TradeBracket(98.5, 103, OptionalDouble.empty(), Exit.STOP));
  }

  @Test
  void keepsATradeApartFromTheBracketThatWaitsBehindItsClose() {
    approve(Side.BUY, 9_850, 10_300);
    fill(1, Side.BUY, 10_025, 2);
    Order close = Order.market(ids.next(), 0, Side.SELL, 2, Purpose.FLATTEN, 0);
    book.approved(close);
    approve(Side.SELL, 10_200, 9_800);

    fill(close.id(), Side.SELL, 10_050, 2);
    Optional<TradeBracket> first = book.closed(0, 1);
    fill(5, Side.SELL, 10_050, 2);
    fill(7, Side.BUY, 9_800, 2);
    Optional<TradeBracket> second = book.closed(0, 1);

    assertThat(first).contains(new TradeBracket(98.5, 103, OptionalDouble.of(175), Exit.COUNCIL));
    assertThat(second).contains(new TradeBracket(102, 98, OptionalDouble.of(150), Exit.TARGET));
  }

  @Test
  void knowsNothingOfTradesWithoutOne() {
    Order order = Order.market(1, 0, Side.BUY, 2, Purpose.TARGET_POSITION, 0);
    book.approved(order);
    fill(1, Side.BUY, 10_000, 2);

    assertThat(book.closed(0, 1)).isEmpty();
  }

  private void approve(Side side, long stop, long target) {
    Bracket.atPrices(ids, 0, side, OrderTerms.MARKET, 2, stop, target, 0)
        .orders()
        .forEach(book::approved);
  }

  private void fill(long order, Side side, long price, long quantity) {
    Money zero = Money.zero(Currency.USD);
    book.filled(new Fill(order, 0, 1, side, price, quantity, zero, zero, zero));
  }
}
