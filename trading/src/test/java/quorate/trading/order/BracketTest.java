package quorate.trading.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.trading.Desk;

final class BracketTest {
  @Test
  void aLongBracketSellsBelowAndAbove() {
    Bracket bracket = atTicks(Side.BUY, 10_000, 4, 8);

    assertThat(bracket.stop().terms()).isEqualTo(new OrderTerms.Stop(9_900));
    assertThat(bracket.target().terms()).isEqualTo(new OrderTerms.Limit(10_200));
    assertThat(bracket.stop().side()).isEqualTo(Side.SELL);
    assertThat(bracket.target().side()).isEqualTo(Side.SELL);
  }

  @Test
  void aShortBracketBuysAboveAndBelow() {
    Bracket bracket = atTicks(Side.SELL, 10_000, 4, 8);

    assertThat(bracket.stop().terms()).isEqualTo(new OrderTerms.Stop(10_100));
    assertThat(bracket.target().terms()).isEqualTo(new OrderTerms.Limit(9_800));
    assertThat(bracket.stop().side()).isEqualTo(Side.BUY);
  }

  @Test
  void startsFromTheTickGrid() {
    assertThat(atTicks(Side.BUY, 10_024, 4, 8).stop().terms())
        .isEqualTo(new OrderTerms.Stop(9_900));
  }

  @Test
  void theWaysOutAreChildrenInOneGroup() {
    Bracket bracket = atTicks(Side.BUY, 10_000, 4, 8);

    assertThat(bracket.orders()).extracting("id").containsExactly(1L, 2L, 3L);
    assertThat(bracket.orders()).extracting("parent").containsExactly(0L, 1L, 1L);
    assertThat(bracket.orders()).extracting("group").containsExactly(0L, 2L, 2L);
    assertThat(bracket.orders())
        .extracting("purpose")
        .containsExactly(Purpose.ENTRY, Purpose.STOP_LOSS, Purpose.TAKE_PROFIT);
  }

  @Test
  void refusesAStopOnTheWinningSide() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Bracket.atPrices(
                OrderIds.fromOne(), 0, Side.BUY, OrderTerms.MARKET, 1, 10_100, 10_100, 0))
        .withMessageContaining("stop on the losing side of its target");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Bracket.atPrices(
                OrderIds.fromOne(), 0, Side.SELL, OrderTerms.MARKET, 1, 9_900, 10_100, 0));
  }

  @Test
  void refusesDistancesBelowATick() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> atTicks(Side.BUY, 10_000, 0, 1))
        .withMessage(
            "stop and target must be at least 1 tick away, but were 0 and 1 (instrument \"ES\")");
    assertThatIllegalArgumentException().isThrownBy(() -> atTicks(Side.BUY, 10_000, 1, 0));
  }

  @Test
  void refusesStrangersAsChildren() {
    Bracket bracket = atTicks(Side.BUY, 10_000, 4, 8);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Bracket(bracket.entry(), bracket.stop().childOf(0), bracket.target()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Bracket(bracket.entry(), bracket.stop(), bracket.target().inGroup(9)));
  }

  private static Bracket atTicks(Side side, long from, long stop, long target) {
    return Bracket.atTicks(
        OrderIds.fromOne(), 0, Desk.ES, side, OrderTerms.MARKET, 1, from, stop, target, 0);
  }
}
