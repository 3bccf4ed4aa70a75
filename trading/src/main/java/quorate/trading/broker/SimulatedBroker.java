package quorate.trading.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.BrokerEvent;
import quorate.domain.JournalEntry.OrderAccepted;
import quorate.domain.JournalEntry.OrderCancelled;
import quorate.domain.JournalEntry.OrderExpired;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRejected;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.Side;
import quorate.domain.TimeInForce;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillKernel;
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
  private final RestingOrders[] books;
  private final Market[] markets;
  private final Map<Long, Resting> byId = new HashMap<>();
  private final ArrayDeque<BrokerEvent> said = new ArrayDeque<>();
  private final WorkingOrders working = new Working();

  private final long[] last;

  private long nowNs = Long.MIN_VALUE;
  private long eventNumber;
  private long leftToBuy;
  private long leftToSell;

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
    books = new RestingOrders[instruments.size()];
    markets = new Market[instruments.size()];
    last = new long[instruments.size()];
    Arrays.fill(last, FillKernel.NONE);
    for (int i = 0; i < books.length; i++) {
      books[i] = new RestingOrders();
      markets[i] = Market.of(instruments.get(i), costs.get(i), rules.get(i));
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
    Market market = markets[order.instrument()];
    Resting resting = new Resting(order, order.createdNs() + market.rules().latencyNs());
    resting.lastBefore = last[order.instrument()];
    if (order.parent() != 0) {
      Resting parent = byId.get(order.parent());
      if (parent != null) {
        resting.size = Math.min(order.quantity(), parent.filled);
      }
    }
    books[order.instrument()].add(resting);
    byId.put(order.id(), resting);
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
      cancel(order, "cancelled on request");
      sweep(order.order.instrument());
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
    eventNumber++;
    last[event.instrument] = event.lastPrice();
    RestingOrders book = books[event.instrument];
    if (book.size() != 0) {
      arrive(book, event);
      serve(book, event);
    }
  }

  /// Ends a session: what is left of its DAY orders expires. One that was made at the very end, on
  /// a bar that closed then, is of the next session.
  public void onSessionEnd(int instrument, long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    RestingOrders book = books[instrument];
    for (int i = 0; i < book.size(); i++) {
      Resting order = book.get(i);
      if (!order.done
          && order.order.timeInForce() == TimeInForce.DAY
          && order.order.createdNs() < timeNs) {
        order.done = true;
        said.add(new OrderExpired(nowNs, order.order.id()));
        cancelSleepingChildren(order);
      }
    }
    sweep(instrument);
  }

  /// Orders that are on their way meet the last price before they arrive, which says whether they
  /// take.
  private static void arrive(RestingOrders book, EventCursor event) {
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

  private void serve(RestingOrders book, EventCursor event) {
    Market market = markets[event.instrument];
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
        serve(order, event, market, event.price);
      }
    }
    if (said.size() != fillsBefore) {
      if (event.kind == EventKind.BAR) {
        serveStopsWokenInside(book, event, market);
      }
      sweep(event.instrument);
    }
  }

  /// Stops of brackets whose entry traded on this bar: the rest of the bar may have touched them,
  /// so they are taken to have been. Their bar opens where the entry traded.
  private void serveStopsWokenInside(RestingOrders book, EventCursor bar, Market market) {
    for (int i = 0; i < book.size(); i++) {
      Resting order = book.get(i);
      if (order.wokenOn == eventNumber && order.type == FillKernel.STOP) {
        serve(order, bar, market, order.wokenAt);
      }
    }
  }

  private void serve(Resting order, EventCursor event, Market market, long open) {
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
      fill(order, event, market, price, quantity, takes, reached);
    }
  }

  private void fill(
      Resting order,
      EventCursor event,
      Market market,
      long price,
      long quantity,
      boolean takes,
      long reached) {
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
    RestingOrders book = books[traded.order.instrument()];
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
      arrive(child, last[child.order.instrument()]);
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
    RestingOrders book = books[parent.order.instrument()];
    for (int i = 0; i < book.size(); i++) {
      Resting child = book.get(i);
      if (child.order.parent() == parent.order.id() && child.size == 0) {
        cancel(child, "its parent, order %d, never traded".formatted(parent.order.id()));
      }
    }
  }

  private void sweep(int instrument) {
    RestingOrders book = books[instrument];
    for (int i = 0; i < book.size(); i++) {
      if (book.get(i).done) {
        byId.remove(book.get(i).order.id());
      }
    }
    book.sweep();
  }

  private final class Working implements WorkingOrders {
    @Override
    public int count(int instrument) {
      return books[instrument].size();
    }

    @Override
    public long buying(int instrument) {
      return books[instrument].remaining(Side.BUY);
    }

    @Override
    public long selling(int instrument) {
      return books[instrument].remaining(Side.SELL);
    }

    @Override
    public List<WorkingOrder> of(int instrument) {
      return books[instrument].size() == 0 ? List.of() : new ArrayList<>(books[instrument].byId());
    }
  }
}
