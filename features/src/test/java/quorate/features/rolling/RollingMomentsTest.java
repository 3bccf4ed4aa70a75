package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RollingMomentsTest {

  /// 1e9 + (0, 1, 2, 3): variance 1.25. Plain sums of squares near 4e18 would be off by hundreds.
  @Test
  void keepsItsDigitsFarFromZero() {
    RollingMoments moments = new RollingMoments(4);

    for (int i = 0; i < 4; i++) {
      moments.update(1e9 + i);
    }

    assertThat(moments.variance()).isEqualTo(1.25);
    assertThat(moments.mean()).isEqualTo(1e9 + 1.5);
  }

  @Test
  void forgetsAnOutlierWithoutATrace() {
    RollingMoments moments = new RollingMoments(4);
    moments.update(1e8);

    for (int i = 0; i < 4; i++) {
      moments.update(0.1 * i);
    }

    // (0, 0.1, 0.2, 0.3): variance 0.0125; plain sums would keep an error of 1e16 · 2^-53 ≈ 1.
    assertThat(moments.variance()).isCloseTo(0.0125, within(1e-15));
  }

  @Test
  void hasNoSpreadAtAllOnEqualNumbers() {
    RollingMoments moments = new RollingMoments(5);
    moments.update(1234.5678);

    for (int i = 0; i < 5; i++) {
      moments.update(0.1);
    }

    assertThat(moments.deviation()).isZero();
    assertThat(moments.mean()).isEqualTo(0.1);
  }
}
