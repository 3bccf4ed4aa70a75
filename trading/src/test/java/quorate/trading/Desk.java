package quorate.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.BrokerEvent;
import quorate.domain.JournalEntry.OrderAccepted;
import quorate.domain.JournalEntry.OrderCancelled;
import quorate.domain.JournalEntry.OrderExpired;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRejected;
import quorate.domain.Limits;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.trading.broker.SimulatedBroker;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.ledger.Ledger;
import quorate.trading.risk.Approved;
import quorate.trading.risk.Pass;
import quorate.trading.risk.RiskGate;
import quorate.trading.risk.RiskVerdict;
import quorate.trading.valuation.Marks;

/// A whole trading room for tests: gate, simulated broker and ledger, wired as the engine does it.
public final class Desk {
  /// Tick 0.25, multiplier 50, whole contracts.
  public static final Instrument ES =
      new Instrument(
          "ES",
          "XCME",
          "equity-index",
          InstrumentKind.FUTURE,
          25,
          1,
          BigDecimal.valueOf(50),
          Currency.USD,
          2,
          0,
          "cme");

  public final Instruments instruments;
  public final SimulatedBroker broker;
  public final Ledger ledger;
  public final RiskGate gate;
  public final List<BrokerEvent> said = new ArrayList<>();
  private final EventCursor cursor = new EventCursor();
  private long nowNs;

  public Desk(Instruments instruments, CostModel costs, FillRules rules, Limits limits) {
    this.instruments = instruments;
    broker = SimulatedBroker.uniform(instruments, costs, rules);
    ledger = Ledger.open(Money.of("1000000", Currency.USD), Marks.of(instruments, Currency.USD));
    gate = new RiskGate(instruments, limits);
  }

  /// One ES future without costs and with limits that never bind.
  public static Desk frictionless() {
    return new Desk(Instruments.of(ES), CostModel.none(), FillRules.defaults(), wideLimits());
  }

  public static Limits wideLimits() {
    BigDecimal wide = BigDecimal.valueOf(1_000_000_000);
    return new Limits(wide, wide, BigDecimal.valueOf(90_000_000_000L), 1_000_000, 1, 1);
  }

  /// Prices as a person writes them, one second after the last event.
  public void trade(String price, long quantity) {
    nowNs += 1_000_000_000L;
    cursor.trade(0, nowNs, ES.parsePrice(price), quantity);
    happen();
  }

  /// A one-minute bar that starts where the last event was.
  public void bar(String open, String high, String low, String close, long volume) {
    bar(nowNs, open, high, low, close, volume);
  }

  /// A bar that started half a minute before the last event.
  public void earlyBar(String open, String high, String low, String close, long volume) {
    bar(nowNs - 30_000_000_000L, open, high, low, close, volume);
  }

  private void bar(long startNs, String open, String high, String low, String close, long volume) {
    nowNs = startNs + 60_000_000_000L;
    cursor.bar(
        0,
        startNs,
        nowNs,
        ES.parsePrice(open),
        ES.parsePrice(high),
        ES.parsePrice(low),
        ES.parsePrice(close),
        volume);
    happen();
  }

  public void sessionEnd() {
    broker.onSessionEnd(0, nowNs + 1);
    listen();
    ledger.markDaily(0);
    ledger.onSessionStart();
    ledger.reconcile();
  }

  public void quote(String bid, long bidSize, String ask, long askSize) {
    nowNs += 1_000_000_000L;
    cursor.quote(0, nowNs, ES.parsePrice(bid), bidSize, ES.parsePrice(ask), askSize);
    happen();
  }

  private void happen() {
    broker.onEvent(cursor);
    listen();
    ledger.mark(cursor);
  }

  public void listen() {
    broker.poll(event -> {
      said.add(event);
      if (event instanceof OrderFilled filled) {
        ledger.apply(filled.fill());
        ledger.reconcile();
      }
    });
  }

  public RiskVerdict send(Order order) {
    RiskVerdict verdict =
        gate.check(order, ledger.holdings(nowNs), broker.working(), ledger.marks());
    if (verdict instanceof Approved approved) {
      broker.submit(approved);
      listen();
    }
    return verdict;
  }

  /// Past the limits, for tests of the broker alone.
  public void submit(Order order) {
    broker.submit(Pass.of(order));
    listen();
  }

  public void send(List<Order> orders) {
    orders.forEach(this::send);
  }

  public long nowNs() {
    return nowNs;
  }

  public List<Fill> fills() {
    return said.stream()
        .filter(OrderFilled.class::isInstance)
        .map(event -> ((OrderFilled) event).fill())
        .toList();
  }

  /// What was said except acceptances, as `docs/fills.md` writes it.
  public List<String> news() {
    return said.stream()
        .filter(event -> !(event instanceof OrderAccepted))
        .map(Desk::sentence)
        .toList();
  }

  private static String sentence(BrokerEvent event) {
    return switch (event) {
      case OrderAccepted accepted -> "order %d is accepted".formatted(accepted.orderId());
      case OrderFilled(long timeNs, Fill fill) ->
          "order %d fills %d at %s"
              .formatted(fill.orderId(), fill.quantity(), ES.formatPrice(fill.price()));
      case OrderCancelled cancelled -> "order %d is cancelled".formatted(cancelled.orderId());
      case OrderExpired expired -> "order %d expires".formatted(expired.orderId());
      case OrderRejected rejected -> "order %d is rejected".formatted(rejected.orderId());
    };
  }
}
