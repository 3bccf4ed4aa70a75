package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillTest {
  private static final Money NOTHING = Money.zero(Currency.USD);

  @Test
  void movesThePositionByItsSide() {
    assertThat(fill(Side.BUY, 3).signedQuantity()).isEqualTo(3);
    assertThat(fill(Side.SELL, 3).signedQuantity()).isEqualTo(-3);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void refusesAQuantityThatIsNotPositive(long quantity) {
    assertThatThrownBy(() -> fill(Side.BUY, quantity))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("filled quantity must be positive, but was " + quantity + " (order 5)");
  }

  private static Fill fill(Side side, long quantity) {
    return new Fill(5, 0, 1, side, 100, quantity, NOTHING, NOTHING, NOTHING);
  }
}
