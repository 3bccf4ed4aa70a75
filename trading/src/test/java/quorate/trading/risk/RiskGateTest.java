package quorate.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

/// Each limit at its boundary, one step below and one above. Limits: order 10, position 20,
/// notional 15,000, leverage 2, daily loss 5 %, drawdown 10 %. The share costs 100, lots of 2, tick
/// 5.
final class RiskGateTest {
  private static final int SHARE = 0;
  private static final int OTHER = 1;
  private static final Instrument LOTS_OF_TWO =
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
  private static final Instrument SINGLE =
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

  private final Instruments instruments = Instruments.of(LOTS_OF_TWO, SINGLE);
  private final Marks marks = Marks.of(instruments, Currency.USD);
  private final ListedOrders working = new ListedOrders();
  private final OrderIds ids = OrderIds.fromOne();
  private Limits limits =
      new Limits(BigDecimal.TEN, BigDecimal.valueOf(20), BigDecimal.valueOf(15_000), 2, 0.05, 0.10);
  private long[] held = {0, 0};
  private String equity = "1000000";
  private String peak = "1000000";
  private String sessionStart = "1000000";

  RiskGateTest() {
    marks.mark(SHARE, 100);
    marks.mark(OTHER, 100);
  }

  @Test
  void approvesAnOrderWithinAllLimits() {
    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
  }

  @Test
  void theApprovedOrderIsTheOneThatWasJudged() {
    Order order = market(Side.SELL, 4);

    RiskVerdict verdict = judge(order);

    assertThat(verdict.order()).isSameAs(order);
    assertThat(verdict.toString()).startsWith("Approved[");
  }

  @Test
  void wantsWholeLots() {
    assertRefused(
        judge(market(Side.BUY, 3)), "lot_size", "quantity must be whole lots of 2, but was 3");
  }

  @Test
  void wantsPricesOnTheTickGrid() {
    assertRefused(
        judge(limit(Side.BUY, 2, 101)), "tick_size", "price must be whole ticks of 5, but was 101");
    assertRefused(
        judge(Order.stop(ids.next(), SHARE, Side.BUY, 2, 99, Purpose.ENTRY, 0)),
        "tick_size",
        "price must be whole ticks of 5, but was 99");
    assertThat(judge(limit(Side.BUY, 2, 105))).isInstanceOf(Approved.class);
  }

  @Test
  void refusesOneLotBeyondTheLargestOrder() {
    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
    assertRefused(
        judge(market(Side.BUY, 12)), "max_order_size", "order must be at most 10, but was 12");
  }

  @Test
  void theOrderLimitHoldsForReducingOrdersToo() {
    held = new long[] {20, 0};

    assertRefused(judge(market(Side.SELL, 12)), "max_order_size");
  }

  @Test
  void refusesOneLotBeyondTheLargestPositionOnEitherSide() {
    held = new long[] {12, 0};
    assertThat(judge(market(Side.BUY, 8))).isInstanceOf(Approved.class);
    assertRefused(
        judge(market(Side.BUY, 10)),
        "max_position_size",
        "position must stay within ±20, but could become 22");
    held = new long[] {-12, 0};
    assertThat(judge(market(Side.SELL, 8))).isInstanceOf(Approved.class);
    assertRefused(
        judge(market(Side.SELL, 10)),
        "max_position_size",
        "position must stay within ±20, but could become -22");
  }

  @Test
  void countsWhatWorksOnTheSameSide() {
    held = new long[] {6, 0};
    working.add(limit(Side.BUY, 6, 95), 6);
    working.add(limit(Side.SELL, 8, 105), 8);

    assertThat(judge(market(Side.BUY, 8))).isInstanceOf(Approved.class);
    assertRefused(judge(market(Side.BUY, 10)), "max_position_size");
  }

  @Test
  void countsWhatIsLeftOfAWorkingOrder() {
    held = new long[] {6, 0};
    working.add(limit(Side.BUY, 10, 95), 4);

    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
  }

  @Test
  void countsAGroupOnce() {
    working.add(limit(Side.BUY, 10, 95).inGroup(7), 10);

    assertThat(judge(limit(Side.BUY, 10, 90).inGroup(7))).isInstanceOf(Approved.class);
    held = new long[] {12, 0};
    assertRefused(judge(limit(Side.BUY, 10, 90).inGroup(7)), "max_position_size");
  }

