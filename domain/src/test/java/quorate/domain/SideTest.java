package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SideTest {
  @Test
  void addsWhenBuyingAndTakesWhenSelling() {
    assertThat(Side.BUY.sign()).isEqualTo(1);
    assertThat(Side.SELL.sign()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void hasAnOppositeOfTheOppositeSign(Side side) {
    assertThat(side.opposite().sign()).isEqualTo(-side.sign());
    assertThat(side.opposite().opposite()).isEqualTo(side);
    assertThat(Side.of(side.sign())).isEqualTo(side);
  }

  @Test
  void movesAPositionByAnyQuantityButZero() {
    assertThat(Side.of(Long.MAX_VALUE)).isEqualTo(Side.BUY);
    assertThat(Side.of(Long.MIN_VALUE)).isEqualTo(Side.SELL);
    assertThatThrownBy(() -> Side.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quantity must not be 0 to have a side");
  }
}
