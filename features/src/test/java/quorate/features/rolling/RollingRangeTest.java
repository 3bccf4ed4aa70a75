package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;

class RollingRangeTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50})
  void isThatOfEveryWindowOfNumbersOfBothSigns(int size) {
    RandomGenerator chance = Philox.seeded(17);
    double[] highs = chance.doubles(500, -1, 1).toArray();
    double[] lows = Arrays.stream(highs).map(high -> high - chance.nextDouble()).toArray();
    RollingRange range = new RollingRange(size);

    for (int t = 0; t < highs.length; t++) {
      range.update(highs[t], lows[t]);
      int from = Math.max(0, t - size + 1);
      double highest = Arrays.stream(highs, from, t + 1).max().orElseThrow();
      double lowest = Arrays.stream(lows, from, t + 1).min().orElseThrow();
      assertThat(range.ready()).isEqualTo(t + 1 >= size);
      assertThat(range.highest()).isEqualTo(highest);
      assertThat(range.lowest()).isEqualTo(lowest);
      assertThat(range.width()).isEqualTo(highest - lowest);
      assertThat(range.middle()).isEqualTo((highest + lowest) / 2);
    }
  }

  @Test
  void goesThroughZeroAndTheLargestNumbers() {
    RollingRange range = new RollingRange(3);

    range.update(0.0, -0.0);
    assertThat(range.width()).isZero();
    range.update(Double.MAX_VALUE, -Double.MAX_VALUE);
    assertThat(range.highest()).isEqualTo(Double.MAX_VALUE);
    assertThat(range.lowest()).isEqualTo(-Double.MAX_VALUE);
  }
}
