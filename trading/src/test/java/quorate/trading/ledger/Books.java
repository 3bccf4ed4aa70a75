package quorate.trading.ledger;

import java.math.BigDecimal;
import quorate.domain.Currency;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Money;
import quorate.domain.Side;

/// Instruments and fills for the ledger's tests.
final class Books {
  static final Currency JPY = Currency.of("JPY");

  private Books() {}

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
