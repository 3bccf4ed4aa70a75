package quorate.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.domain.Money;
import quorate.domain.Order;
import quorate.domain.Position;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.domain.property.ForAll;
import quorate.trading.Desk;
import quorate.trading.order.WorkingOrder;
import quorate.trading.order.WorkingOrders;
import quorate.trading.valuation.Marks;

/// Over random accounts, limits and orders: nothing that is approved breaks a limit, and what
/// reduces passes.
final class RiskLawsTest {
  private static final int CASES = 20_000;
  private static final Instruments TWO =
      Instruments.of(
          Desk.ES,
          new Instrument(
              "NQ",
              "XCME",
              "equity-index",
              InstrumentKind.FUTURE,
              25,
              1,
              BigDecimal.valueOf(20),
              Currency.USD,
              2,
              0,
              "cme"));

  private record Case(
      Limits limits,
      List<Long> held,
      List<Long> prices,
      long buying,
      long selling,
      long equity,
      long peak,
      Side side,
      long quantity) {
    static Case random(RandomGenerator chance) {
      long equity = chance.nextLong(1_000, 2_000_000) * Money.ONE;
      return new Case(
          new Limits(
              BigDecimal.valueOf(chance.nextInt(1, 12)),
              BigDecimal.valueOf(chance.nextInt(1, 20)),
              BigDecimal.valueOf(chance.nextInt(50_000, 3_000_000)),
              chance.nextDouble(0.1, 10),
              chance.nextDouble(0.01, 0.5),
              chance.nextDouble(0.01, 0.5)),
          List.of(chance.nextLong(-12, 13), chance.nextLong(-12, 13)),
          List.of(chance.nextLong(1_000, 20_000) * 25, chance.nextLong(1_000, 20_000) * 25),
          chance.nextInt(4) == 0 ? chance.nextInt(6) : 0,
          chance.nextInt(4) == 0 ? chance.nextInt(6) : 0,
          equity,
          chance.nextBoolean() ? equity : equity + chance.nextLong(equity),
          chance.nextBoolean() ? Side.BUY : Side.SELL,
          chance.nextInt(1, 14));
    }

    Order order() {
      return Order.market(1, 0, side, quantity, Purpose.TARGET_POSITION, 0);
    }

    Marks marks() {
      Marks marks = Marks.of(TWO, Currency.USD);
      marks.mark(0, prices.get(0));
      marks.mark(1, prices.get(1));
      return marks;
    }

    Holdings holdings() {
      Money zero = Money.zero(Currency.USD);
      List<Position> positions = new ArrayList<>();
      for (int i = 0; i < held.size(); i++) {
        positions.add(new Position(i, held.get(i), zero, zero, zero));
      }
      return new Holdings(
          0,
          List.of(),
          positions,
          Money.ofUnits(equity, Currency.USD),
          Money.ofUnits(peak, Currency.USD),
          Money.ofUnits(peak, Currency.USD));
    }

    WorkingOrders working() {
      return new Working(buying, selling);
    }

    RiskVerdict verdict() {
      return new RiskGate(TWO, limits).check(order(), holdings(), working(), marks());
    }

    long worst() {
      return held.get(0) + (side == Side.BUY ? buying + quantity : -selling - quantity);
    }

    boolean reduces() {
      return side == Side.BUY ? held.get(0) < 0 && worst() <= 0 : held.get(0) > 0 && worst() >= 0;
    }

    double lost() {
      return (double) (peak - equity) / peak;
    }
  }

  private record Working(long buys, long sells) implements WorkingOrders {
    @Override
    public int count(int instrument) {
      return 0;
    }

    @Override
    public long buying(int instrument) {
      return instrument == 0 ? buys : 0;
    }

    @Override
    public long selling(int instrument) {
      return instrument == 0 ? sells : 0;
    }

    @Override
    public List<WorkingOrder> of(int instrument) {
      List<WorkingOrder> orders = new ArrayList<>();
      if (instrument == 0 && buys > 0) {
        orders.add(order(8, Side.BUY, buys));
      }
      if (instrument == 0 && sells > 0) {
        orders.add(order(9, Side.SELL, sells));
      }
      return orders;
    }

    private static WorkingOrder order(long id, Side side, long quantity) {
      Order order = Order.market(id, 0, side, quantity, Purpose.TARGET_POSITION, 0);
      return new WorkingOrder(order, quantity, 0);
    }
  }

  @Test
  void noApprovedOrderEverBreaksALimit() {
    int[] approved = new int[2];
    ForAll.cases(
        CASES,
        1,
        Case::random,
        c -> {
          if (c.verdict() instanceof Approved) {
            assertThat(BigDecimal.valueOf(c.quantity)).isLessThanOrEqualTo(c.limits.maxOrderSize());
            approved[0]++;
            if (!c.reduces()) {
              approved[1]++;
              assertWithinLimits(c);
            }
          }
        });

    assertThat(approved[0]).as("approved cases").isGreaterThan(CASES / 20);
    assertThat(approved[1]).as("approved cases that open").isGreaterThan(CASES / 50);
  }

