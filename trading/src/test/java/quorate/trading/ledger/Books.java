package quorate.trading.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import quorate.domain.Currency;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.trading.valuation.Marks;

/// Instruments and fills for the ledger's tests, and a ledger of ten thousand dollars to book them
/// in.
final class Books {
  static final Currency JPY = Currency.of("JPY");
  static final int SHARE = 0;
  static final int FUTURE = 1;
  static final int STOXX = 2;
  static final Instrument EURO_FUTURE =
      instrument("STOXX", InstrumentKind.FUTURE, "10", Currency.EUR, 0, 0);

  private final Instruments instruments = Instruments.of(share(), future(), EURO_FUTURE);
  final Marks marks = Marks.of(instruments, Currency.USD);
  final Ledger ledger = Ledger.open(usd("10000"), marks);

  /// Books a fill, after which the books must reconcile.
  Optional<RoundTrip> trade(
      int instrument, Side side, long price, long quantity, String commission) {
    Optional<RoundTrip> closed =
        ledger.apply(
            fill(
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

  static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }

  static Instrument instrument(
      String symbol,
      InstrumentKind kind,
      String multiplier,
      Currency currency,
      int priceScale,
      int quantityScale) {
    return new Instrument(
        symbol,
        "TEST",
        "test",
        kind,
        1,
        1,
        new BigDecimal(multiplier),
        currency,
        priceScale,
        quantityScale,
        "always");
  }

  /// A share in whole dollars.
  static Instrument share() {
    return instrument("SHARE", InstrumentKind.EQUITY, "1", Currency.USD, 0, 0);
  }

  /// A future worth ten dollars a point.
  static Instrument future() {
    return instrument("FUTURE", InstrumentKind.FUTURE, "10", Currency.USD, 0, 0);
  }

  /// A fill with costs in whole units of the currency.
  static Fill fill(
      int instrument,
      Instrument of,
      Side side,
      long price,
      long quantity,
      String commission,
      String spread,
      String slippage) {
    return new Fill(
        1,
        instrument,
        price,
        side,
        price,
        quantity,
        Money.of(commission, of.currency()),
        Money.of(spread, of.currency()),
        Money.of(slippage, of.currency()));
  }
}