  @Test
  void anOrderLargerThanItsGroupAddsTheDifference() {
    held = new long[] {12, 0};
    working.add(limit(Side.BUY, 6, 95).inGroup(7), 6);

    assertThat(judge(limit(Side.BUY, 8, 90).inGroup(7))).isInstanceOf(Approved.class);
    assertRefused(judge(limit(Side.BUY, 10, 90).inGroup(7)), "max_position_size");
  }

  @Test
  void refusesANotionalBeyondItsLimitAndNotOneAtIt() {
    marks.mark(SHARE, 1_500);
    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
    marks.mark(SHARE, 1_501);
    assertRefused(
        judge(market(Side.BUY, 10)),
        "max_notional",
        "notional must be at most 15000 USD, but could become 15010.00000000");
  }

  @Test
  void valuesAnOrderAtItsOwnPriceWhereThatIsWorthMore() {
    marks.mark(SHARE, 1_500);

    assertThat(judge(limit(Side.BUY, 10, 1_500))).isInstanceOf(Approved.class);
    assertThat(judge(limit(Side.BUY, 10, 1_000))).isInstanceOf(Approved.class);
    assertRefused(judge(limit(Side.BUY, 10, 1_505)), "max_notional");
    assertRefused(
        judge(Order.stop(ids.next(), SHARE, Side.BUY, 10, 1_505, Purpose.ENTRY, 0)),
        "max_notional");
  }

  @Test
  void refusesLeverageBeyondItsLimitAndNotAtIt() {
    held = new long[] {0, 10};
    marks.mark(OTHER, 100);
    equity(1_000);

    // 10 · 100 of the other and 10 · 100 of this one: exactly twice the equity.
    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
    marks.mark(OTHER, 101);
    assertRefused(
        judge(market(Side.BUY, 10)),
        "max_leverage",
        "gross notional must be at most 2.0 times the equity of 1000.00 USD, but could become 2010.00000000");
  }

  @Test
  void leverageCountsShortsAndWorkingOrdersOfOthers() {
    equity(1_000);
    held = new long[] {0, -4};
    working.add(Order.limit(ids.next(), OTHER, Side.SELL, 6, 100, Purpose.ENTRY, 0), 6);
    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
    held = new long[] {0, -5};
    assertRefused(judge(market(Side.BUY, 10)), "max_leverage");
  }

  @Test
  void aLongPositionsWorkingSalesDoNotAddToLeverage() {
    equity(1_000);
    held = new long[] {0, 10};
    working.add(Order.limit(ids.next(), OTHER, Side.SELL, 20, 100, Purpose.ENTRY, 0), 20);
    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
    working.add(Order.limit(ids.next(), OTHER, Side.SELL, 1, 100, Purpose.ENTRY, 0), 1);
    assertRefused(judge(market(Side.BUY, 10)), "max_leverage");
  }

  @Test
  void withoutEquityNothingOpens() {
    equity(0);
    peak = "0";
    sessionStart = "0";

    assertThat(judge(market(Side.BUY, 2))).isInstanceOf(Refused.class);
  }

  @Test
  void leverageCountsWorkingPurchasesOfOthers() {
    equity(1_000);
    held = new long[] {0, 4};
    working.add(Order.limit(ids.next(), OTHER, Side.BUY, 6, 100, Purpose.ENTRY, 0), 6);
    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
    held = new long[] {0, 5};
    assertRefused(judge(market(Side.BUY, 10)), "max_leverage");
  }

  @Test
  void leverageCountsThePositionItselfOnce() {
    equity(1_000);
    held = new long[] {10, 0};

    assertThat(judge(market(Side.BUY, 10))).isInstanceOf(Approved.class);
    assertThat(within(20)).isEqualTo(20);
  }

  @Test
  void shortsAreWorthAsMuchAsLongs() {
    marks.mark(SHARE, 1_501);
    assertRefused(judge(market(Side.SELL, 10)), "max_notional");
    marks.mark(SHARE, 1_500);
    assertThat(judge(limit(Side.SELL, 10, 1_500))).isInstanceOf(Approved.class);
    assertRefused(judge(limit(Side.SELL, 10, 1_505)), "max_notional");
  }

