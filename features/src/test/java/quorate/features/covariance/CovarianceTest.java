package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CovarianceTest {
  private static final List<String> PAIR = List.of("SPY", "TLT");

  /// Daily deviations of 1 % and 2 %, correlation 0.5.
  private static final double[][] MATRIX = {{1e-4, 1e-4}, {1e-4, 4e-4}};

  @Test
  void cannotBeChangedFromOutside() {
    double[][] given = {{1e-4, 1e-4}, {1e-4, 4e-4}};
    Covariance covariance = Covariance.of(PAIR, 252, given);

    given[0][0] = 1;
    covariance.matrix()[0][0] = 1;
    covariance.perYear()[0][0] = 1;

    assertThat(covariance.at(0, 0)).isEqualTo(1e-4);
    assertThat(covariance.matrix()).isDeepEqualTo(MATRIX);
  }

  @Test
  void isPerPeriodAndGrowsWithThePeriodsOfAYear() {
    Covariance covariance = Covariance.of(PAIR, 252, MATRIX);

    assertThat(covariance.perYear()[1][1]).isCloseTo(0.1008, within(1e-15));
    assertThat(covariance.volatilityPerYear(0)).isCloseTo(0.01 * Math.sqrt(252), within(1e-15));
    assertThat(covariance.periodsPerYear()).isEqualTo(252);
  }

  @Test
  void knowsItsCorrelations() {
    double[][] correlation = Covariance.of(PAIR, 252, MATRIX).correlation();

    assertThat(correlation[0][0]).isEqualTo(1);
    assertThat(correlation[0][1]).isCloseTo(0.5, within(1e-15));
    assertThat(correlation[1][0]).isEqualTo(correlation[0][1]);
  }

  /// 0.6² · 1 + 2 · 0.6 · 0.4 · 1 + 0.4² · 4 = 1.48
  @Test
  void knowsTheVarianceOfAPortfolio() {
    Covariance covariance = Covariance.of(PAIR, 252, MATRIX);

    assertThat(covariance.varianceOf(new double[] {0.6, 0.4})).isCloseTo(1.48e-4, within(1e-18));
    assertThatThrownBy(() -> covariance.varianceOf(new double[3]))
        .hasMessage("weights must be 2, one per asset, but were 3");
  }

  /// Eigenvalues of ((1, ρ), (ρ, 1)) are 1 + ρ and 1 − ρ.
  @Test
  void hasTheLargestEigenvalueByTheSmallestAsItsCondition() {
    Covariance covariance = Covariance.of(PAIR, 252, new double[][] {{1, 0.5}, {0.5, 1}});

    assertThat(covariance.eigenvalues()).containsExactly(new double[] {1.5, 0.5}, within(1e-15));
    assertThat(covariance.conditionNumber()).isCloseTo(3, within(1e-14));
    assertThat(covariance.positiveDefinite()).isTrue();
    assertThat(covariance.shrinkage()).isEmpty();
    assertThat(covariance.repaired()).isEmpty();
  }

  @Test
  void hasAnInfiniteConditionWhenItIsIndefinite() {
    Covariance covariance = Covariance.of(PAIR, 252, new double[][] {{1, 2}, {2, 1}});

    assertThat(covariance.conditionNumber()).isInfinite();
    assertThat(covariance.positiveDefinite()).isFalse();
  }

  @Test
  void namesTheAssetsOfWhatIsWrong() {
    assertThatThrownBy(() -> Covariance.of(PAIR, 252, new double[][] {{1, 2}}))
        .hasMessage("covariance must have 2 rows, one per asset, but had 1");
    assertThatThrownBy(() -> Covariance.of(PAIR, 252, new double[][] {{1, 2}, {2}}))
        .hasMessage("row of \"TLT\" must have 2 covariances, but had 1");
    assertThatThrownBy(() -> Covariance.of(PAIR, 252, new double[][] {{1, 2}, {3, 1}}))
        .hasMessage(
            "covariance must be symmetric, but was 3.0 and 2.0 (assets \"TLT\" and \"SPY\")");
    assertThatThrownBy(() -> Covariance.of(PAIR, 252, new double[][] {{-1, 0}, {0, 1}}))
        .hasMessage(
            "variance must be finite and not negative, but was -1.0 (assets \"SPY\" and \"SPY\")");
    assertThatThrownBy(
            () -> Covariance.of(PAIR, 252, new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
        .hasMessage("covariance must be finite, but was NaN (assets \"TLT\" and \"SPY\")");
  }

  @Test
  void hasNoCorrelationWithAnAssetThatNeverMoves() {
    Covariance covariance = Covariance.of(PAIR, 252, new double[][] {{1, 0}, {0, 0}});

    assertThatThrownBy(covariance::correlation)
        .hasMessage(
            "variance must be positive for a correlation, but was 0.0 (asset \"TLT\"); leave it out");
  }
}
