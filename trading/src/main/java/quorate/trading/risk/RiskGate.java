package quorate.trading.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.trading.order.GroupedSizes;
import quorate.trading.order.WorkingOrder;
import quorate.trading.order.WorkingOrders;
import quorate.trading.valuation.Marks;

/// The limits, applied to every order before a broker sees it.
///
/// An order is judged at its worst: as if it and everything that works on its side traded in full.
/// Every order must be of whole lots, on the tick grid and at most the order limit. An order that
/// can only *reduce* the position (or the fill of its bracket's entry) passes all other rules, so
/// that a limit never locks a position in; any other must keep position, notional and leverage
/// within limits and is refused once the day's loss or the drawdown has reached its limit.
/// Immutable, exact at every boundary: a value equal to a size limit passes, a loss equal to a loss
/// limit stops.
public final class RiskGate {
  private static final BigDecimal BEYOND_MONEY = new BigDecimal("1e40");

  /// As far below a limit that no rounding of doubles matters.
  private static final double CLEARLY = 1 - 1e-9;

  private final Instruments instruments;
  private final Limits limits;
  private final long[] maxOrder;
  private final long[] maxPosition;
  private final BigDecimal maxNotionalUnits;
  private final double maxNotionalAbout;
  private final BigDecimal maxLeverage;
  private final BigDecimal maxDailyLoss;
  private final BigDecimal maxDrawdown;

  public RiskGate(Instruments instruments, Limits limits) {
    this.instruments = instruments;
    this.limits = limits;
    maxOrder = new long[instruments.size()];
    maxPosition = new long[instruments.size()];
    for (int i = 0; i < maxOrder.length; i++) {
      maxOrder[i] = scaled(limits.maxOrderSize(), instruments.get(i));
      maxPosition[i] = scaled(limits.maxPositionSize(), instruments.get(i));
    }
    maxNotionalUnits = limits.maxNotional().movePointRight(Money.SCALE);
    maxNotionalAbout = maxNotionalUnits.doubleValue();
    maxLeverage = BigDecimal.valueOf(limits.maxLeverage());
    maxDailyLoss = BigDecimal.valueOf(limits.maxDailyLoss());
    maxDrawdown = BigDecimal.valueOf(limits.maxDrawdown());
  }

