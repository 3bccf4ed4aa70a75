package quorate.features.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;

class EfficiencyRatioTest {

  @Test
  void isTheNetChangeAsAShareOfTheWay() {
    double[] ratios = Batch.over(new EfficiencyRatio(3), new double[] {1, 4, 2, 3});

    assertThat(ratios[3]).isEqualTo(2.0 / (3 + 2 + 1));
  }

  @Test
  void isOneOnAStraightLineAndWhereNothingMoves() {
    assertThat(Batch.over(new EfficiencyRatio(2), new double[] {0.1, 0.4, 0.7})[2]).isEqualTo(1);
    assertThat(Batch.over(new EfficiencyRatio(2), new double[] {7, 7, 7})[2]).isEqualTo(1);
  }
}
