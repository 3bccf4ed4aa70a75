package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @Test
  void keepsItsDefaults() {
    Limits limits = Limits.defaults();

    assertThat(limits.maxOrderSize()).isEqualByComparingTo("5");
    assertThat(limits.maxPositionSize()).isEqualByComparingTo("5");
    assertThat(limits.maxNotional()).isEqualByComparingTo("10000000");
    assertThat(limits.maxLeverage()).isEqualTo(4.0);
    assertThat(limits.maxDailyLoss()).isEqualTo(0.05);
    assertThat(limits.maxDrawdown()).isEqualTo(0.20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 5 | 5 | 4 | 0.1 | 0.2 | max_order_size must be positive, but was 0",
        "-1 | 5 | 5 | 4 | 0.1 | 0.2 | max_order_size must be positive, but was -1",
        "5 | 0 | 5 | 4 | 0.1 | 0.2 | max_position_size must be positive, but was 0",
        "5 | -0.1 | 5 | 4 | 0.1 | 0.2 | max_position_size must be positive, but was -0.1",
        "5 | 5 | 0 | 4 | 0.1 | 0.2 | max_notional must be positive, but was 0",
        "5 | 5 | -2 | 4 | 0.1 | 0.2 | max_notional must be positive, but was -2",
        "5 | 5 | 5 | 0 | 0.1 | 0.2 | max_leverage must be positive, but was 0.0",
        "5 | 5 | 5 | NaN | 0.1 | 0.2 | max_leverage must be positive, but was NaN",
        "5 | 5 | 5 | 4 | 0 | 0.2 | max_daily_drawdown must be above 0 and at most 1, but was 0.0",
        "5 | 5 | 5 | 4 | 1.01 | 0.2 | max_daily_drawdown must be above 0 and at most 1, but was 1.01",
        "5 | 5 | 5 | 4 | NaN | 0.2 | max_daily_drawdown must be above 0 and at most 1, but was NaN",
        "5 | 5 | 5 | 4 | 0.1 | -0.1 | max_drawdown must be above 0 and at most 1, but was -0.1",
        "5 | 5 | 5 | 4 | 0.1 | 2 | max_drawdown must be above 0 and at most 1, but was 2.0"
      })
  void refusesALimitThatLimitsNothingOrEverything(
      BigDecimal order,
      BigDecimal position,
      BigDecimal notional,
      double leverage,
      double dailyLoss,
      double drawdown,
      String message) {
    assertThatThrownBy(() -> new Limits(order, position, notional, leverage, dailyLoss, drawdown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void takesTheWholeAsALimit() {
    BigDecimal one = BigDecimal.ONE;

    Limits limits = new Limits(one, one, one, Double.MIN_VALUE, 1, 1);

    assertThat(limits.maxDailyLoss()).isEqualTo(1);
    assertThat(limits.maxDrawdown()).isEqualTo(1);
  }
}
