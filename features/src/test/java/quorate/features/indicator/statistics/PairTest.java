package quorate.features.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Correlation, beta and autocorrelation.
class PairTest {

  /// x = (1, 2, 3), y = (1, 3, 2): Σxy about the means is 1, both squares are 2.
  @Test
  void correlateAnExampleByHand() {
    Correlation correlation = new Correlation(3);
    correlation.update(-1e8, 1e8); // leaves again

    correlation.update(1, 1);
    correlation.update(2, 3);
    correlation.update(3, 2);

    assertThat(correlation.value()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void areZeroWhereASeriesStandsStill() {
    Correlation correlation = new Correlation(3);
    Beta beta = new Beta(3);
    correlation.update(4, 1234.5);
    for (int i = 0; i < 4; i++) {
      correlation.update(i, 0.1);
      beta.update(0.1, 1 + i);
    }

    assertThat(correlation.value()).isZero();
    assertThat(beta.value()).isZero();
  }

  /// The second series moves by twice the percentage of the first.
  @Test
  void takeBetaOfTheSecondSeriesToTheFirst() {
    Beta beta = new Beta(3);

    double[] changes = {0, 0.01, -0.02, 0.03};
    double market = 100;
    double share = 50;
    for (double change : changes) {
      market *= 1 + change;
      share *= 1 + 2 * change;
      beta.update(market, share);
    }

    assertThat(beta.value()).isCloseTo(2, within(1e-12));
  }

  @Test
  void findAPeriodOfTheSeriesItself() {
    Autocorrelation whole = new Autocorrelation(12, 4);
    Autocorrelation half = new Autocorrelation(12, 2);

    for (int i = 0; i < 16; i++) {
      double value = new double[] {0, 1, 0, -1}[i % 4];
      whole.update(value);
      half.update(value);
    }

    assertThat(whole.ready()).isTrue();
    assertThat(whole.value()).isCloseTo(1, within(1e-15));
    assertThat(half.value()).isCloseTo(-1, within(1e-15));
  }
}
