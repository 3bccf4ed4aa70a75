package quorate.features.indicator.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SineTest {

  @Test
  void isThatOfStrictMathToTheLastDigits() {
    for (double degrees = -1000; degrees <= 1000; degrees += 0.37) {
      assertThat(Sine.ofDegrees(degrees))
          .isEqualTo(StrictMath.sin(Math.toRadians(degrees)), within(4e-15));
    }
    for (double degrees = -45; degrees <= 45; degrees += 0.01) {
      assertThat(Sine.ofDegrees(degrees))
          .isEqualTo(StrictMath.sin(Math.toRadians(degrees)), within(2e-16));
    }
  }

  @Test
  void isExactAtQuarterTurns() {
    assertThat(Sine.ofDegrees(180)).isZero();
    assertThat(Sine.ofDegrees(90)).isEqualTo(1);
    assertThat(Sine.ofDegrees(-90)).isEqualTo(-1);
    assertThat(Sine.ofDegrees(270)).isEqualTo(-1);
  }
}
