package quorate.features.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.features.indicator.Batch;

class SmaTest {

  @Test
  void isTheMeanOfItsWindow() {
    assertThat(Batch.over(new Sma(2), new double[] {1, 2, 6, 7}))
        .containsExactly(Double.NaN, 1.5, 4, 6.5);
  }

  /// Sums of quarter points are exact, so two averages tie exactly when the sums in quarters do: 3
  /// · Σ₁₀ = Σ₃₀.
  @Test
  void tiesWithAnotherAverageExactlyWhenTheMeansAreEqual() {
    RandomGenerator chance = Philox.seeded(12);
    int[] quarters = chance.ints(200_000, 12_800, 12_804).toArray();
    Sma fast = new Sma(10);
    Sma slow = new Sma(30);

    int ties = 0;
    long fastSum = 0;
    long slowSum = 0;
    for (int t = 0; t < quarters.length; t++) {
      fast.update(quarters[t] / 4.0);
      slow.update(quarters[t] / 4.0);
      fastSum += quarters[t] - (t < 10 ? 0 : quarters[t - 10]);
      slowSum += quarters[t] - (t < 30 ? 0 : quarters[t - 30]);
      if (t >= 30) {
        assertThat(Double.compare(fast.value(), slow.value()))
            .isEqualTo(Long.compare(3 * fastSum, slowSum));
        ties += 3 * fastSum == slowSum ? 1 : 0;
      }
    }

    assertThat(ties).isGreaterThan(1000);
  }
}
