package quorate.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.EventCursor;
import quorate.domain.Fill;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.BrokerEvent;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.domain.chance.Philox;
import quorate.trading.Desk;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.order.Bracket;
import quorate.trading.order.OrderIds;
import quorate.trading.risk.Pass;

/// Laws of the simulated broker over random days, and that idle events are free.
final class BrokerLawsTest {
  private final Desk desk = Desk.frictionless();

  @Test
  void theSameOrdersAndEventsGiveTheSameFills() {
    List<BrokerEvent> first = randomDay(3);
    List<BrokerEvent> again = randomDay(3);

    assertThat(first).hasSizeGreaterThan(3_000).isEqualTo(again);
    assertThat(randomDay(4)).isNotEqualTo(first);
  }

  @Test
  void neverFillsMoreThanAnOrderOrAnEventHolds() {
    for (int seed = 0; seed < 5; seed++) {
      long[] filled = new long[200_000];
      long[] perEvent = new long[20_000];
      for (BrokerEvent event : randomDay(seed)) {
        if (event instanceof OrderFilled(long timeNs, Fill fill)) {
          filled[(int) fill.orderId()] += fill.quantity();
          perEvent[(int) timeNs] += fill.quantity();
        }
      }

      assertThat(Arrays.stream(filled).max().orElse(0)).isLessThanOrEqualTo(9);
      assertThat(Arrays.stream(perEvent).max().orElse(0)).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void eventsAllocateNothingWhileNothingFills() {
    desk.trade("100.00", 1);
    desk.submit(limit(1, Side.BUY, 1, 5_000));
    desk.submit(Order.stop(2, 0, Side.SELL, 1, 5_000, Purpose.STOP_LOSS, 0));
    EventCursor cursor = new EventCursor();
    pass(cursor, 200_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    pass(cursor, 1_000_000);

    // What asking costs itself, and nothing for the million events.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  /// Brackets and single orders of 1 to 9 contracts on 5,000 random trades of at most 20.
  private static List<BrokerEvent> randomDay(long seed) {
    RandomGenerator chance = Philox.seeded(seed);
    SimulatedBroker broker =
        SimulatedBroker.uniform(Instruments.of(Desk.ES), CostModel.none(), FillRules.defaults());
    OrderIds ids = OrderIds.fromOne();
    EventCursor cursor = new EventCursor();
    List<BrokerEvent> heard = new ArrayList<>();
    long price = 10_000;
    for (int n = 1; n <= 5_000; n++) {
      price += 25L * chance.nextInt(-4, 5);
      cursor.trade(0, n, price, chance.nextInt(0, 21));
      broker.onEvent(cursor);
      broker.poll(heard::add);
      if (chance.nextInt(3) == 0) {
        Side side = chance.nextBoolean() ? Side.BUY : Side.SELL;
        OrderTerms terms =
            chance.nextBoolean()
                ? OrderTerms.MARKET
                : new OrderTerms.Limit(price - side.sign() * 50L);
        Bracket.atTicks(ids, 0, Desk.ES, side, terms, chance.nextInt(1, 10), price, 8, 6, n)
            .orders()
            .forEach(order -> broker.submit(Pass.of(order)));
      }
      if (chance.nextInt(50) == 0) {
        broker.cancel(chance.nextLong(1, ids.last() + 2));
      }
    }
    return heard;
  }

  private void pass(EventCursor cursor, int events) {
    for (int n = 0; n < events; n++) {
      cursor.trade(0, n, 10_000 + (n & 7) * 25L, 5);
      desk.broker.onEvent(cursor);
      desk.broker.poll(event -> {});
      desk.ledger.mark(cursor);
    }
  }

  private static Order limit(long id, Side side, long quantity, long price) {
    return Order.limit(id, 0, side, quantity, price, Purpose.ENTRY, 0);
  }
}
