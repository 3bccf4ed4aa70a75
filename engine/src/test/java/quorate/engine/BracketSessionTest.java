package quorate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import quorate.domain.Decision;
import quorate.domain.EventCursor;
import quorate.domain.Fill;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.DecisionTaken;
import quorate.domain.JournalEntry.OrderApproved;
import quorate.domain.JournalEntry.OrderCancelled;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRefused;
import quorate.domain.JournalEntry.TradeClosed;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.settings.Settings;
import quorate.engine.Example.Recording;
import quorate.engine.playbook.Playbook;

/// A playbook with `execution.bracket` through the whole corridor, judged by its tape alone.
class BracketSessionTest {
  private static final int TRADES = 20_000;

  @Test
  void entersWithStopAndTargetAndLeavesByEachWay() {
    Recording tape = run(Example.bracketed());

    Map<Purpose, Integer> filled = new TreeMap<>();
    Map<Long, Order> orders = orders(tape);
    tape.of(OrderFilled.class)
        .forEach(each ->
            filled.merge(
                Objects.requireNonNull(orders.get(each.fill().orderId())).purpose(),
                1,
                Integer::sum));
    assertThat(filled.keySet())
        .containsExactlyInAnyOrder(
            Purpose.ENTRY, Purpose.STOP_LOSS, Purpose.TAKE_PROFIT, Purpose.FLATTEN);
    assertThat(filled.values()).allMatch(count -> count > 10);
    assertThat(tape.of(OrderRefused.class)).isEmpty();
  }

  @Test
  void putsTheWaysOutAtTheirMultiplesOfTheRange() {
    Recording tape = run(Example.bracketed());

    Map<Long, List<Order>> children = new HashMap<>();
    for (OrderApproved each : tape.of(OrderApproved.class)) {
      if (each.order().parent() != 0) {
        children.computeIfAbsent(each.order().parent(), id -> new ArrayList<>()).add(each.order());
      }
    }
    // Stop 2 and target 4 ranges away: the last price is a third of the way from stop to target,
    // which it can miss by the rounding of both to ticks.
    Map<Long, Long> lastPrices = lastPrices();
    assertThat(children).hasSizeGreaterThan(50);
    for (List<Order> both : children.values()) {
      long stop = ((OrderTerms.Stop) both.get(0).terms()).price();
      long target = ((OrderTerms.Limit) both.get(1).terms()).price();
      double from = stop + (target - stop) / 3.0;
      assertThat(Math.abs(from - lastPrices.getOrDefault(both.get(0).createdNs(), 0L)))
          .isLessThanOrEqualTo(1);
    }
  }

  /// The law of `docs/fills.md` over a whole run: stop and target of a trade work exactly as long
  /// as it is open, and are as large as it.
  @Test
  void leavesNoWayOutBehindAndNoPositionWithoutOne() {
    Recording tape = run(Example.bracketed());

    Map<Long, Order> orders = orders(tape);
    Set<Long> working = new HashSet<>();
    long position = 0;
    List<JournalEntry> entries = tape.entries;
    for (int i = 0; i < entries.size(); i++) {
      switch (entries.get(i)) {
        case OrderApproved approved -> working.add(approved.order().id());
        case OrderCancelled cancelled -> working.remove(cancelled.orderId());
        case OrderFilled(long timeNs, Fill fill) -> {
          position += fill.signedQuantity();
          working.remove(fill.orderId()); // without participation every fill is whole
        }
        case JournalEntry.BarClosed closed -> {
          // Before the council is asked: what worked on was settled by the event.
          long held = position;
          var ways = working.stream().map(orders::get).filter(each -> each.parent() != 0).toList();
          assertThat(ways).hasSize(held == 0 ? 0 : 2);
          assertThat(ways).allMatch(each -> each.side().sign() * each.quantity() == -held);
        }
        default -> {}
      }
    }
    assertThat(position == 0 ? working : Set.of()).isEmpty();
  }

  @Test
  void entersEachOpinionOnce() {
    Recording tape = run(Example.bracketed());

    // The council of one is always long or short, and each change of it is on the tape.
    List<Integer> sides = new ArrayList<>();
    Map<Integer, Integer> entries = new HashMap<>();
    for (JournalEntry entry : tape.entries) {
      if (entry instanceof DecisionTaken(long timeNs, Decision decision)) {
        int side = decision.acts() ? (int) Math.signum(decision.direction()) : 0;
        if (sides.isEmpty() || sides.getLast() != side) {
          sides.add(side);
        }
      } else if (entry instanceof OrderApproved(long timeNs, Order order)
          && order.purpose() == Purpose.ENTRY) {
        assertThat(order.side().sign()).isEqualTo(sides.getLast());
        entries.merge(sides.size(), 1, Integer::sum);
      }
    }
    assertThat(entries).hasSizeGreaterThan(50);
    assertThat(entries.values()).containsOnly(1);
  }

  @Test
  void turnsByClosingFirst() {
    Recording tape = run(Example.bracketed());

    // Every trade is closed by one order of its own: none goes through zero.
    assertThat(tape.of(TradeClosed.class)).hasSizeGreaterThan(50);
    assertThat(tape.of(TradeClosed.class))
        .allSatisfy(closed -> assertThat(closed.trade().quantity()).isEqualTo(5_000));
    assertThat(tape.of(OrderApproved.class))
        .allSatisfy(each -> assertThat(each.order().quantity()).isEqualTo(5_000));
  }

  @Test
  void isStoppedByALossLimitAtItsEntriesAlone() {
    Map<String, Object> settings = Example.settings();
    settings.put("risk", Map.of("max_daily_drawdown", "0.0001"));
    settings.put(
        "execution", Map.of("participation", "unlimited", "bracket", Map.of("atr_window", "5")));

    Recording tape = run(Playbook.from(Settings.of(settings)));

    // Entries are refused once the day has lost its limit, but never a way out.
    assertThat(tape.of(OrderRefused.class))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.order().purpose()).isEqualTo(Purpose.ENTRY));
  }

  private static Map<Long, Order> orders(Recording tape) {
    Map<Long, Order> orders = new HashMap<>();
    tape.of(OrderApproved.class).forEach(each -> orders.put(each.order().id(), each.order()));
    return orders;
  }

  private static Map<Long, Long> lastPrices() {
    Map<Long, Long> prices = new HashMap<>();
    var event = new EventCursor();
    try (var feed = Example.walk(TRADES)) {
      while (feed.next(event)) {
        prices.put(event.timeNs, event.price);
      }
    }
    return prices;
  }

  private static Recording run(Playbook playbook) {
    Recording tape = new Recording();
    Example.session(playbook)
        .run(Example.walk(TRADES), Example.inputs(TRADES), tape, Progress.none());
    return tape;
  }
}
