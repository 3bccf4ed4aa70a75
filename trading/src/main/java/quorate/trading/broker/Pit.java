package quorate.trading.broker;

import java.util.Map;
import java.util.Queue;
import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Fill;
import quorate.domain.JournalEntry.BrokerEvent;
import quorate.domain.JournalEntry.OrderCancelled;
import quorate.domain.JournalEntry.OrderExpired;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.TimeInForce;
import quorate.trading.fill.FillKernel;

/// Where the working orders of one instrument wait, and what its events do to them.
///
/// Says what happens in the order in which it happens. An event costs two stores and a comparison
/// when nothing works here.
final class Pit {
  private final Market market;
  private final Map<Long, Resting> byId;
  private final Queue<BrokerEvent> said;
  private final RestingOrders book = new RestingOrders();

  private long last = FillKernel.NONE;
  private long eventNumber;

  /// When what is worked on happens.
  private long nowNs;

  /// What the event leaves to us on each side.
  private long leftToBuy;

  private long leftToSell;

  /// @param byId the working orders of every pit, kept up to date for this one
  /// @param said hears what happens
  Pit(Market market, Map<Long, Resting> byId, Queue<BrokerEvent> said) {
    this.market = market;
    this.byId = byId;
    this.said = said;
  }

  RestingOrders book() {
    return book;
  }

  /// Lets an accepted order wait from when it arrives. A child sleeps until its parent trades.
  void enter(Order order) {
    Resting resting = new Resting(order, order.createdNs() + market.rules().latencyNs());
    resting.lastBefore = last;
    Resting parent = byId.get(order.parent());
    if (order.parent() != 0 && parent != null) {
      resting.size = Math.min(order.quantity(), parent.filled);
    }
    book.add(resting);
    byId.put(order.id(), resting);
  }

  /// Takes an order back, with its sleeping children.
  void cancel(Resting order, String reason, long atNs) {
    nowNs = atNs;
    cancel(order, reason);
    sweep();
  }

  /// DAY orders that were made before the session's end expire.
  void onSessionEnd(long endNs, long atNs) {
    nowNs = atNs;
    for (int i = 0; i < book.size(); i++) {
      Resting order = book.get(i);
      if (!order.done
          && order.order.timeInForce() == TimeInForce.DAY
          && order.order.createdNs() < endNs) {
        order.done = true;
        said.add(new OrderExpired(nowNs, order.order.id()));
        cancelSleepingChildren(order);
      }
    }
    sweep();
  }

  /// Lets an event fill what it can.
  void onEvent(EventCursor event) {
    eventNumber++;
    last = event.lastPrice();
    if (book.size() != 0) {
      nowNs = event.timeNs;
      arrive(event);
      serve(event);
    }
  }

  /// Orders that are on their way meet the last price before they arrive, which says whether they
  /// take.
  private void arrive(EventCursor event) {
    for (int i = 0; i < book.size(); i++) {
      Resting order = book.get(i);
      if (order.arrived) {
        continue;
      }
      if (FillKernel.mayTrade(order.activeFromNs, beganNs(event))) {
        arrive(order, order.lastBefore);
      } else if (event.timeNs <= order.activeFromNs) {
        order.lastBefore = event.lastPrice();
      }
    }
  }

  private static void arrive(Resting order, long lastPrice) {
    order.arrived = true;
    order.taking = FillKernel.isMarketable(order.side, order.price, lastPrice);
  }

  private static long beganNs(EventCursor event) {
    return event.kind == EventKind.BAR ? event.startNs : event.timeNs;
  }

  private void serve(EventCursor event) {
    leftToSell = market.available(event.quantity);
    leftToBuy = event.kind == EventKind.QUOTE ? market.available(event.askSize()) : leftToSell;
    if (leftToBuy == 0 && leftToSell == 0) {
      return;
    }
    long fillsBefore = said.size();
    int served = book.size();
    for (int i = 0; i < served; i++) {
      Resting order = book.get(i);
      if (order.wokenOn != eventNumber) {
        serve(order, event, event.price);
      }
    }
    if (said.size() != fillsBefore) {
      if (event.kind == EventKind.BAR) {
        serveStopsWokenInside(event);
      }
      sweep();
    }
  }

