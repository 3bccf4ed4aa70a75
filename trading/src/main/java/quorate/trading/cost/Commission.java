package quorate.trading.cost;

import java.math.BigDecimal;
import quorate.domain.Instrument;
import quorate.domain.Money;
import quorate.domain.Notional;
import quorate.domain.Scaled;

/// A commission rule worked out for one instrument; amounts are units of 10⁻⁸ of its currency.
///
/// What an order owes is rounded half-even once for each fill. The minimum of an order is reached
/// by its first fill and not charged again: [#owed] says what a fill adds to the order's bare sum,
/// [#charged] what the account has paid for a bare sum. Immutable, allocates nothing in the usual
/// case.
public final class Commission {
  private static final BigDecimal BASIS_POINTS_IN_ONE = BigDecimal.valueOf(10_000);

  private final Notional perFill;
  private final boolean free;
  private final boolean onNotional;
  private final long minimumPerOrder;
  private final long minimumPerFill;

  private Commission(
      Notional perFill, boolean free, boolean onNotional, CommissionRule.Minimum minimum) {
    this.perFill = perFill;
    this.free = free;
    this.onNotional = onNotional;
    this.minimumPerOrder = Scaled.exactly(minimum.perOrder(), Money.SCALE);
    this.minimumPerFill = Scaled.exactly(minimum.perFill(), Money.SCALE);
  }

  /// @throws ArithmeticException when a rate or minimum is finer than the money it is charged in
  public static Commission of(CommissionRule rule, Instrument instrument) {
    return switch (rule) {
      case CommissionRule.Free free ->
          new Commission(Notional.of(instrument), true, false, CommissionRule.Minimum.none());
      case CommissionRule.PerUnit(BigDecimal amount, CommissionRule.Minimum minimum) ->
          new Commission(Notional.of(worth(instrument, amount, 0)), false, false, minimum);
      case CommissionRule.BasisPoints(BigDecimal points, CommissionRule.Minimum minimum) ->
          new Commission(
              Notional.of(
                  worth(
                      instrument,
                      instrument.multiplier().multiply(points).divide(BASIS_POINTS_IN_ONE),
                      instrument.priceScale())),
              false,
              true,
              minimum);
    };
  }

  /// The instrument as if one point of it were worth `multiplier`: a charge is then a notional, and
  /// rounded as exactly.
  private static Instrument worth(Instrument instrument, BigDecimal multiplier, int priceScale) {
    return new Instrument(
        instrument.symbol(),
        instrument.venue(),
        instrument.sector(),
        instrument.kind(),
        instrument.tickSize(),
        instrument.lotSize(),
        multiplier,
        instrument.currency(),
        priceScale,
        instrument.quantityScale(),
        instrument.calendar());
  }

  /// What one fill adds to the bare sum of its order.
  ///
  /// @param price scaled
  /// @param quantity scaled, positive
  public long owed(long price, long quantity) {
    if (free) {
      return 0;
    }
    return Math.max(minimumPerFill, Math.abs(perFill.units(onNotional ? price : 1, quantity)));
  }

  /// What an order whose fills owe `owed` in all has paid in all.
  public long charged(long owed) {
    return Math.max(minimumPerOrder, owed);
  }
}
