package quorate.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.Currency;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Position;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.trading.order.Bracket;
import quorate.trading.order.OrderIds;
import quorate.trading.order.WorkingOrder;
import quorate.trading.order.WorkingOrders;
import quorate.trading.valuation.Marks;

/// An account, its limits and what works, for the tests of the gate to set up and judge orders on.
///
/// Limits: order 10, position 20, notional 15,000, leverage 2, daily loss 5 %, drawdown 10 %. The
/// share costs 100, in lots of 2 and ticks of 5; the other costs 100. The equity is a million.
class GateTrial {
  static final int SHARE = 0;
  static final int OTHER = 1;
  static final Instrument LOTS_OF_TWO =
      new Instrument(
          "SHARE",
          "TEST",
          "test",
          InstrumentKind.EQUITY,
          5,
          2,
          BigDecimal.ONE,
          Currency.USD,
          0,
          0,
          "always");
  static final Instrument SINGLE =
      new Instrument(
          "OTHER",
          "TEST",
          "test",
          InstrumentKind.EQUITY,
          1,
          1,
          BigDecimal.ONE,
          Currency.USD,
          0,
          0,
          "always");

  final Instruments instruments = Instruments.of(LOTS_OF_TWO, SINGLE);
  final Marks marks = Marks.of(instruments, Currency.USD);
  final ListedOrders working = new ListedOrders();
  final OrderIds ids = OrderIds.fromOne();
  Limits limits =
      new Limits(BigDecimal.TEN, BigDecimal.valueOf(20), BigDecimal.valueOf(15_000), 2, 0.05, 0.10);
  long[] held = {0, 0};
  String equity = "1000000";
  String peak = "1000000";
  String sessionStart = "1000000";

  GateTrial() {
    marks.mark(SHARE, 100);
    marks.mark(OTHER, 100);
  }

  long within(long target) {
    return new RiskGate(instruments, limits).within(SHARE, target, holdings(), marks);
  }

  RiskVerdict judge(Order order) {
    return new RiskGate(instruments, limits).check(order, holdings(), working, marks);
  }

  static void assertRefused(RiskVerdict verdict, String rule) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  static void assertRefused(RiskVerdict verdict, String rule, String reason) {
    assertRefused(verdict, rule);
    assertThat(((Refused) verdict).reason()).isEqualTo(reason);
  }

  void equity(long whole) {
    equity = String.valueOf(whole);
    peak = equity;
    sessionStart = equity;
  }

  Holdings holdings() {
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < held.length; i++) {
      Money zero = Money.zero(Currency.USD);
      positions.add(new Position(i, held[i], zero, zero, zero));
    }
    return new Holdings(
        0,
        List.of(),
        positions,
        Money.of(equity, Currency.USD),
        Money.of(peak, Currency.USD),
        Money.of(sessionStart, Currency.USD));
  }

  Order market(Side side, long quantity) {
    return Order.market(ids.next(), SHARE, side, quantity, Purpose.TARGET_POSITION, 0);
  }

  Order limit(Side side, long quantity, long price) {
    return Order.limit(ids.next(), SHARE, side, quantity, price, Purpose.ENTRY, 0);
  }

  Bracket bracket(long quantity) {
    return Bracket.atPrices(ids, SHARE, Side.BUY, OrderTerms.MARKET, quantity, 90, 110, 0);
  }

  /// Working orders as a list of what was added.
  static final class ListedOrders implements WorkingOrders {
    private final List<WorkingOrder> all = new ArrayList<>();

    void add(Order order, long remaining) {
      all.add(new WorkingOrder(order, remaining, 0));
    }

    @Override
    public int count(int instrument) {
      return of(instrument).size();
    }

    @Override
    public long buying(int instrument) {
      return remaining(instrument, Side.BUY);
    }

    @Override
    public long selling(int instrument) {
      return remaining(instrument, Side.SELL);
    }

    private long remaining(int instrument, Side side) {
      return of(instrument).stream()
          .filter(order -> order.order().side() == side)
          .mapToLong(WorkingOrder::remaining)
          .sum();
    }

    @Override
    public List<WorkingOrder> of(int instrument) {
      return all.stream().filter(order -> order.order().instrument() == instrument).toList();
    }
  }
}
