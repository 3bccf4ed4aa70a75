package quorate.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.domain.Order;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.trading.Desk;
import quorate.trading.order.Instruction.Cancel;
import quorate.trading.order.Instruction.Submit;

/// Orders of at most 10 contracts; the first order made has number 101.
final class TargetOrdersTest {
  private static final long NOW = 77;
  private final Desk desk = Desk.frictionless();
  private final OrderIds ids = hundredGiven();
  private final TargetOrders orders = new TargetOrders(Instruments.of(Desk.ES), limits(), ids);

  private static Limits limits() {
    Limits defaults = Limits.defaults();
    return new Limits(
        BigDecimal.TEN,
        defaults.maxPositionSize(),
        defaults.maxNotional(),
        defaults.maxLeverage(),
        defaults.maxDailyLoss(),
        defaults.maxDrawdown());
  }

  @BeforeEach
  void open() {
    desk.trade("100.00", 1);
  }

  @Test
  void doesNothingAtTheTarget() {
    assertThat(toward(3, 3)).isEmpty();
    assertThat(ids.last()).isEqualTo(100);
  }

  @Test
  void buysOrSellsTheDifference() {
    assertThat(toward(5, 2)).containsExactly(new Submit(order(101, Side.BUY, 3)));
    assertThat(toward(-5, -2)).containsExactly(new Submit(order(102, Side.SELL, 3)));
    assertThat(toward(0, 4)).containsExactly(new Submit(order(103, Side.SELL, 4)));
    assertThat(toward(1, 4)).containsExactly(new Submit(order(104, Side.SELL, 3)));
  }

  @Test
  void closesAndOpensWithTwoOrders() {
    assertThat(toward(-2, 3))
        .containsExactly(
            new Submit(order(101, Side.SELL, 3)), new Submit(order(102, Side.SELL, 2)));
    assertThat(toward(2, -3))
        .containsExactly(new Submit(order(103, Side.BUY, 3)), new Submit(order(104, Side.BUY, 2)));
  }

  @Test
  void noOrderIsLargerThanTheLimit() {
    assertThat(toward(25, 0)).containsExactly(new Submit(order(101, Side.BUY, 10)));
    assertThat(toward(-25, 10))
        .containsExactly(
            new Submit(order(102, Side.SELL, 10)), new Submit(order(103, Side.SELL, 10)));
  }

  @Test
  void opensNothingBeforeTheOtherSideIsClosed() {
    assertThat(toward(-5, 11)).containsExactly(new Submit(order(101, Side.SELL, 10)));
    assertThat(toward(5, -11)).containsExactly(new Submit(order(102, Side.BUY, 10)));
  }

  @Test
  void leavesOrdersThatLeadToTheTarget() {
    desk.submit(order(1, Side.BUY, 5));

    assertThat(toward(5, 0)).isEmpty();
  }

  @Test
  void asksForWhatIsMissing() {
    desk.submit(order(1, Side.BUY, 5));

    assertThat(toward(8, 0)).containsExactly(new Submit(order(101, Side.BUY, 3)));
  }

  @Test
  void cancelsOrdersThatGoTooFarAndStartsAnew() {
    desk.submit(order(1, Side.BUY, 5));

    assertThat(toward(3, 0)).containsExactly(new Cancel(1), new Submit(order(101, Side.BUY, 3)));
  }

  @Test
  void cancelsSalesThatGoTooFar() {
    desk.submit(order(1, Side.SELL, 5));

    assertThat(toward(-3, 0)).containsExactly(new Cancel(1), new Submit(order(101, Side.SELL, 3)));
  }

  @Test
  void cancelsOrdersThatGoTheWrongWay() {
    desk.submit(order(1, Side.BUY, 5));

    assertThat(toward(0, 0)).containsExactly(new Cancel(1));
    assertThat(toward(-2, 0)).containsExactly(new Cancel(1), new Submit(order(101, Side.SELL, 2)));
  }

  @Test
  void keepsBothOrdersOfAReversalUnderWay() {
    desk.submit(order(1, Side.SELL, 3));
    desk.submit(order(2, Side.SELL, 2));

    assertThat(toward(-2, 3)).isEmpty();
  }

  @Test
  void leavesOrdersOfOtherPurposes() {
    desk.submit(Order.limit(1, 0, Side.SELL, 5, 11_000, Purpose.TAKE_PROFIT, 0));

    assertThat(toward(4, 0)).containsExactly(new Submit(order(101, Side.BUY, 4)));
  }

  @Test
  void flatteningCancelsEverythingAndCloses() {
    desk.submit(order(1, Side.BUY, 5));
    desk.submit(Order.limit(2, 0, Side.SELL, 5, 11_000, Purpose.TAKE_PROFIT, 0));

    List<Instruction> steps = orders.flatten(0, -4, desk.broker.working(), NOW);

    assertThat(steps)
        .containsExactly(
            new Cancel(1),
            new Cancel(2),
            new Submit(Order.market(101, 0, Side.BUY, 4, Purpose.FLATTEN, NOW)));
    assertThat(orders.flatten(0, 0, WorkingOrders.none(), NOW)).isEmpty();
  }

  @Test
  void reachesTheTargetThroughTheMarket() {
    for (Instruction step : toward(-6, 0)) {
      desk.submit(((Submit) step).order());
    }
    desk.trade("100.00", 4);
    List<Instruction> meanwhile =
        orders.toward(0, -6, desk.ledger.quantity(0), desk.broker.working(), NOW);
    desk.trade("100.00", 4);

    assertThat(meanwhile).isEmpty();
    assertThat(desk.ledger.quantity(0)).isEqualTo(-6);
  }

  private static OrderIds hundredGiven() {
    OrderIds ids = OrderIds.fromOne();
    LongStream.rangeClosed(1, 100).forEach(number -> assertThat(ids.next()).isEqualTo(number));
    return ids;
  }

  private List<Instruction> toward(long target, long position) {
    return orders.toward(0, target, position, desk.broker.working(), NOW);
  }

  private static Order order(long id, Side side, long quantity) {
    return Order.market(id, 0, side, quantity, Purpose.TARGET_POSITION, NOW);
  }
}