  /// In plain doubles, written independently of the gate.
  private static void assertWithinLimits(Case c) {
    double notional = Math.abs(c.worst()) * (c.prices.get(0) / 100.0) * 50;
    double other = Math.abs(c.held.get(1)) * (c.prices.get(1) / 100.0) * 20;
    double equity = c.equity / 1e8;
    assertThat((double) Math.abs(c.worst()))
        .isLessThanOrEqualTo(c.limits.maxPositionSize().doubleValue());
    assertThat(notional).isLessThanOrEqualTo(c.limits.maxNotional().doubleValue());
    assertThat(notional + other).isLessThanOrEqualTo(c.limits.maxLeverage() * equity * 1.000001);
    assertThat(c.lost()).isLessThan(c.limits.maxDailyLoss() + 1e-9);
    assertThat(c.lost()).isLessThan(c.limits.maxDrawdown() + 1e-9);
  }

  @Test
  void whatReducesPassesHoweverMuchIsLost() {
    int[] inDrawdown = new int[1];
    ForAll.cases(
        CASES,
        2,
        Case::random,
        c -> {
          boolean small = BigDecimal.valueOf(c.quantity).compareTo(c.limits.maxOrderSize()) <= 0;
          if (c.reduces() && small) {
            assertThat(c.verdict()).isInstanceOf(Approved.class);
            inDrawdown[0] += c.lost() > c.limits.maxDrawdown() ? 1 : 0;
          }
        });

    assertThat(inDrawdown[0]).isGreaterThan(CASES / 100);
  }

  @Test
  void refusalsAreNotArbitrary() {
    ForAll.cases(
        CASES,
        3,
        Case::random,
        c -> {
          if (c.verdict() instanceof Refused refused) {
            assertThat(breaks(c, refused.rule())).as(refused.rule()).isTrue();
          }
        });
  }

  private static boolean breaks(Case c, String rule) {
    double notional = Math.abs(c.worst()) * (c.prices.get(0) / 100.0) * 50;
    double other = Math.abs(c.held.get(1)) * (c.prices.get(1) / 100.0) * 20;
    return switch (rule) {
      case "max_order_size" ->
          BigDecimal.valueOf(c.quantity).compareTo(c.limits.maxOrderSize()) > 0;
      case "max_position_size" -> Math.abs(c.worst()) > c.limits.maxPositionSize().doubleValue();
      case "max_notional" -> notional > c.limits.maxNotional().doubleValue();
      case "max_leverage" -> notional + other > c.limits.maxLeverage() * c.equity / 1e8 * 0.999999;
      case "max_daily_drawdown" -> c.lost() > c.limits.maxDailyLoss() - 1e-9;
      case "max_drawdown" -> c.lost() > c.limits.maxDrawdown() - 1e-9;
      default -> false;
    };
  }

  @Test
  void anOrderToATargetWithinTheLimitsIsApproved() {
    ForAll.cases(
        CASES,
        4,
        Case::random,
        c -> {
          RiskGate gate = new RiskGate(TWO, c.limits);
          long target =
              gate.within(0, c.held.get(0) + c.side.sign() * c.quantity, c.holdings(), c.marks());
          long change = target - c.held.get(0);
          boolean small =
              BigDecimal.valueOf(Math.abs(change)).compareTo(c.limits.maxOrderSize()) <= 0;
          boolean flips = Long.signum(target) * Long.signum(c.held.get(0)) < 0;
          if (change != 0 && small && !flips) {
            Order order =
                Order.market(1, 0, Side.of(change), Math.abs(change), Purpose.TARGET_POSITION, 0);
            assertThat(gate.check(order, c.holdings(), WorkingOrders.none(), c.marks()))
                .isInstanceOf(Approved.class);
          }
        });
  }

  @Test
  void aPositionIsKeptExactlyWhereTheLimitsLeaveAllOfIt() {
    int[] kept = new int[2];
    ForAll.cases(
        CASES,
        4,
        Case::random,
        c -> {
          Marks marks = c.marks();
          long exposure =
              Math.abs(marks.baseUnits(0, c.held.get(0)))
                  + Math.abs(marks.baseUnits(1, c.held.get(1)));
          RiskGate gate = new RiskGate(TWO, c.limits);

          boolean keeps = gate.keeps(0, c.holdings(), Money.ofUnits(exposure, Currency.USD), marks);

          assertThat(keeps)
              .isEqualTo(gate.within(0, c.held.get(0), c.holdings(), marks) == c.held.get(0));
          kept[keeps ? 1 : 0]++;
        });

    assertThat(kept[0]).isGreaterThan(CASES / 20);
    assertThat(kept[1]).isGreaterThan(CASES / 20);
  }
}