  @Test
  void stopsOpeningOnceTheDaysLossReachesItsLimit() {
    equity = "950000.00000001";
    assertThat(judge(market(Side.BUY, 2))).isInstanceOf(Approved.class);
    equity = "950000";
    assertRefused(judge(market(Side.BUY, 2)), "max_daily_drawdown");
  }

  @Test
  void stopsOpeningOnceTheDrawdownReachesItsLimit() {
    sessionStart = "900000";
    equity = "900000.00000001";
    assertThat(judge(market(Side.BUY, 2))).isInstanceOf(Approved.class);
    equity = "900000";
    assertRefused(judge(market(Side.BUY, 2)), "max_drawdown");
  }

  @Test
  void aReducingOrderPassesInDrawdownOnEitherSide() {
    equity = "100000";
    held = new long[] {8, 0};
    assertThat(judge(market(Side.SELL, 8))).isInstanceOf(Approved.class);
    assertRefused(judge(market(Side.SELL, 10)), "max_daily_drawdown");
    assertRefused(judge(market(Side.BUY, 2)), "max_daily_drawdown");
    held = new long[] {-8, 0};
    assertThat(judge(market(Side.BUY, 8))).isInstanceOf(Approved.class);
    assertRefused(judge(market(Side.BUY, 10)), "max_daily_drawdown");
    assertRefused(judge(market(Side.SELL, 2)), "max_daily_drawdown");
  }

  @Test
  void whatAlreadyWorksToReduceIsCounted() {
    equity = "100000";
    held = new long[] {8, 0};
    working.add(limit(Side.SELL, 4, 105), 4);

    assertThat(judge(market(Side.SELL, 4))).isInstanceOf(Approved.class);
    assertRefused(judge(market(Side.SELL, 6)), "max_daily_drawdown");
  }

  @Test
  void aPositionBeyondALimitCanStillBeReduced() {
    held = new long[] {40, 40};
    equity(10);

    assertThat(judge(market(Side.SELL, 10))).isInstanceOf(Approved.class);
  }

  @Test
  void refusesToOpenWhatHasNoPrice() {
    Marks empty = Marks.of(instruments, Currency.USD);

    RiskVerdict verdict =
        new RiskGate(instruments, limits).check(market(Side.BUY, 2), holdings(), working, empty);

    assertRefused(verdict, "price_known", "\"SHARE\" must have a price before it is traded");
  }

  @Test
  void aWorthBeyondAllMoneyIsRefusedRatherThanThrown() {
    marks.mark(SHARE, Long.MAX_VALUE / 5 * 5);

    assertRefused(judge(market(Side.BUY, 10)), "max_notional");
  }

  @Test
  void childrenOfAWorkingEntryPassAndCountAsOneGroup() {
    Bracket bracket = bracket(10);
    working.add(bracket.entry(), 10);
    assertThat(judge(bracket.stop())).isInstanceOf(Approved.class);
    working.add(bracket.stop(), 0);

    assertThat(judge(bracket.target())).isInstanceOf(Approved.class);
  }

  @Test
  void childrenPassInDrawdown() {
    equity = "100000";
    Bracket bracket = bracket(10);
    working.add(bracket.entry(), 10);

    assertThat(judge(bracket.stop())).isInstanceOf(Approved.class);
  }

  @Test
  void refusesChildrenWithoutTheirEntry() {
    Bracket bracket = bracket(10);

    assertRefused(judge(bracket.stop()), "bracket", "parent must be working, but order 1 is not");
  }

  @Test
  void refusesChildrenLargerThanTheirEntryTogether() {
    Bracket bracket = bracket(8);
    working.add(bracket.entry(), 8);
    assertRefused(judge(bracket.stop().withQuantity(10)), "bracket");
    working.add(bracket.stop().withQuantity(4), 0);
    assertThat(judge(bracket.target().inGroup(0).withQuantity(4))).isInstanceOf(Approved.class);
    assertRefused(judge(bracket.target().inGroup(0).withQuantity(6)), "bracket");
  }

