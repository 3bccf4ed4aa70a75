package quorate.trading.broker;

import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.trading.fill.FillKernel;

/// One order in the simulated venue, with how far it has come.
final class Resting {
  final Order order;
  final int side;
  final int type;
  final long price;

  /// When it reached the market; for a child the event that woke it.
  long activeFromNs;

  /// How large it may become in all: its own quantity, for a child at most its parent's fills.
  long size;

  /// Filled by itself or by another order of its group.
  long consumed;

  long filled;

  /// Whether it has reached the market, and the last price before it did.
  boolean arrived;

  long lastBefore;

  /// Whether it was marketable when it arrived and no event could fill it since.
  boolean taking;

  /// A stop that has been touched and now trades at the market.
  boolean triggered;

  boolean done;

  /// The event that woke it, and where inside that event's bar its parent began to trade.
  long wokenOn;

  long wokenAt;

  /// Bare commission of its fills and what was charged for them.
  long owed;

  long charged;

  Resting(Order order, long activeFromNs) {
    this.order = order;
    this.activeFromNs = activeFromNs;
    side = order.side().sign();
    type = typeOf(order.terms());
    price = priceOf(order.terms());
    size = order.parent() == 0 ? order.quantity() : 0;
  }

  private static int typeOf(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market market -> FillKernel.MARKET;
      case OrderTerms.Stop stop -> FillKernel.STOP;
      case OrderTerms.Limit limit -> FillKernel.LIMIT;
    };
  }

  private static long priceOf(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market market -> 0;
      case OrderTerms.Stop(long trigger) -> trigger;
      case OrderTerms.Limit(long limit) -> limit;
    };
  }

  /// What may still trade.
  long remaining() {
    return Math.max(0, size - consumed);
  }

  /// How the kernel sees it now.
  int typeNow() {
    return triggered ? FillKernel.MARKET : type;
  }

  boolean isInGroupOf(Resting other) {
    return order.group() != 0 && order.group() == other.order.group();
  }

  /// Whether it is served before `other` on one event: markets, then stops, then limits, each by
  /// id.
  boolean isBefore(Resting other) {
    return type != other.type ? type < other.type : order.id() < other.order.id();
  }
}