  private static long scaled(BigDecimal wholeUnits, Instrument instrument) {
    BigDecimal scaled = wholeUnits.movePointRight(instrument.quantityScale());
    return scaled
        .setScale(0, RoundingMode.DOWN)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  public Limits limits() {
    return limits;
  }

  /// The part of a target that the limits allow, whole lots: what is left of it within position,
  /// notional and leverage, and only towards zero once a loss limit is reached.
  ///
  /// Sizing with it keeps a large target from being refused as a whole; [#check] still judges the
  /// orders that follow. What cannot be valued yet does not grow.
  ///
  /// @param target signed, scaled
  public long within(int instrument, long target, Holdings holdings, Marks marks) {
    long held = holdings.position(instrument).quantity();
    if (isLost(holdings.sessionStartEquity(), holdings, maxDailyLoss)
        || isLost(holdings.peakEquity(), holdings, maxDrawdown)
        || !marks.isKnown(instrument)
        || !marks.isRateKnown(instrument)) {
      return Math.clamp(target, Math.min(0, held), Math.max(0, held));
    }
    long size = instruments.get(instrument).wholeLots(Math.abs(target));
    size = Math.min(size, instruments.get(instrument).wholeLots(maxPosition[instrument]));
    BigDecimal worth =
        BigDecimal.valueOf(holdings.equity().units())
            .multiply(maxLeverage)
            .subtract(others(instrument, holdings, WorkingOrders.none(), marks))
            .min(maxNotionalUnits);
    return Long.signum(target) * largestWorth(instrument, size, worth, marks);
  }

  /// Whether [#within] leaves the present position as it is. Allocates nothing where the position
  /// is clearly within.
  ///
  /// @param exposure gross worth of all positions at the same marks
  public boolean keeps(int instrument, Holdings holdings, Money exposure, Marks marks) {
    long held = holdings.position(instrument).quantity();
    return held == 0
        || isClearlyWithin(instrument, held, holdings, exposure, marks)
        || within(instrument, held, holdings, marks) == held;
  }

  private boolean isClearlyWithin(
      int instrument, long held, Holdings holdings, Money exposure, Marks marks) {
    double gross = exposure.units();
    return held % instruments.get(instrument).lotSize() == 0
        && Math.abs(held) <= maxPosition[instrument]
        && gross < CLEARLY * limits.maxLeverage() * holdings.equity().units()
        && Math.abs((double) marks.baseUnits(instrument, held)) < CLEARLY * maxNotionalAbout;
  }

  /// The largest whole number of lots, at most `size`, that is worth no more than `worth`.
  private long largestWorth(int instrument, long size, BigDecimal worth, Marks marks) {
    if (size == 0 || worth(instrument, Marks.UNKNOWN, size, marks).compareTo(worth) <= 0) {
      return size;
    }
    long lot = instruments.get(instrument).lotSize();
    long fits = 0;
    long tooMany = size / lot;
    while (tooMany - fits > 1) {
      long middle = (fits + tooMany) >>> 1;
      if (worth(instrument, Marks.UNKNOWN, middle * lot, marks).compareTo(worth) <= 0) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return fits * lot;
  }

  /// Judges one order.
  ///
  /// A bracket's children are judged after its entry was submitted, one by one.
  ///
  /// @param holdings of this moment
  /// @param working everything submitted before and not done
  /// @param marks last prices and rates
  public RiskVerdict check(Order order, Holdings holdings, WorkingOrders working, Marks marks) {
    Instrument instrument = instruments.get(order.instrument());
    if (order.quantity() % instrument.lotSize() != 0) {
      return refused(
          order,
          "lot_size",
          "quantity must be whole lots of %s, but was %s"
              .formatted(
                  instrument.formatQuantity(instrument.lotSize()),
                  instrument.formatQuantity(order.quantity())));
    }
    long price = priceOf(order.terms());
    if (price != Marks.UNKNOWN && !instrument.isOnGrid(price)) {
      return refused(
          order,
          "tick_size",
          "price must be whole ticks of %s, but was %s"
              .formatted(
                  instrument.formatPrice(instrument.tickSize()), instrument.formatPrice(price)));
    }
    if (order.quantity() > maxOrder[order.instrument()]) {
      return refused(
          order,
          "max_order_size",
          "order must be at most %s, but was %s"
              .formatted(
                  limits.maxOrderSize().toPlainString(),
                  instrument.formatQuantity(order.quantity())));
    }
    if (order.parent() != 0) {
      return checkChild(order, working);
    }
    long position = holdings.position(order.instrument()).quantity();
    return reduces(order, position, working)
        ? new Approved(order)
        : checkOpening(order, position, price, holdings, working, marks);
  }

  private static long priceOf(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market market -> Marks.UNKNOWN;
      case OrderTerms.Limit(long price) -> price;
      case OrderTerms.Stop(long price) -> price;
    };
  }

  /// Whether the order and all that works on its side can at most bring the position to zero.
  private static boolean reduces(Order order, long position, WorkingOrders working) {
    return Long.signum(position) == -order.side().sign()
        && withWorking(order, working) <= Math.abs(position);
  }

  /// The most that the order and all that works on its side can trade.
  private static long withWorking(Order order, WorkingOrders working) {
    GroupedSizes sizes = new GroupedSizes();
    sizes.add(order.group(), order.quantity());
    List<WorkingOrder> orders = working.of(order.instrument());
    for (WorkingOrder other : orders) {
      if (other.order().side() == order.side()) {
        sizes.add(other.order().group(), other.remaining());
      }
    }
    return sizes.sum();
  }

  /// A child may only take back what its parent fills, together with its sisters outside its group.
  private static RiskVerdict checkChild(Order child, WorkingOrders working) {
    List<WorkingOrder> orders = working.of(child.instrument());
    for (WorkingOrder candidate : orders) {
      Order parent = candidate.order();
      if (parent.id() == child.parent()) {
        long taken = withSisters(child, orders);
        return child.side() != parent.side() && taken <= parent.quantity()
            ? new Approved(child)
            : refused(
                child,
                "bracket",
                ("children must be against their parent and at most its size, but order %d with its"
                        + " sisters is %s %d against %s %d")
                    .formatted(child.id(), child.side(), taken, parent.side(), parent.quantity()));
      }
    }
    return refused(
        child, "bracket", "parent must be working, but order %d is not".formatted(child.parent()));
  }

  /// The most that the child and its parent's other children can trade.
  private static long withSisters(Order child, List<WorkingOrder> orders) {
    GroupedSizes sizes = new GroupedSizes();
    sizes.add(child.group(), child.quantity());
    for (WorkingOrder other : orders) {
      if (other.order().parent() == child.parent()) {
        sizes.add(other.order().group(), other.order().quantity());
      }
    }
    return sizes.sum();
  }

  private RiskVerdict checkOpening(
      Order order,
      long position,
      long orderPrice,
      Holdings holdings,
      WorkingOrders working,
      Marks marks) {
    Instrument instrument = instruments.get(order.instrument());
    if (!marks.isKnown(order.instrument())) {
      return refused(
          order,
          "price_known",
          "\"%s\" must have a price before it is traded".formatted(instrument.symbol()));
    }
    if (!marks.isRateKnown(order.instrument())) {
      return refused(
          order,
          "rate_known",
          "%s must have a rate into %s before \"%s\" is traded"
              .formatted(instrument.currency(), marks.base(), instrument.symbol()));
    }
    if (isLost(holdings.sessionStartEquity(), holdings, maxDailyLoss)) {
      return refused(
          order,
          "max_daily_drawdown",
          "only reducing orders pass once the day's loss is %s, and it was %s"
              .formatted(limits.maxDailyLoss(), holdings.sessionLoss()));
    }
    if (isLost(holdings.peakEquity(), holdings, maxDrawdown)) {
      return refused(
          order,
          "max_drawdown",
          "only reducing orders pass once the drawdown is %s, and it was %s"
              .formatted(limits.maxDrawdown(), holdings.drawdown()));
    }
    long worst = position + order.side().sign() * withWorking(order, working);
    if (Math.abs(worst) > maxPosition[order.instrument()]) {
      return refused(
          order,
          "max_position_size",
          "position must stay within ±%s, but could become %s"
              .formatted(
                  limits.maxPositionSize().toPlainString(), instrument.formatQuantity(worst)));
    }
    BigDecimal worth = worth(order.instrument(), orderPrice, worst, marks);
    if (worth.compareTo(maxNotionalUnits) > 0) {
      return refused(
          order,
          "max_notional",
          "notional must be at most %s %s, but could become %s"
              .formatted(
                  limits.maxNotional().toPlainString(),
                  marks.base(),
                  worth.movePointLeft(Money.SCALE).toPlainString()));
    }
    return checkLeverage(order, worth, holdings, working, marks);
  }

  /// Whether the equity has fallen from `start` by at least `fraction` of it. In exact numbers: as
  /// doubles a loss of exactly a tenth can come out a little below it.
  private static boolean isLost(Money start, Holdings holdings, BigDecimal fraction) {
    if (holdings.equity().units() >= start.units()) {
      return false;
    }
    BigDecimal lost = BigDecimal.valueOf(start.units() - holdings.equity().units());
    return lost.compareTo(BigDecimal.valueOf(start.units()).multiply(fraction)) >= 0;
  }

  private RiskVerdict checkLeverage(
      Order order, BigDecimal worth, Holdings holdings, WorkingOrders working, Marks marks) {
    BigDecimal gross = worth.add(others(order.instrument(), holdings, working, marks));
    BigDecimal equity = BigDecimal.valueOf(holdings.equity().units());
    if (gross.compareTo(equity.multiply(maxLeverage)) > 0) {
      return refused(
          order,
          "max_leverage",
          "gross notional must be at most %s times the equity of %s, but could become %s"
              .formatted(
                  limits.maxLeverage(),
                  holdings.equity(),
                  gross.movePointLeft(Money.SCALE).toPlainString()));
    }
    return new Approved(order);
  }

  /// Gross worth of all other instruments' positions, each with what works on its worse side.
  private BigDecimal others(int instrument, Holdings holdings, WorkingOrders working, Marks marks) {
    BigDecimal gross = BigDecimal.ZERO;
    for (int i = 0; i < instruments.size(); i++) {
      long held = holdings.position(i).quantity();
      long worst = Math.max(held + working.buying(i), working.selling(i) - held);
      if (i != instrument && worst != 0) {
        gross = gross.add(worth(i, Marks.UNKNOWN, worst, marks));
      }
    }
    return gross;
  }

  /// Size of a position's worth in base currency units, at the last price or the order's own,
  /// whichever is worth more; a worth beyond the range of money is beyond every limit.
  private static BigDecimal worth(int instrument, long orderPrice, long quantity, Marks marks) {
    try {
      long units = Math.abs(marks.baseUnits(instrument, quantity));
      if (orderPrice != Marks.UNKNOWN) {
        units = Math.max(units, Math.abs(marks.baseUnits(instrument, orderPrice, quantity)));
      }
      return BigDecimal.valueOf(units);
    } catch (ArithmeticException beyondMoney) {
      return BEYOND_MONEY;
    }
  }

  private static Refused refused(Order order, String rule, String reason) {
    return new Refused(order, rule, reason);
  }
}
