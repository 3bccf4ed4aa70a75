package quorate.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.OrderTerms;
import quorate.domain.Side;
import quorate.trading.Desk;
import quorate.trading.order.Bracket;
import quorate.trading.order.OrderIds;

/// A bracket is an entry (order 1) with a group of stop (order 2) and target (order 3).
final class BracketsTest {
  private final Desk desk = Desk.frictionless();

  @Test
  void theTargetTradesAndTheStopIsCancelled() {
    buy(2, "99.00", "102.00");

    desk.trade("100.00", 5);
    desk.trade("102.25", 5);

    assertThat(desk.news())
        .containsExactly(
            "order 1 fills 2 at 100.00", "order 3 fills 2 at 102.00", "order 2 is cancelled");
    assertThat(desk.ledger.quantity(0)).isZero();
  }

  @Test
  void childrenSleepUntilTheEntryTrades() {
    bracket(new OrderTerms.Limit(9_900), 2, "98.00", "101.00");

    desk.trade("102.00", 5);
    desk.trade("97.00", 0);

    assertThat(desk.news()).isEmpty();
    assertThat(desk.broker.working().selling(0)).isZero();
  }

  @Test
  void childrenGrowWithThePartialFillsOfTheEntry() {
    buy(5, "99.00", "102.00");

    desk.trade("100.00", 2);
    long afterTwo = desk.broker.working().selling(0);
    desk.trade("100.25", 2);

    assertThat(afterTwo).isEqualTo(2);
    assertThat(desk.broker.working().selling(0)).isEqualTo(4);
    assertThat(desk.broker.working().buying(0)).isEqualTo(1);
  }

  @Test
  void aPartialStopShrinksTheTargetAndEndsTheEntry() {
    bracket(new OrderTerms.Limit(10_000), 5, "99.00", "102.00");

    desk.trade("99.75", 4);
    desk.trade("98.75", 3);
    long targetLeft = desk.broker.working().of(0).getLast().remaining();
    desk.trade("102.25", 9);

    // 4 of 5 bought, 3 of them stopped out: the entry's last contract is no longer wanted, and the
    // rest of the triggered stop trades at the market before the target is served.
    assertThat(targetLeft).isEqualTo(1);
    assertThat(desk.news())
        .containsExactly(
            "order 1 fills 4 at 100.00",
            "order 2 fills 3 at 98.75",
            "order 1 is cancelled",
            "order 2 fills 1 at 102.25",
            "order 3 is cancelled");
    assertThat(desk.ledger.quantity(0)).isZero();
  }

  private void buy(long quantity, String stop, String target) {
    bracket(OrderTerms.MARKET, quantity, stop, target);
  }

  private void bracket(OrderTerms terms, long quantity, String stop, String target) {
    desk.trade("100.00", 1);
    desk.send(
        Bracket.atPrices(
                OrderIds.fromOne(),
                0,
                Side.BUY,
                terms,
                quantity,
                Desk.ES.parsePrice(stop),
                Desk.ES.parsePrice(target),
                desk.nowNs())
            .orders());
  }
}
