package quorate.trading.allocation;

import quorate.domain.Decision;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.Scaled;
import quorate.trading.valuation.Marks;

/// Sizes positions so that each moves the account about as much: direction × target volatility ×
/// equity / (volatility × worth of one unit), at most `maxLeverage` × equity, in whole lots rounded
/// towards zero.
///
/// A target on the side that is already held, and nearer to the position than `band` of the target,
/// leaves the position as it is, so that small changes of price and volatility do not trade.
///
/// @param volatilityPerYear wanted standard deviation of the account's yearly return when the
///   direction is 1, as a fraction, positive
/// @param maxLeverage largest notional of one position over equity, positive
/// @param band 0 to 1, as a fraction of the target
public record VolatilityTarget(double volatilityPerYear, double maxLeverage, double band)
    implements Allocation {
  /// A series that has hardly moved is not taken to be calmer than this, so that a quiet hour does
  /// not build a giant position.
  private static final double LOWEST_VOLATILITY = 0.01;

  public VolatilityTarget {
    positive("target volatility", volatilityPerYear);
    positive("max leverage", maxLeverage);
    Band.check(band);
  }

  /// 10 % a year, leverage 1, a band of a tenth of the target.
  public static VolatilityTarget defaults() {
    return new VolatilityTarget(0.10, 1.0, Band.DEFAULT);
  }

  private static void positive(String what, double found) {
    if (!(found > 0) || Double.isInfinite(found)) {
      throw new IllegalArgumentException(what + " must be positive, but was " + found);
    }
  }

  @Override
  public long target(Decision decision, double volatilityPerYear, Holdings holdings, Marks marks) {
    int number = decision.instrument();
    long held = holdings.position(number).quantity();
    if (!decision.acts()
        || Double.isNaN(volatilityPerYear)
        || !marks.isKnown(number)
        || !marks.isRateKnown(number)) {
      return held;
    }
    return wanted(decision, volatilityPerYear, holdings, marks);
  }

  @Override
  public boolean keeps(long held, long target, long allowed) {
    return Band.holds(band, held, allowed);
  }

  private long wanted(Decision decision, double volatilityPerYear, Holdings holdings, Marks marks) {
    int number = decision.instrument();
    Instrument instrument = marks.instruments().get(number);
    long one = Scaled.power(instrument.quantityScale());
    double unitWorth = Math.abs((double) marks.baseUnits(number, one));
    double equity = holdings.equity().units();
    if (equity <= 0 || unitWorth == 0) {
      return 0;
    }
    double leverage =
        Math.abs(decision.direction())
            * this.volatilityPerYear
            / Math.max(LOWEST_VOLATILITY, volatilityPerYear);
    double units = Math.min(leverage, maxLeverage) * equity / unitWorth;
    long quantity = instrument.wholeLots((long) (units * one));
    return decision.direction() < 0 ? -quantity : quantity;
  }
}
