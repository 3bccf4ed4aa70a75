package quorate.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Fill;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.trading.Desk;
import quorate.trading.cost.CommissionRule;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;

/// What a fill says that it has cost.
final class FillCostsTest {
  @Test
  void statesSpreadSlippageAndCommissionOfATrade() {
    Desk costly = costing(2, 1, CommissionRule.perContract("2.25"));
    costly.trade("100.00", 1);
    costly.submit(market(1, Side.BUY, 3));
    costly.trade("100.00", 9);

    // 1 tick of half spread and 1 of slippage, each 0.25 · 50 · 3 = 37.50; 3 · 2.25 = 6.75.
    Fill fill = costly.fills().getFirst();
    assertThat(fill.price()).isEqualTo(10_050);
    assertThat(fill.spread()).isEqualTo(usd("37.5"));
    assertThat(fill.slippage()).isEqualTo(usd("37.5"));
    assertThat(fill.commission()).isEqualTo(usd("6.75"));
  }

  @Test
  void countsRoundingToTheGridAsSpread() {
    Desk costly = costing(1, 1, CommissionRule.free());
    costly.trade("100.00", 1);
    costly.submit(market(1, Side.SELL, 1));
    costly.trade("100.00", 9);

    // 100 − 0.125 − 0.25 → 99.50: half a point paid, of which a quarter is slippage.
    assertThat(costly.fills().getFirst().slippage()).isEqualTo(usd("12.5"));
    assertThat(costly.fills().getFirst().spread()).isEqualTo(usd("12.5"));
  }

  @Test
  void countsTheSpreadOfAQuoteFromItsMiddle() {
    Desk costly = costing(9, 1, CommissionRule.free());
    costly.trade("100.00", 1);
    costly.submit(market(1, Side.BUY, 1));
    costly.submit(market(2, Side.SELL, 1));
    costly.quote("99.75", 5, "100.00", 5);

    // A quarter point between them in all; each slips a tick further.
    Money both = costly.fills().get(0).spread().plus(costly.fills().get(1).spread());
    assertThat(both).isEqualTo(usd("12.5"));
    assertThat(costly.fills().get(0).slippage()).isEqualTo(usd("12.5"));
    assertThat(costly.fills().get(1).slippage()).isEqualTo(usd("12.5"));
  }

  @Test
  void aRestingLimitCostsNeitherSpreadNorSlippage() {
    Desk costly = costing(2, 1, CommissionRule.perContract("2.25"));
    costly.trade("100.00", 1);
    costly.submit(limit(1, Side.BUY, 1, 9_975));
    costly.bar("99.50", "100.00", "99.25", "100.00", 9);

    Fill fill = costly.fills().getFirst();
    assertThat(fill.price()).isEqualTo(9_950);
    assertThat(fill.spread()).isEqualTo(usd("0"));
    assertThat(fill.slippage()).isEqualTo(usd("0"));
    assertThat(fill.commission()).isEqualTo(usd("2.25"));
  }

  @Test
  void aLimitThatTakesStatesWhatItPaid() {
    Desk costly = costing(2, 1, CommissionRule.free());
    costly.trade("100.00", 1);
    costly.submit(limit(1, Side.BUY, 1, 10_100));
    costly.trade("100.00", 9);

    assertThat(costly.fills().getFirst().spread()).isEqualTo(usd("12.5"));
    assertThat(costly.fills().getFirst().slippage()).isEqualTo(usd("12.5"));
  }

  @Test
  void collectsTheMinimumCommissionOfAnOrderOnceOverItsFills() {
    Desk costly =
        costing(
            0, 0, CommissionRule.perContract("2").atLeast(CommissionRule.Minimum.perOrder("5")));
    costly.trade("100.00", 1);
    costly.submit(market(1, Side.BUY, 4));
    costly.trade("100.00", 1);
    costly.trade("100.00", 1);
    costly.trade("100.00", 2);

    // Owed 2, 4, 8 in all; charged 5, 5, 8.
    assertThat(costly.fills().stream().map(Fill::commission))
        .containsExactly(usd("5"), usd("0"), usd("3"));
  }

  @Test
  void anOrderBeforeAnyPriceTakes() {
    Desk costly = costing(2, 0, CommissionRule.free());
    costly.submit(limit(1, Side.BUY, 1, 10_100));
    costly.trade("100.00", 9);

    assertThat(costly.fills().getFirst().price()).isEqualTo(10_025);
  }

  private static Desk costing(int spread, int slippage, CommissionRule commission) {
    return new Desk(
        Instruments.of(Desk.ES),
        new CostModel(spread, slippage, commission),
        FillRules.defaults(),
        Desk.wideLimits());
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
