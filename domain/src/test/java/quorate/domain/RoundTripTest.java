package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundTripTest {
  /// Spread and slippage are in the prices already, so only the commission is left to take off.
  @Test
  void paysItsCommissionOutOfTheGrossProfit() {
    RoundTrip trade =
        new RoundTrip(
            0,
            Side.BUY,
            3,
            1,
            2,
            3200.25,
            3201.25,
            dollars("150"),
            dollars("12.6"),
            dollars("37.5"),
            dollars("5"),
            dollars("-75"),
            dollars("200"));

    assertThat(trade.netProfit()).isEqualTo(dollars("137.4"));
  }

  private static Money dollars(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
