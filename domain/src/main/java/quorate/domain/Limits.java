package quorate.domain;

import java.math.BigDecimal;

/// What no member of the council can loosen.
///
/// @param maxOrderSize largest order, whole units (contracts, shares, coins); positive
/// @param maxPositionSize largest position either way, whole units; positive
/// @param maxNotional largest position's worth either way, base currency; positive
/// @param maxLeverage largest gross notional over equity; positive
/// @param maxDailyLoss largest loss since the session's open as a fraction of its first equity,
///   from which only reducing orders pass; 0 to 1
/// @param maxDrawdown largest fall from the peak as a fraction of it, from which only reducing
///   orders pass; 0 to 1
public record Limits(
    BigDecimal maxOrderSize,
    BigDecimal maxPositionSize,
    BigDecimal maxNotional,
    double maxLeverage,
    double maxDailyLoss,
    double maxDrawdown) {

  public Limits {
    positive("max_order_size", maxOrderSize.signum() > 0, maxOrderSize);
    positive("max_position_size", maxPositionSize.signum() > 0, maxPositionSize);
    positive("max_notional", maxNotional.signum() > 0, maxNotional);
    positive("max_leverage", maxLeverage > 0, maxLeverage);
    fraction("max_daily_drawdown", maxDailyLoss);
    fraction("max_drawdown", maxDrawdown);
  }

  /// Five units an order and position, ten million of notional, leverage 4, 5 % a day, 20 % in all.
  public static Limits defaults() {
    return new Limits(
        BigDecimal.valueOf(5),
        BigDecimal.valueOf(5),
        BigDecimal.valueOf(10_000_000),
        4.0,
        0.05,
        0.20);
  }

  private static void positive(String what, boolean holds, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(what + " must be positive, but was " + found);
    }
  }

  private static void fraction(String what, double found) {
    if (!(found > 0 && found <= 1)) {
      throw new IllegalArgumentException(what + " must be above 0 and at most 1, but was " + found);
    }
  }
}
