package quorate.trading.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.BrokerEvent;
import quorate.domain.JournalEntry.OrderAccepted;
import quorate.domain.JournalEntry.OrderRejected;
import quorate.domain.Order;
import quorate.domain.Side;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.order.WorkingOrder;
import quorate.trading.order.WorkingOrders;
import quorate.trading.risk.Approved;

/// A venue made of recorded events: orders rest here and each event fills what the fill kernel
/// says.
///
/// The rules are those of `docs/fills.md`. An order submitted while event *n* is worked on can fill
/// on event *n* + 1 at the earliest. An event costs three stores and a comparison when nothing
/// works on its instrument, and then allocates nothing. Deterministic. Not for use by two threads.
public final class SimulatedBroker implements Broker {
  /// Orders that may work at once unless stated otherwise.
  public static final int DEFAULT_MAX_WORKING = 1_000;

  private final Instruments instruments;
  private final int maxWorking;
  private final Pit[] pits;
  private final Map<Long, Resting> byId = new HashMap<>();
  private final ArrayDeque<BrokerEvent> said = new ArrayDeque<>();
  private final WorkingOrders working = new Working();

  private long nowNs = Long.MIN_VALUE;

  /// @param costs one for each instrument, in their order
  /// @param rules one for each instrument, in their order
  /// @param maxWorking orders that may work at once, sleeping children included; more are rejected
  public SimulatedBroker(
      Instruments instruments, List<CostModel> costs, List<FillRules> rules, int maxWorking) {
    if (costs.size() != instruments.size() || rules.size() != instruments.size()) {
      throw new IllegalArgumentException(
          "there must be one cost model and one set of fill rules for each of %d instruments, but there were %d and %d"
              .formatted(instruments.size(), costs.size(), rules.size()));
    }
    if (maxWorking < 1) {
      throw new IllegalArgumentException(
          "at least 1 order must be able to work, but the limit was " + maxWorking);
    }
    this.instruments = instruments;
    this.maxWorking = maxWorking;
    pits = new Pit[instruments.size()];
    for (int i = 0; i < pits.length; i++) {
      pits[i] = new Pit(Market.of(instruments.get(i), costs.get(i), rules.get(i)), byId, said);
    }
  }

  /// The same costs and rules for every instrument.
  public static SimulatedBroker uniform(Instruments instruments, CostModel costs, FillRules rules) {
    return new SimulatedBroker(
        instruments,
        Collections.nCopies(instruments.size(), costs),
        Collections.nCopies(instruments.size(), rules),
        DEFAULT_MAX_WORKING);
  }

  @Override
  public void submit(Approved approved) {
    Order order = approved.order();
    nowNs = Math.max(nowNs, order.createdNs());
    String problem = problemWith(order);
    if (problem != null) {
      said.add(new OrderRejected(nowNs, order.id(), problem));
      return;
    }
    pits[order.instrument()].enter(order);
    said.add(new OrderAccepted(nowNs, order.id()));
  }

  private @Nullable String problemWith(Order order) {
    Instrument instrument = instruments.get(order.instrument());
    Resting asked = new Resting(order, 0);
    if (byId.containsKey(order.id())) {
      return "order id must be new, but " + order.id() + " is working";
    }
    if (byId.size() >= maxWorking) {
      return "at most %d orders may work at once; cancel some first".formatted(maxWorking);
    }
    if (!instrument.isOnGrid(asked.price)) {
      return "price must be whole ticks of %s, but was %s (instrument \"%s\")"
          .formatted(
              instrument.formatPrice(instrument.tickSize()),
              instrument.formatPrice(asked.price),
              instrument.symbol());
    }
    if (order.quantity() % instrument.lotSize() != 0) {
      return "quantity must be whole lots of %s, but was %s (instrument \"%s\")"
          .formatted(
              instrument.formatQuantity(instrument.lotSize()),
              instrument.formatQuantity(order.quantity()),
              instrument.symbol());
    }
    Resting parent = byId.get(order.parent());
    if (order.parent() != 0
        && (parent == null || parent.order.instrument() != order.instrument())) {
      return "parent must be working on the same instrument, but order %d is not"
          .formatted(order.parent());
    }
    return null;
  }

  @Override
  public void cancel(long orderId) {
    Resting order = byId.get(orderId);
    if (order != null) {
      pits[order.order.instrument()].cancel(order, "cancelled on request", nowNs);
    }
  }

  @Override
  public void poll(BrokerEvents into) {
    while (!said.isEmpty()) {
      into.on(said.remove());
    }
  }

  @Override
  public WorkingOrders working() {
    return working;
  }

  /// Lets an event fill what it can. Call it first of all for every event of the stream.
  public void onEvent(EventCursor event) {
    nowNs = event.timeNs;
    pits[event.instrument].onEvent(event);
  }

  /// Ends a session: what is left of its DAY orders expires. One that was made at the very end, on
  /// a bar that closed then, is of the next session.
  public void onSessionEnd(int instrument, long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    pits[instrument].onSessionEnd(timeNs, nowNs);
  }

  private final class Working implements WorkingOrders {
    @Override
    public int count(int instrument) {
      return pits[instrument].book().size();
    }

    @Override
    public long buying(int instrument) {
      return pits[instrument].book().remaining(Side.BUY);
    }

    @Override
    public long selling(int instrument) {
      return pits[instrument].book().remaining(Side.SELL);
    }

    @Override
    public List<WorkingOrder> of(int instrument) {
      RestingOrders book = pits[instrument].book();
      return book.size() == 0 ? List.of() : new ArrayList<>(book.byId());
    }
  }
}
