package quorate.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Fill;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.BrokerEvent;
import quorate.domain.JournalEntry.OrderAccepted;
import quorate.domain.JournalEntry.OrderCancelled;
import quorate.domain.JournalEntry.OrderExpired;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRejected;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.domain.TimeInForce;
import quorate.trading.Desk;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.order.Bracket;
import quorate.trading.order.OrderIds;
import quorate.trading.order.WorkingOrder;
import quorate.trading.risk.Pass;

/// What the examples of `docs/fills.md` do not show: answers and bounds.
final class SimulatedBrokerTest {
  private final Desk desk = Desk.frictionless();

  @Test
  void answersWithWhatHappenedInItsOrder() {
    desk.trade("100.00", 1);
    desk.submit(market(1, Side.BUY, 2));
    desk.trade("100.25", 5);

    assertThat(desk.said)
        .containsExactly(
            new OrderAccepted(desk.nowNs() - 1_000_000_000L, 1),
            new OrderFilled(
                desk.nowNs(),
                new Fill(1, 0, desk.nowNs(), Side.BUY, 10_025, 2, usd("0"), usd("0"), usd("0"))));
  }

  @Test
  void saysEachThingOnce() {
    List<BrokerEvent> heard = new ArrayList<>();
    desk.broker.submit(Pass.of(market(1, Side.BUY, 2)));

    desk.broker.poll(heard::add);
    desk.broker.poll(heard::add);

    assertThat(heard).hasSize(1);
  }

  @Test
  void rejectsAPriceOffTheTickGrid() {
    desk.submit(limit(1, Side.BUY, 1, 10_010));

    assertRejected("price must be whole ticks of 0.25, but was 100.10 (instrument \"ES\")");
    assertThat(desk.broker.working().count(0)).isZero();
  }

  @Test
  void rejectsAChildWithoutItsParent() {
    desk.submit(limit(2, Side.SELL, 1, 10_000).childOf(1));

    assertRejected("parent must be working on the same instrument, but order 1 is not");
  }

  @Test
  void rejectsANumberThatIsWorkingAlready() {
    desk.submit(limit(1, Side.BUY, 1, 9_900));
    desk.submit(limit(1, Side.BUY, 1, 9_800));

    assertRejected("order id must be new, but 1 is working");
  }

  @Test
  void rejectsOneOrderMoreThanMayWork() {
    Instruments one = Instruments.of(Desk.ES);
    SimulatedBroker broker =
        new SimulatedBroker(one, List.of(CostModel.none()), List.of(FillRules.defaults()), 2);
    List<BrokerEvent> heard = new ArrayList<>();

    for (int id = 1; id <= 3; id++) {
      broker.submit(Pass.of(limit(id, Side.BUY, 1, 9_900)));
    }
    broker.cancel(1);
    broker.submit(Pass.of(limit(4, Side.BUY, 1, 9_900)));
    broker.poll(heard::add);

    assertThat(heard)
        .containsExactly(
            new OrderAccepted(0, 1),
            new OrderAccepted(0, 2),
            new OrderRejected(0, 3, "at most 2 orders may work at once; cancel some first"),
            new OrderCancelled(0, 1, "cancelled on request"),
            new OrderAccepted(0, 4));
  }

  @Test
  void oneWorkingOrderIsTheLeastThatCanBeAllowed() {
    SimulatedBroker broker =
        new SimulatedBroker(
            Instruments.of(Desk.ES), List.of(CostModel.none()), List.of(FillRules.defaults()), 1);

    broker.submit(Pass.of(limit(1, Side.BUY, 1, 9_900)));

    assertThat(broker.working().count(0)).isEqualTo(1);
  }

  @Test
  void cancelsOnRequestWithTheSleepingChildren() {
    desk.trade("100.00", 1);
    Bracket bracket =
        Bracket.atPrices(
            OrderIds.fromOne(), 0, Side.BUY, new OrderTerms.Limit(9_900), 2, 9_800, 10_100, 0);
    bracket.orders().forEach(desk::submit);

    desk.broker.cancel(1);
    desk.listen();

    assertThat(desk.news())
        .containsExactly("order 1 is cancelled", "order 2 is cancelled", "order 3 is cancelled");
    assertThat(desk.said.getLast())
        .isEqualTo(new OrderCancelled(desk.nowNs(), 3, "its parent, order 1, never traded"));
    assertThat(desk.broker.working().count(0)).isZero();
  }

