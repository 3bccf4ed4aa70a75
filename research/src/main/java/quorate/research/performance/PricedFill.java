package quorate.research.performance;

import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.Side;

/// A fill with its numbers as `double`s, money in the run's base currency, for statistics and
/// pictures.
///
/// @param symbol of the instrument
/// @param timeNs UTC nanoseconds
/// @param side buy or sell
/// @param price as paid
/// @param quantity whole units, positive
/// @param notional price × quantity × multiplier in the base currency, in size
/// @param commission charged on top
/// @param spread already in the price
/// @param slippage already in the price
public record PricedFill(
    String symbol,
    long timeNs,
    Side side,
    double price,
    double quantity,
    double notional,
    double commission,
    double spread,
    double slippage) {

  /// @param toBase base currency units in one unit of the instrument's currency
  public static PricedFill of(Fill fill, Instrument instrument, double toBase) {
    double price = instrument.priceAsDouble(fill.price());
    double quantity = instrument.quantityAsDouble(fill.quantity());
    double multiplier = instrument.multiplier().doubleValue();
    return new PricedFill(
        instrument.symbol(),
        fill.timeNs(),
        fill.side(),
        price,
        quantity,
        Math.abs(price * quantity * multiplier * toBase),
        fill.commission().toDouble() * toBase,
        fill.spread().toDouble() * toBase,
        fill.slippage().toDouble() * toBase);
  }
}