  /// Stops of brackets whose entry traded on this bar: the rest of the bar may have touched them,
  /// so they are taken to have been. Their bar opens where the entry traded.
  private void serveStopsWokenInside(EventCursor bar) {
    for (int i = 0; i < book.size(); i++) {
      Resting order = book.get(i);
      if (order.wokenOn == eventNumber && order.type == FillKernel.STOP) {
        serve(order, bar, order.wokenAt);
      }
    }
  }

  private void serve(Resting order, EventCursor event, long open) {
    if (order.done || order.remaining() == 0) {
      return;
    }
    boolean bar = event.kind == EventKind.BAR;
    if (order.wokenOn != eventNumber && !FillKernel.mayTrade(order.activeFromNs, beganNs(event))) {
      return;
    }
    int type = order.typeNow();
    long price = market.price(order, event, open);
    boolean taking = order.taking;
    order.taking = false;
    if (price == FillKernel.NONE) {
      return;
    }
    order.triggered = order.type == FillKernel.STOP;
    long quantity = Math.min(order.remaining(), order.side > 0 ? leftToBuy : leftToSell);
    if (quantity > 0) {
      long reached = bar ? FillKernel.reachedAt(type, order.side, order.price, open) : event.price;
      boolean takes = type != FillKernel.LIMIT || taking;
      fill(order, event, price, quantity, takes, reached);
    }
  }

  private void fill(
      Resting order, EventCursor event, long price, long quantity, boolean takes, long reached) {
    take(event, order.side, quantity);
    long paid = 0;
    if (takes) {
      paid = Math.max(0, order.side * (price - Market.fairPrice(event, reached)));
    }
    long slippage = Math.min(paid, market.slippage());
    order.owed += market.commission().owed(price, quantity);
    long charged = market.commission().charged(order.owed);
    said.add(
        new OrderFilled(
            nowNs,
            new Fill(
                order.order.id(),
                event.instrument,
                nowNs,
                order.order.side(),
                price,
                quantity,
                Money.ofUnits(charged - order.charged, market.instrument().currency()),
                market.notional().of(paid - slippage, quantity),
                market.notional().of(slippage, quantity))));
    order.charged = charged;
    order.filled += quantity;
    order.consumed += quantity;
    order.done = order.remaining() == 0;
    tellOthers(order, quantity, reached);
  }

  private void take(EventCursor event, int side, long quantity) {
    if (leftToBuy == Long.MAX_VALUE) {
      return;
    }
    if (event.kind != EventKind.QUOTE) {
      leftToBuy -= quantity;
      leftToSell -= quantity;
    } else if (side > 0) {
      leftToBuy -= quantity;
    } else {
      leftToSell -= quantity;
    }
  }

  /// A fill shrinks the rest of its group, wakes its children and ends its parent's entry.
  private void tellOthers(Resting traded, long quantity, long reached) {
    for (int i = 0; i < book.size(); i++) {
      Resting other = book.get(i);
      if (other == traded || other.done) {
        continue;
      }
      if (other.isInGroupOf(traded)) {
        other.consumed += quantity;
        if (other.consumed >= Math.max(other.size, 1)) {
          cancel(other, "order %d of its group traded".formatted(traded.order.id()));
        }
      }
      if (other.order.parent() == traded.order.id()) {
        wake(other, traded, reached);
      }
      if (other.order.id() == traded.order.parent()) {
        cancel(other, "order %d of its bracket traded".formatted(traded.order.id()));
      }
    }
  }

  private void wake(Resting child, Resting parent, long reached) {
    if (child.size == 0) {
      child.wokenOn = eventNumber;
      child.wokenAt = reached;
      child.activeFromNs = nowNs;
      arrive(child, last);
    }
    child.size = Math.min(child.order.quantity(), parent.filled);
  }

  private void cancel(Resting order, String reason) {
    if (!order.done) {
      order.done = true;
      said.add(new OrderCancelled(nowNs, order.order.id(), reason));
      cancelSleepingChildren(order);
    }
  }

  private void cancelSleepingChildren(Resting parent) {
    for (int i = 0; i < book.size(); i++) {
      Resting child = book.get(i);
      if (child.order.parent() == parent.order.id() && child.size == 0) {
        cancel(child, "its parent, order %d, never traded".formatted(parent.order.id()));
      }
    }
  }

  private void sweep() {
    for (int i = 0; i < book.size(); i++) {
      if (book.get(i).done) {
        byId.remove(book.get(i).order.id());
      }
    }
    book.sweep();
  }
}
