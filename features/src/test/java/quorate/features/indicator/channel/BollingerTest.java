package quorate.features.indicator.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BollingerTest {

  @Test
  void putsItsBandsDeviationsAwayFromTheAverage() {
    Bollinger bollinger = new Bollinger(4, 2);

    for (double value : new double[] {2, 4, 4, 6}) { // mean 4, population variance (4 + 4) / 4 = 2
      bollinger.update(value);
    }

    double reach = 2 * Math.sqrt(2);
    assertThat(bollinger.value(0)).isEqualTo(4);
    assertThat(bollinger.value(1)).isEqualTo(4 + reach);
    assertThat(bollinger.value(2)).isEqualTo(4 - reach);
    assertThat(bollinger.value(3)).isEqualTo((6 - (4 - reach)) / (2 * reach));
    assertThat(bollinger.value(4)).isEqualTo(2 * reach / 4);
  }

  @Test
  void seesTheValueInTheMiddleWhereTheBandsMeet() {
    Bollinger bollinger = new Bollinger(3, 2);

    for (int i = 0; i < 3; i++) {
      bollinger.update(0.1);
    }

    assertThat(bollinger.value(3)).isEqualTo(0.5);
    assertThat(bollinger.value(4)).isZero();
  }

  @Test
  void refusesBandsOnTheWrongSide() {
    assertThatThrownBy(() -> new Bollinger(20, -1))
        .hasMessage("deviations must be positive, but was -1.0 (feature \"bollinger\")");
  }
}
