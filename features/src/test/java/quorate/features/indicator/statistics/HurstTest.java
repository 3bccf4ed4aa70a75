package quorate.features.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class HurstTest {

  @Test
  void isOneForALine() {
    Hurst hurst = new Hurst(100, 5);

    for (int i = 0; i < 100; i++) {
      hurst.update(3 - 0.25 * i);
    }

    assertThat(hurst.value()).isCloseTo(1, within(1e-12));
  }

  /// One estimate has a deviation of about 0.01 with 5000 values. With 100 it has 0.085, so the
  /// mean of 400 has 0.004, and a bias of −0.02.
  @Test
  void isAHalfForARandomWalk() {
    assertThat(ofWalk(1, 5000)).isCloseTo(0.5, within(0.04));
    double sum = 0;
    for (int seed = 0; seed < 400; seed++) {
      sum += ofWalk(seed, 100);
    }
    assertThat(sum / 400).isCloseTo(0.5, within(0.032));
  }

  private static double ofWalk(int seed, int length) {
    RandomGenerator chance = Philox.seeded(seed);
    Hurst hurst = new Hurst(length, 5);
    double walk = 0;
    for (int i = 0; i < length; i++) {
      walk += chance.nextGaussian();
      hurst.update(walk);
    }
    return hurst.value();
  }

  @Test
  void isZeroForNoiseRoundALevel() {
    RandomGenerator chance = Philox.seeded(5);
    Hurst hurst = new Hurst(5000, 5);

    for (int i = 0; i < 5000; i++) {
      hurst.update(chance.nextGaussian());
    }

    assertThat(hurst.value()).isCloseTo(0, within(0.02));
  }

  @Test
  void isAHalfWhereALagHasNoVariation() {
    Hurst flat = new Hurst(16, 4);
    Hurst alternating = new Hurst(16, 4);

    for (int i = 0; i < 40; i++) {
      flat.update(i < 20 ? Math.sin(i) * (i % 3 == 0 ? 1e10 : 10) : 0.1); // leaves residues
      alternating.update(i % 2);
    }

    assertThat(flat.value()).isEqualTo(0.5);
    assertThat(alternating.value()).isEqualTo(0.5);
  }

  @Test
  void refusesAWindowTooShortForItsLags() {
    assertThatThrownBy(() -> new Hurst(31, 5))
        .hasMessage("window must be at least 32 bars, but was 31 (feature \"hurst\")");
  }
}
