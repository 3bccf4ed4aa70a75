package quorate.research.performance;

import java.util.Optional;
import java.util.OptionalDouble;
import quorate.domain.Instrument;
import quorate.domain.RoundTrip;
import quorate.domain.Side;

/// A round trip with its numbers as `double`s in the run's base currency, for statistics and
/// reports.
///
/// @param symbol of the instrument
/// @param side direction of the position
/// @param quantity largest size held, whole units
/// @param openedNs UTC nanoseconds of the first fill
/// @param closedNs UTC nanoseconds of the last fill
/// @param entryPrice average
/// @param exitPrice average
/// @param grossProfit before commission; spread and slippage are in the prices already
/// @param commission paid on its fills
/// @param spread paid, already in the prices
/// @param slippage paid, already in the prices
/// @param worstExcursion lowest open profit while it ran (MAE), 0 or less
/// @param bestExcursion highest open profit while it ran (MFE), 0 or more
/// @param bracket the stop and target it was entered with; empty when it had none
public record ClosedTrade(
    String symbol,
    Side side,
    double quantity,
    long openedNs,
    long closedNs,
    double entryPrice,
    double exitPrice,
    double grossProfit,
    double commission,
    double spread,
    double slippage,
    double worstExcursion,
    double bestExcursion,
    Optional<TradeBracket> bracket) {
  public ClosedTrade {
    if (closedNs < openedNs) {
      throw new IllegalArgumentException(
          "trade must close after it opens, but ran from %d to %d (instrument \"%s\")"
              .formatted(openedNs, closedNs, symbol));
    }
  }

  /// @param toBase base currency units in one unit of the instrument's currency
  /// @param bracket its risk in the base currency
  public static ClosedTrade of(
      RoundTrip trip, Instrument instrument, double toBase, Optional<TradeBracket> bracket) {
    return new ClosedTrade(
        instrument.symbol(),
        trip.side(),
        instrument.quantityAsDouble(trip.quantity()),
        trip.openedNs(),
        trip.closedNs(),
        trip.entryPrice(),
        trip.exitPrice(),
        trip.grossProfit().toDouble() * toBase,
        trip.commission().toDouble() * toBase,
        trip.spread().toDouble() * toBase,
        trip.slippage().toDouble() * toBase,
        trip.worstExcursion().toDouble() * toBase,
        trip.bestExcursion().toDouble() * toBase,
        bracket);
  }

  public double netProfit() {
    return grossProfit - commission;
  }

  public double holdingSeconds() {
    return (closedNs - openedNs) / 1e9;
  }

  /// Money that the stop put at risk when the trade was opened; empty when there was no stop, or it
  /// was opened beyond it.
  public OptionalDouble risk() {
    return bracket.map(TradeBracket::risk).orElse(OptionalDouble.empty());
  }

  /// Net profit in units of the risk taken (R).
  public OptionalDouble multipleOfRisk() {
    OptionalDouble risk = risk();
    return risk.isPresent()
        ? OptionalDouble.of(netProfit() / risk.getAsDouble())
        : OptionalDouble.empty();
  }
}
