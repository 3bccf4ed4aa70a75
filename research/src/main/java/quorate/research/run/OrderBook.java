package quorate.research.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.domain.Order;
import quorate.research.report.OrderOutcome;
import quorate.research.report.OrderOutcome.Outcome;

/// Follows each order of a run from risk's verdict to its end. For one thread.
final class OrderBook {
  private final Map<Long, Entry> entries = new LinkedHashMap<>();

  private static final class Entry {
    private final Order order;
    private Outcome outcome;
    private long filled;
    private String reason = "";

    Entry(Order order, Outcome outcome) {
      this.order = order;
      this.outcome = outcome;
    }
  }

  void approved(Order order) {
    entries.put(order.id(), new Entry(order, Outcome.OPEN));
  }

  void refused(Order order, String reason) {
    Entry entry = new Entry(order, Outcome.REFUSED);
    entry.reason = reason;
    entries.put(order.id(), entry);
  }

  void filled(long orderId, long quantity) {
    Entry entry = entries.get(orderId);
    if (entry != null) {
      entry.filled += quantity;
      if (entry.filled >= entry.order.quantity()) {
        entry.outcome = Outcome.FILLED;
      }
    }
  }

  void ended(long orderId, Outcome outcome, String reason) {
    Entry entry = entries.get(orderId);
    if (entry != null) {
      entry.outcome = outcome;
      entry.reason = reason;
    }
  }

  List<OrderOutcome> outcomes() {
    List<OrderOutcome> outcomes = new ArrayList<>(entries.size());
    for (Entry entry : entries.values()) {
      outcomes.add(new OrderOutcome(entry.order, entry.outcome, entry.filled, entry.reason));
    }
    return outcomes;
  }
}
