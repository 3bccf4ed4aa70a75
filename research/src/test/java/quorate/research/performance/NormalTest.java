package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NormalTest {
  @Test
  void agreesWithSciPy() {
    // scipy.stats.norm.cdf of SciPy 1.17
    assertThat(Normal.cumulative(0)).isEqualTo(0.5);
    assertThat(Normal.cumulative(1)).isCloseTo(0.8413447460685429, within(1e-15));
    assertThat(Normal.cumulative(1.6448536269514722)).isCloseTo(0.95, within(1e-15));
    assertThat(Normal.cumulative(-2.5)).isCloseTo(0.006209665325776132, within(1e-15));
    assertThat(Normal.cumulative(-6))
        .isCloseTo(9.865876450376946e-10, Percentage.withPercentage(1e-9));
    assertThat(Normal.cumulative(-10))
        .isCloseTo(7.61985302416047e-24, Percentage.withPercentage(1e-9));
  }

  @Test
  void isSymmetricAndEndsAtZeroAndOne() {
    assertThat(Normal.cumulative(3) + Normal.cumulative(-3)).isCloseTo(1, within(1e-15));
    assertThat(Normal.cumulative(-40)).isZero();
    assertThat(Normal.cumulative(40)).isEqualTo(1);
  }
}
