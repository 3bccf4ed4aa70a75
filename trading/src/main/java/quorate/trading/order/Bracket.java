package quorate.trading.order;

import java.util.List;
import quorate.domain.Instrument;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.domain.TimeInForce;

/// An entry with the two ways out of it: a stop and a target that sleep until the entry trades, are
/// then as large as what it has traded, and of which one that trades shrinks the other.
///
/// @param entry parent of the other two
/// @param stop takes the loss
/// @param target takes the profit
public record Bracket(Order entry, Order stop, Order target) {
  public Bracket {
    if (stop.parent() != entry.id()
        || target.parent() != entry.id()
        || stop.group() == 0
        || stop.group() != target.group()) {
      throw new IllegalArgumentException(
          "stop and target must be children of the entry in one group, but were %s and %s (order %d)"
              .formatted(stop, target, entry.id()));
    }
    int sign = entry.side().sign();
    long stopPrice = stop.terms() instanceof OrderTerms.Stop(long price) ? price : Long.MIN_VALUE;
    long targetPrice =
        target.terms() instanceof OrderTerms.Limit(long price) ? price : Long.MIN_VALUE;
    if (stopPrice == Long.MIN_VALUE
        || targetPrice == Long.MIN_VALUE
        || sign * Long.compare(targetPrice, stopPrice) <= 0) {
      throw new IllegalArgumentException(
          "a %s bracket must have its stop on the losing side of its target, but had stop %d and target %d (order %d)"
              .formatted(entry.side(), stopPrice, targetPrice, entry.id()));
    }
  }

  /// A bracket whose ways out lie at given prices.
  ///
  /// @param terms of the entry
  /// @param quantity scaled, positive, whole lots
  /// @param stopPrice scaled, on the tick grid
  /// @param targetPrice scaled, on the tick grid
  /// @param createdNs UTC nanoseconds of the event it is made on
  public static Bracket atPrices(
      OrderIds ids,
      int instrument,
      Side side,
      OrderTerms terms,
      long quantity,
      long stopPrice,
      long targetPrice,
      long createdNs) {
    TimeInForce untilDone = TimeInForce.GOOD_TILL_CANCELLED;
    long entry = ids.next();
    long stop = ids.next();
    Side out = side.opposite();
    return new Bracket(
        new Order(
            entry, instrument, side, terms, quantity, untilDone, 0, 0, Purpose.ENTRY, createdNs),
        new Order(
            stop,
            instrument,
            out,
            new OrderTerms.Stop(stopPrice),
            quantity,
            untilDone,
            stop,
            entry,
            Purpose.STOP_LOSS,
            createdNs),
        new Order(
            ids.next(),
            instrument,
            out,
            new OrderTerms.Limit(targetPrice),
            quantity,
            untilDone,
            stop,
            entry,
            Purpose.TAKE_PROFIT,
            createdNs));
  }

  /// A bracket whose ways out lie so many ticks from a price, such as the last one.
  ///
  /// @param number of the instrument in the run
  /// @param from scaled; rounded down to the tick grid
  /// @param stopTicks distance against the position, positive
  /// @param targetTicks distance in its favour, positive
  public static Bracket atTicks(
      OrderIds ids,
      int number,
      Instrument instrument,
      Side side,
      OrderTerms terms,
      long quantity,
      long from,
      long stopTicks,
      long targetTicks,
      long createdNs) {
    if (stopTicks <= 0 || targetTicks <= 0) {
      throw new IllegalArgumentException(
          "stop and target must be at least 1 tick away, but were %d and %d (instrument \"%s\")"
              .formatted(stopTicks, targetTicks, instrument.symbol()));
    }
    long tick = instrument.tickSize();
    long grid = Math.floorDiv(from, tick) * tick;
    return atPrices(
        ids,
        number,
        side,
        terms,
        quantity,
        grid - side.sign() * stopTicks * tick,
        grid + side.sign() * targetTicks * tick,
        createdNs);
  }

  /// In the order in which they must be judged and sent.
  public List<Order> orders() {
    return List.of(entry, stop, target);
  }
}
