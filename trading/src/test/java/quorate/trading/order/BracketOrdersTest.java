package quorate.trading.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.trading.BracketTrial;
import quorate.trading.Desk;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;

/// The course of a trade is in the examples of `docs/fills.md`; here are the borders and the law.
final class BracketOrdersTest {
  private static final int EVENTS = 400;

  private final BracketTrial trial = BracketTrial.frictionless();

  @Test
  void pinsItsDefaults() {
    assertThat(BracketRules.defaults()).isEqualTo(new BracketRules(14, 1.5, 3));
  }

  @Test
  void refusesDistancesAndWindowsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BracketRules(14, 0, 3))
        .withMessage("stop must be from 0.01 to 100.0 ATR away, but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BracketRules(14, 1, Double.NaN))
        .withMessageContaining("target must be from 0.01 to 100.0 ATR away, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BracketRules(0, 1, 3))
        .withMessage("ATR window must be from 1 to 10000 bars, but was 0");
  }

  @Test
  void entersNothingBeforeTheAverageTrueRangeIsKnown() {
    BracketOrders orders = orders(Limits.defaults());
    orders.hear(0, 1);

    assertThat(toward(orders, 2, Double.NaN)).isEmpty();
    assertThat(toward(orders, 2, 1)).hasSize(1);
  }

  @Test
  void entersNoMoreThanTheOrderLimit() {
    Limits defaults = Limits.defaults();
    BracketOrders orders =
        orders(
            new Limits(
                BigDecimal.TWO,
                defaults.maxPositionSize(),
                defaults.maxNotional(),
                defaults.maxLeverage(),
                defaults.maxDailyLoss(),
                defaults.maxDrawdown()));
    orders.hear(0, -1);

    Instruction.Enter enter = (Instruction.Enter) toward(orders, -5, 1).getFirst();

    assertThat(enter.bracket().orders()).extracting("quantity").containsOnly(2L);
    assertThat(enter.bracket().entry().side()).isEqualTo(Side.SELL);
  }

  @Test
  void putsItsWaysOutAtLeastATickAway() {
    BracketOrders orders = orders(Limits.defaults());
    orders.hear(0, 1);

    Instruction.Enter enter = (Instruction.Enter) toward(orders, 1, 0).getFirst();

    assertThat(enter.bracket().stop().terms()).isEqualTo(new OrderTerms.Stop(9_975));
    assertThat(enter.bracket().target().terms()).isEqualTo(new OrderTerms.Limit(10_025));
  }

  @Test
  void asksAgainForAnEntryThatRiskRefused() {
    BracketOrders orders = orders(Limits.defaults());
    orders.hear(0, 1);
    assertThat(toward(orders, 1, 1)).hasSize(1);

    orders.hear(0, 1);
    assertThat(toward(orders, 1, 1)).hasSize(1);

    orders.entered(0);
    assertThat(toward(orders, 1, 1)).isEmpty();
  }

  @Test
  void anOpinionHeldWhileItsTradeRanIsSpentWhenTheTradeIsOver() {
    trial.acts(2);
    trial.desk.trade("100.00", 9);
    trial.isSilent();
    trial.acts(2);
    trial.desk.trade("98.00", 9);
    trial.acts(2);

    assertThat(trial.desk.ledger.quantity(0)).isZero();
    assertThat(trial.desk.broker.working().count(0)).isZero();
  }

  @Test
  void takesTheEntryBackWhenTheCouncilTurnsBeforeItTrades() {
    trial.acts(2);
    trial.news();

    trial.acts(-1);

    assertThat(trial.news())
        .containsExactly(
            "order 1 is cancelled",
            "order 2 is cancelled",
            "order 3 is cancelled",
            "order 4 sell 1 market",
            "order 5 buy 1 stop 101.50",
            "order 6 buy 1 limit 97.00");
  }

  @Test
  void letsACloseEndBeforeItEntersTheSameSideAnew() {
    trial.acts(2);
    trial.desk.trade("100.00", 9);
    trial.acts(-2);
    trial.news();

    trial.acts(2);
    assertThat(trial.news())
        .containsExactly("order 5 is cancelled", "order 6 is cancelled", "order 7 is cancelled");
    trial.desk.trade("100.00", 9);
    assertThat(trial.news()).containsExactly("order 4 fills 2 at 100.00");
    trial.acts(2);

    assertThat(trial.news())
        .containsExactly(
            "order 8 buy 2 market", "order 9 sell 2 stop 98.50", "order 10 sell 2 limit 103.00");
  }

  /// Over random markets and councils: at most one group of ways out works, it is exactly as large
  /// as the position, and nothing works that could open a position beside an entry.
  @Test
  void theWaysOutAreAlwaysAsLargeAsThePosition() {
    ForAll.cases(60, 9, chance -> chance.nextLong(), BracketOrdersTest::checkARandomDay);
  }

  private static void checkARandomDay(long seed) {
    RandomGenerator chance = Philox.seeded(seed);
    FillRules rules =
        FillRules.defaults().participating(0.5).delayed(chance.nextInt(3) * 500_000_000L);
    Desk desk = new Desk(Instruments.of(Desk.ES), CostModel.none(), rules, Desk.wideLimits());
    BracketTrial trial = new BracketTrial(desk, new BracketRules(14, 1, 1.5), 1);
    long price = 10_000;
    desk.trade("100.00", 1);
    int trades = 0;
    for (int n = 0; n < EVENTS; n++) {
      long before = price;
      price += 25L * chance.nextInt(-3, 4);
      if (chance.nextInt(4) == 0) {
        bar(desk, before, price, chance.nextInt(0, 12));
      } else {
        desk.trade(Desk.ES.formatPrice(price), chance.nextInt(0, 12));
      }
      check(desk);
      switch (chance.nextInt(12)) {
        case 0 -> trial.acts(chance.nextInt(1, 10));
        case 1 -> trial.acts(-chance.nextInt(1, 10));
        case 2 -> trial.acts(0);
        case 3 -> trial.isSilent();
        case 4 -> desk.sessionEnd();
        default -> {}
      }
      check(desk);
      trades += trial.news().size();
    }
    assertThat(trades).isPositive();
  }

  private static void bar(Desk desk, long open, long close, long volume) {
    desk.bar(
        Desk.ES.formatPrice(open),
        Desk.ES.formatPrice(Math.max(open, close) + 25),
        Desk.ES.formatPrice(Math.min(open, close) - 25),
        Desk.ES.formatPrice(close),
        volume);
  }

  private static void check(Desk desk) {
    long position = desk.ledger.quantity(0);
    List<WorkingOrder> working = desk.broker.working().of(0);
    List<WorkingOrder> awake =
        working.stream()
            .filter(order -> order.order().parent() != 0 && order.remaining() > 0)
            .toList();
    List<WorkingOrder> leaving =
        working.stream().filter(order -> order.order().purpose() == Purpose.FLATTEN).toList();
    assertThat(working.stream().map(order -> order.order().group()).filter(group -> group != 0))
        .as("one group at most")
        .allMatch(group -> group == working.getLast().order().group());
    if (!awake.isEmpty()) {
      assertThat(leaving).isEmpty();
      assertThat(awake).hasSize(2);
      assertThat(awake)
          .allMatch(order -> order.order().side().sign() * order.remaining() == -position);
    } else if (position != 0) {
      assertThat(leaving).hasSize(1);
      assertThat(leaving.getFirst().order().side().sign() * leaving.getFirst().remaining())
          .isEqualTo(-position);
    } else {
      // Nothing but an entry with its sleeping children.
      assertThat(working.size()).isIn(0, 3);
      assertThat(leaving).isEmpty();
    }
  }

  private static List<Instruction> toward(BracketOrders orders, long target, double atr) {
    return orders.toward(0, target, 0, WorkingOrders.none(), 10_000, atr, 77);
  }

  private static BracketOrders orders(Limits limits) {
    return new BracketOrders(
        Instruments.of(Desk.ES), limits, OrderIds.fromOne(), BracketRules.defaults());
  }
}
