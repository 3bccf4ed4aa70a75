package quorate.features.indicator.oscillator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;

class RsiTest {

  @Test
  void isTheShareOfTheRisesSmoothedByWilder() {
    double[] rsi = Batch.over(new Rsi(2), new double[] {10, 13, 12, 12});

    // Changes +3, −1: rise 1.5, fall 0.5, RSI 75; then 0: rise 0.75, fall 0.25, RSI 75.
    assertThat(rsi).containsExactly(Double.NaN, Double.NaN, 75, 75);
  }

  @Test
  void isZeroOnAFlatSeriesAndHundredOnARisingOne() {
    assertThat(Batch.over(new Rsi(3), new double[] {5, 5, 5, 5})[3]).isZero();
    assertThat(Batch.over(new Rsi(3), new double[] {5, 6, 7, 9})[3]).isEqualTo(100);
  }

  @Test
  void countsMovementOfLongAgoAsNone() {
    Rsi rsi = new Rsi(2);
    rsi.update(1);
    rsi.update(2);

    for (int i = 0; i < 1200; i++) { // 2^-1200 is below every double
      rsi.update(2);
    }

    assertThat(rsi.value()).isZero();
  }
}
