package quorate.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.Order;
import quorate.domain.Side;
import quorate.trading.order.Bracket;

/// Children of a bracket: they may only take back what their entry fills.
final class BracketLimitsTest extends GateTrial {
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
  void countsEverySisterWithoutAGroup() {
    Bracket bracket = bracket(10);
    working.add(bracket.entry(), 10);
    working.add(bracket.stop().inGroup(0).withQuantity(4), 0);
    working.add(bracket.target().inGroup(0).withQuantity(4), 0);
    Order third = limit(Side.SELL, 2, 120).childOf(1);

    assertThat(judge(third)).isInstanceOf(Approved.class);
    assertRefused(judge(third.withQuantity(4)), "bracket");
  }
}
