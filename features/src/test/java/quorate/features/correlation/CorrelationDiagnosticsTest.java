package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.chance.Philox;
import quorate.features.covariance.CovarianceFixture;
import quorate.features.covariance.Returns;
import quorate.features.covariance.SampleCovariance;
import quorate.features.covariance.SyntheticReturns;
import quorate.features.matrix.SymmetricEigen;

class CorrelationDiagnosticsTest {

  private static double[][] correlation(double[][] returns) {
    return SampleCovariance.defaults()
        .estimate(Returns.of(CovarianceFixture.names(returns[0].length), 252, returns))
        .correlation();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calm", "wide", "close"})
  void restsOnTheCorrelationsAndEigenvaluesThatNumpyFinds(String set) {
    CovarianceFixture fixture = CovarianceFixture.read(set);
    double[][] expected =
        CovarianceFixture.matrix(Objects.requireNonNull(fixture.values().get("numpy.correlation")));
    double[] values = Objects.requireNonNull(fixture.values().get("numpy.correlation_eigenvalues"));

    double[][] correlation = correlation(fixture.days().toArray(double[][]::new));
    CorrelationDiagnostics ours = CorrelationDiagnostics.of(correlation, fixture.days().size());

    for (int i = 0; i < expected.length; i++) {
      assertThat(correlation[i]).containsExactly(expected[i], within(1e-13));
    }
    assertThat(SymmetricEigen.valuesOf(correlation)).containsExactly(values, within(1e-12));
    int n = values.length;
    double entropy =
        Arrays.stream(values)
            .filter(v -> v > 1e-12)
            .map(v -> v / n)
            .map(p -> -p * Math.log(p))
            .sum();
    assertThat(ours.effectiveBets()).isCloseTo(Math.exp(entropy), within(1e-10));
    assertThat(ours.largestShare()).isCloseTo(values[0] / n, within(1e-13));
    assertThat(ours.assets()).isEqualTo(n);
    assertThat(ours.days()).isEqualTo(fixture.days().size());
    double edge = Math.pow(1 + Math.sqrt(n / (double) fixture.days().size()), 2);
    assertThat(ours.noiseEdge()).isCloseTo(edge, within(1e-14));
    assertThat(ours.beyondNoise())
        .isEqualTo((int) Arrays.stream(values).filter(v -> v > edge).count());
    assertThat(ours.beyondNoiseShare())
        .isCloseTo(Arrays.stream(values).filter(v -> v > edge).sum() / n, within(1e-13));
  }

  /// One correlation ρ for all of n assets: eigenvalues 1 + (n − 1)ρ and n − 1 times 1 − ρ.
  @Test
  void knowsAMarketOfOneCorrelation() {
    double[][] matrix = new double[10][10];
    for (int i = 0; i < 10; i++) {
      Arrays.fill(matrix[i], 0.4);
      matrix[i][i] = 1;
    }

    CorrelationDiagnostics ours = CorrelationDiagnostics.of(matrix, 250);

    assertThat(ours.averageCorrelation()).isCloseTo(0.4, within(1e-15));
    assertThat(ours.largestShare()).isCloseTo(0.46, within(1e-14));
    assertThat(ours.absorption()).isCloseTo((4.6 + 0.6) / 10, within(1e-14));
    // (1 + √0.04)² = 1.44
    assertThat(ours.noiseEdge()).isCloseTo(1.44, within(1e-14));
    assertThat(ours.beyondNoise()).isEqualTo(1);
    assertThat(ours.beyondNoiseShare()).isCloseTo(0.46, within(1e-14));
    double entropy = -0.46 * Math.log(0.46) - 9 * 0.06 * Math.log(0.06);
    assertThat(ours.effectiveBets()).isCloseTo(Math.exp(entropy), within(1e-12));
  }

  @Test
  void findsAsManyBetsAsAssetsWhenNothingGoesTogether() {
    CorrelationDiagnostics ours =
        CorrelationDiagnostics.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 100);

    assertThat(ours.effectiveBets()).isCloseTo(3, within(1e-14));
    assertThat(ours.averageCorrelation()).isZero();
    assertThat(ours.beyondNoise()).isZero();
    assertThat(ours.beyondNoiseShare()).isZero();
  }

  /// The largest eigenvalue of noise strays over the edge by the order of n^(−2/3), here 5 %.
  @Test
  void seesNoMoreThanNoiseInIndependentReturns() {
    for (int seed = 0; seed < 5; seed++) {
      double[][] noise = SyntheticReturns.oneFactor(Philox.seeded(seed), 400, 100, 0);

      CorrelationDiagnostics ours = CorrelationDiagnostics.of(correlation(noise), 400);

      assertThat(ours.largestShare() * 100).isBetween(0.9 * 2.25, 1.05 * 2.25);
      assertThat(ours.beyondNoise()).isLessThanOrEqualTo(1);
      assertThat(ours.averageCorrelation()).isCloseTo(0, within(0.005));
    }
  }

  @Test
  void seesOneFactorBeyondNoiseWhenThereIsOne() {
    double[][] returns = SyntheticReturns.oneFactor(Philox.seeded(7), 400, 100, 0.3);

    CorrelationDiagnostics ours = CorrelationDiagnostics.of(correlation(returns), 400);

    assertThat(ours.beyondNoise()).isEqualTo(1);
    // 1 + 99 · 0.3 = 30.7
    assertThat(ours.beyondNoiseShare()).isCloseTo(0.307, within(0.05));
    assertThat(ours.averageCorrelation()).isCloseTo(0.3, within(0.05));
  }

  @Test
  void needsTwoAssetsAndTwoDays() {
    assertThatThrownBy(() -> CorrelationDiagnostics.of(new double[][] {{1}}, 100))
        .hasMessage("correlation needs at least 2 assets and 2 days, but had 1 and 100");
    assertThatThrownBy(() -> CorrelationDiagnostics.of(new double[][] {{1, 0}, {0, 1}}, 1))
        .hasMessage("correlation needs at least 2 assets and 2 days, but had 2 and 1");
  }
}