  @Test
  void aCancelThatComesTooLateDoesNothing() {
    desk.trade("100.00", 1);
    desk.submit(market(1, Side.BUY, 1));
    desk.trade("100.00", 1);
    int before = desk.said.size();

    desk.broker.cancel(1);
    desk.broker.cancel(99);
    desk.listen();

    assertThat(desk.said).hasSize(before);
  }

  @Test
  void knowsWhatIsWorking() {
    desk.trade("100.00", 1);
    desk.submit(limit(3, Side.BUY, 4, 9_900));
    desk.submit(limit(2, Side.BUY, 3, 9_900).inGroup(2));
    desk.submit(Order.stop(5, 0, Side.BUY, 2, 10_100, Purpose.ENTRY, 0).inGroup(2));
    desk.submit(limit(4, Side.SELL, 6, 10_100));
    desk.trade("98.00", 1);

    // Order 2 is served first and fills 1 of 3, which shrinks its group mate to 1.
    assertThat(desk.broker.working().of(0).stream().map(order -> order.order().id()))
        .containsExactly(2L, 3L, 4L, 5L);
    assertThat(desk.broker.working().of(0).stream().map(WorkingOrder::remaining))
        .containsExactly(2L, 4L, 6L, 1L);
    assertThat(desk.broker.working().of(0).getFirst().filled()).isEqualTo(1);
    assertThat(desk.broker.working().count(0)).isEqualTo(4);
    assertThat(desk.broker.working().buying(0)).isEqualTo(6);
    assertThat(desk.broker.working().selling(0)).isEqualTo(6);
  }

  @Test
  void goodTillCancelledOrdersOutliveTheSession() {
    desk.trade("100.00", 1);
    desk.submit(limit(1, Side.BUY, 1, 9_900));
    desk.submit(limit(2, Side.BUY, 1, 9_900).goodFor(TimeInForce.DAY));

    desk.sessionEnd();

    assertThat(desk.news()).containsExactly("order 2 expires");
  }

  @Test
  void anOrderMadeAtTheSessionsEndIsOfTheNext() {
    desk.trade("100.00", 1);
    desk.submit(limit(1, Side.BUY, 1, 9_900).goodFor(TimeInForce.DAY));
    long madeNs = desk.broker.working().of(0).getFirst().order().createdNs();

    desk.broker.onSessionEnd(0, madeNs);
    int stillWorking = desk.broker.working().count(0);
    desk.broker.onSessionEnd(0, madeNs + 1);

    assertThat(stillWorking).isEqualTo(1);
    assertThat(desk.broker.working().count(0)).isZero();
  }

  @Test
  void expiryCarriesTheTimeOfTheSessionsEnd() {
    desk.trade("100.00", 1);
    desk.submit(limit(1, Side.BUY, 1, 9_900).goodFor(TimeInForce.DAY));

    desk.broker.onSessionEnd(0, desk.nowNs() + 5);
    desk.listen();

    assertThat(desk.said.getLast()).isEqualTo(new OrderExpired(desk.nowNs() + 5, 1));
  }

  @Test
  void aChildThatComesAfterItsParentsFirstFillIsAwakeAtOnce() {
    desk.trade("100.00", 1);
    desk.submit(market(1, Side.BUY, 5));
    desk.trade("100.00", 2);
    desk.submit(Order.stop(2, 0, Side.SELL, 5, 9_900, Purpose.STOP_LOSS, 0).childOf(1));

    assertThat(desk.broker.working().selling(0)).isEqualTo(2);
  }

  @Test
  void refusesSettingsThatDoNotFitTheInstruments() {
    Instruments one = Instruments.of(Desk.ES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimulatedBroker(one, List.of(), List.of(FillRules.defaults()), 1))
        .withMessageContaining("for each of 1 instruments, but there were 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SimulatedBroker(one, List.of(CostModel.none()), List.of(FillRules.defaults()), 0))
        .withMessage("at least 1 order must be able to work, but the limit was 0");
  }

  private void assertRejected(String reason) {
    assertThat(desk.said.getLast())
        .isInstanceOfSatisfying(
            OrderRejected.class, rejected -> assertThat(rejected.reason()).isEqualTo(reason));
  }

  private static Order market(long id, Side side, long quantity) {
    return Order.market(id, 0, side, quantity, Purpose.TARGET_POSITION, 0);
  }

  private static Order limit(long id, Side side, long quantity, long price) {
    return Order.limit(id, 0, side, quantity, price, Purpose.ENTRY, 0);
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
