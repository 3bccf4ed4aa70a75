package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Of the pairs (1, 1), (2, 3), (3, 2): Σxy about the means is 1, both squares are 2.
class RollingPairTest {

  @Test
  void keepsItsDigitsFarFromZero() {
    RollingPair pair = new RollingPair(3);
    pair.update(1, -1);

    pair.update(1e9 + 1, 1 - 1e9);
    pair.update(1e9 + 2, 3 - 1e9);
    pair.update(1e9 + 3, 2 - 1e9);

    assertThat(pair.correlation()).isCloseTo(0.5, within(1e-15));
    assertThat(pair.slope()).isCloseTo(0.5, within(1e-15));
  }

  /// Two that are opposite leave the mean where it is.
  @Test
  void forgetsOutliersWithoutATrace() {
    RollingPair disturbed = new RollingPair(20);
    RollingPair fresh = new RollingPair(20);

    for (int i = 0; i < 42; i++) {
      double outlier = i == 20 ? 1e6 : i == 21 ? -1e6 : 0;
      disturbed.update(Math.sin(i) + outlier, Math.cos(2 * i) + 7 * outlier);
      if (i >= 22) {
        fresh.update(Math.sin(i), Math.cos(2 * i));
      }
    }

    assertThat(disturbed.correlation()).isCloseTo(fresh.correlation(), within(1e-14));
    assertThat(disturbed.slope()).isCloseTo(fresh.slope(), within(1e-14));
  }

  @Test
  void isExactlyZeroOnEqualNumbers() {
    RollingPair pair = new RollingPair(5);
    for (int i = 0; i < 40; i++) {
      pair.update(i < 20 ? Math.sin(i) : 0.1, i);
    }

    assertThat(pair.correlation()).isZero();
    assertThat(pair.slope()).isZero();
  }

  /// A million updates later it still is what a fresh one says of the same window.
  @Test
  void doesNotDrift() {
    RollingPair old = new RollingPair(30);
    RollingPair fresh = new RollingPair(30);

    for (int i = 0; i < 1_000_000; i++) {
      double x = 4000 + 50 * Math.sin(0.001 * i) + Math.sin(7.1 * i);
      double y = 0.3 * x + Math.cos(3.3 * i);
      old.update(x, y);
      if (i >= 1_000_000 - 30) {
        fresh.update(x, y);
      }
    }

    assertThat(old.correlation()).isCloseTo(fresh.correlation(), within(1e-13));
  }
}
