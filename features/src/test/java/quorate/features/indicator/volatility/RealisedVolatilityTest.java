package quorate.features.indicator.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.BarView;
import quorate.features.series.SyntheticBars;

class RealisedVolatilityTest {

  @Test
  void scalesTheMeanSquareToAYear() {
    RealisedVolatility yearly = new RealisedVolatility(2, 252);

    SyntheticBars.ofCloses(100, 110, 100).forEach(yearly::update);

    // Both returns are ±log 1.1 = ±0.0953101798; 0.0953101798 · √252 = 1.51299…
    assertThat(yearly.value()).isCloseTo(0.0953101798043249 * Math.sqrt(252), within(1e-14));
  }

  @Test
  void isExactlyZeroOnceTheWindowIsFlat() {
    RealisedVolatility volatility = new RealisedVolatility(3, 1);

    for (BarView bar : SyntheticBars.ofCloses(100, 130, 77, 77, 77, 77)) {
      volatility.update(bar);
    }

    assertThat(volatility.value()).isZero();
  }

  @Test
  void refusesAYearWithoutPeriods() {
    assertThatThrownBy(() -> new RealisedVolatility(3, 0))
        .hasMessage(
            "periods per year must be positive, but was 0.0 (feature \"realised_volatility\")");
  }
}