  @Test
  void refusesAChildOnItsEntrysSide() {
    Bracket bracket = bracket(8);
    working.add(bracket.entry(), 8);
    Order sameSide = limit(Side.BUY, 8, 95).childOf(bracket.entry().id());

    assertRefused(judge(sameSide), "bracket");
  }

  @Test
  void countsEachGroupOfSistersAtItsLargest() {
    Bracket bracket = bracket(10);
    working.add(bracket.entry(), 10);
    working.add(bracket.stop().withQuantity(4), 0);
    working.add(bracket.target().withQuantity(6), 0);
    Order third = limit(Side.SELL, 4, 120).childOf(1);

    assertThat(judge(third)).isInstanceOf(Approved.class);
    assertRefused(judge(third.withQuantity(6)), "bracket");
  }

  @Test
  void aTargetIsCutToWhatTheLimitsAllow() {
    assertThat(within(30)).isEqualTo(20);
    assertThat(within(-30)).isEqualTo(-20);
    assertThat(within(7)).isEqualTo(6);
    assertThat(within(0)).isZero();
    marks.mark(SHARE, 1_000);
    // 15,000 of notional buys 15, in lots of two 14.
    assertThat(within(20)).isEqualTo(14);
    assertThat(within(-20)).isEqualTo(-14);
    marks.mark(SHARE, 20_000);
    assertThat(within(20)).isZero();
    marks.mark(SHARE, 750);
    assertThat(within(20)).isEqualTo(20);
  }

  @Test
  void aTargetIsCutToTheLeverageThatOthersLeave() {
    equity(1_000);
    held = new long[] {0, -8};

    // 2 · 1000 − 800 = 1200 buys 12.
    assertThat(within(20)).isEqualTo(12);
  }

  @Test
  void aTargetOnlyMovesTowardsZeroInDrawdown() {
    equity = "100000";
    held = new long[] {8, 0};

    assertThat(within(12)).isEqualTo(8);
    assertThat(within(4)).isEqualTo(4);
    assertThat(within(-4)).isZero();
    held = new long[] {-8, 0};
    assertThat(within(-12)).isEqualTo(-8);
    assertThat(within(4)).isZero();
    sessionStart = "100000";
    assertThat(within(-12)).isEqualTo(-8);
    peak = "100000";
    assertThat(within(-12)).isEqualTo(-12);
  }

  @Test
  void countsEverySisterWithoutAGroup() {
    Bracket bracket = bracket(10);
    working.add(bracket.entry(), 10);
    working.add(bracket.stop().inGroup(0).withQuantity(4), 0);
    working.add(bracket.target().inGroup(0).withQuantity(4), 0);
    Order third = limit(Side.SELL, 2, 120).childOf(1);

    assertThat(judge(third)).isInstanceOf(Approved.class);
    assertRefused(judge(third.withQuantity(4)), "bracket");
  }

  private long within(long target) {
    return new RiskGate(instruments, limits).within(SHARE, target, holdings(), marks);
  }

  private RiskVerdict judge(Order order) {
    return new RiskGate(instruments, limits).check(order, holdings(), working, marks);
  }

  private static void assertRefused(RiskVerdict verdict, String rule) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  private static void assertRefused(RiskVerdict verdict, String rule, String reason) {
    assertRefused(verdict, rule);
    assertThat(((Refused) verdict).reason()).isEqualTo(reason);
  }

  private void equity(long whole) {
    equity = String.valueOf(whole);
    peak = equity;
    sessionStart = equity;
  }

  private Holdings holdings() {
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

  private Order market(Side side, long quantity) {
    return Order.market(ids.next(), SHARE, side, quantity, Purpose.TARGET_POSITION, 0);
  }

  private Order limit(Side side, long quantity, long price) {
    return Order.limit(ids.next(), SHARE, side, quantity, price, Purpose.ENTRY, 0);
  }

  private Bracket bracket(long quantity) {
    return Bracket.atPrices(ids, SHARE, Side.BUY, OrderTerms.MARKET, quantity, 90, 110, 0);
  }

  /// Working orders as a list of what was added.
  private static final class ListedOrders implements WorkingOrders {
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
