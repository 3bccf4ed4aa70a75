package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;

class RollingPeakTest {

  /// Few different numbers, so that ties are frequent.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30})
  void findsTheNewestOfTheLargestOfTheWindow(int size) {
    RandomGenerator chance = Philox.seeded(size);
    double[] numbers = chance.ints(500, 0, 6).asDoubleStream().toArray();
    RollingPeak peak = new RollingPeak(size);

    for (int t = 0; t < numbers.length; t++) {
      peak.update(numbers[t]);

      int newest = t;
      for (int i = t; i > t - size && i >= 0; i--) {
        newest = numbers[i] > numbers[newest] ? i : newest;
      }
      assertThat(peak.value()).isEqualTo(numbers[newest]);
      assertThat(peak.age()).isEqualTo(t - newest);
      assertThat(peak.ready()).isEqualTo(t >= size - 1);
    }
  }

  @Test
  void growsOldWithItsWindow() {
    RollingPeak peak = new RollingPeak(3);

    peak.update(9);
    peak.update(1);
    peak.update(2);

    assertThat(peak.age()).isEqualTo(2);

    peak.update(1); // the 9 has left

    assertThat(peak.value()).isEqualTo(2);
    assertThat(peak.age()).isEqualTo(1);
  }
}
