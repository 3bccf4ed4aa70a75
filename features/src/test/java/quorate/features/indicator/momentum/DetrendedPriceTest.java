package quorate.features.indicator.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;

class DetrendedPriceTest {

  /// With n = 4 it looks 3 values back, the mean of a line lies 1.5 back.
  @Test
  void comparesAnEarlierValueWithTheAverageRoundIt() {
    double[] values = Batch.over(new DetrendedPrice(4), new double[] {0, 1, 2, 3, 4, 5});

    assertThat(values[3]).isEqualTo(0 - 1.5);
    assertThat(values[5]).isEqualTo(2 - 3.5);
  }

  @Test
  void waitsForTheEarlierValueWhereTheAverageIsShort() {
    DetrendedPrice price = new DetrendedPrice(2);

    assertThat(Batch.over(price, new double[] {7, 1, 3}))
        .containsExactly(Double.NaN, Double.NaN, 7 - 2);
  }
}
