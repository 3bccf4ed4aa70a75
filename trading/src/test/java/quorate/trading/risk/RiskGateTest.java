package quorate.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Order;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.trading.valuation.Marks;

/// Each limit at its boundary, one step below and one above.
final class RiskGateTest extends GateTrial {
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
  void refusesToOpenWhatHasNoRateIntoTheBaseCurrency() {
    Marks inEuros = Marks.of(instruments, Currency.EUR);
    inEuros.mark(SHARE, 100);
    RiskGate gate = new RiskGate(instruments, limits);

    RiskVerdict verdict = gate.check(market(Side.BUY, 2), holdings(), working, inEuros);

    assertRefused(
        verdict, "rate_known", "USD must have a rate into EUR before \"SHARE\" is traded");
    assertThat(gate.within(SHARE, 2, holdings(), inEuros)).isZero();
    inEuros.rate(Currency.USD, BigDecimal.ONE);
    assertThat(gate.check(market(Side.BUY, 2), holdings(), working, inEuros))
        .isInstanceOf(Approved.class);
    assertThat(gate.within(SHARE, 2, holdings(), inEuros)).isEqualTo(2);
  }

  @Test
  void aWorthBeyondAllMoneyIsRefusedRatherThanThrown() {
    marks.mark(SHARE, Long.MAX_VALUE / 5 * 5);

    assertRefused(judge(market(Side.BUY, 10)), "max_notional");
  }
}
