package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  private static final Order MARKET = Order.market(7, 2, Side.SELL, 3, Purpose.TARGET_POSITION, 99);

  @Test
  void isAloneAndGoodTillCancelledUnlessToldOtherwise() {
    assertThat(MARKET).isEqualTo(lone(Side.SELL, OrderTerms.MARKET, Purpose.TARGET_POSITION));
    assertThat(Order.limit(7, 2, Side.BUY, 3, 320025, Purpose.TAKE_PROFIT, 99))
        .isEqualTo(lone(Side.BUY, new OrderTerms.Limit(320025), Purpose.TAKE_PROFIT));
    assertThat(Order.stop(7, 2, Side.BUY, 3, -5, Purpose.STOP_LOSS, 99))
        .isEqualTo(lone(Side.BUY, new OrderTerms.Stop(-5), Purpose.STOP_LOSS));
  }

  @Test
  void changesOnePartAtATime() {
    assertThat(MARKET.inGroup(4)).isEqualTo(changed(3, TimeInForce.GOOD_TILL_CANCELLED, 4, 0));
    assertThat(MARKET.childOf(6)).isEqualTo(changed(3, TimeInForce.GOOD_TILL_CANCELLED, 0, 6));
    assertThat(MARKET.withQuantity(9)).isEqualTo(changed(9, TimeInForce.GOOD_TILL_CANCELLED, 0, 0));
    assertThat(MARKET.goodFor(TimeInForce.DAY)).isEqualTo(changed(3, TimeInForce.DAY, 0, 0));
  }

  @Test
  void keepsTheOtherPartsWhenOneChanges() {
    Order child = MARKET.inGroup(4).childOf(6).goodFor(TimeInForce.DAY).withQuantity(9);

    assertThat(child).isEqualTo(changed(9, TimeInForce.DAY, 4, 6));
    assertThat(child.inGroup(5)).isEqualTo(changed(9, TimeInForce.DAY, 5, 6));
    assertThat(child.childOf(1)).isEqualTo(changed(9, TimeInForce.DAY, 4, 1));
    assertThat(child.goodFor(TimeInForce.GOOD_TILL_CANCELLED))
        .isEqualTo(changed(9, TimeInForce.GOOD_TILL_CANCELLED, 4, 6));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void refusesAnIdThatIsNotPositive(long id) {
    assertThatThrownBy(() -> Order.market(id, 0, Side.BUY, 1, Purpose.ENTRY, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order id must be positive, but was " + id);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void refusesAQuantityThatIsNotPositive(long quantity) {
    assertThatThrownBy(() -> MARKET.withQuantity(quantity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quantity must be positive, but was " + quantity + " (order 7)");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "0, 7", "0, 8"})
  void refusesAParentThatIsNotOlder(long group, long parent) {
    assertThatThrownBy(() -> changed(3, TimeInForce.DAY, group, parent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "group and parent must be 0 or an earlier order's, but were %d and %d (order 7)"
                .formatted(group, parent));
  }

  private static Order lone(Side side, OrderTerms terms, Purpose purpose) {
    return new Order(7, 2, side, terms, 3, TimeInForce.GOOD_TILL_CANCELLED, 0, 0, purpose, 99);
  }

  private static Order changed(long quantity, TimeInForce timeInForce, long group, long parent) {
    return new Order(
        7,
        2,
        Side.SELL,
        OrderTerms.MARKET,
        quantity,
        timeInForce,
        group,
        parent,
        Purpose.TARGET_POSITION,
        99);
  }
}
