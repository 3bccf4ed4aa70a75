package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;
import quorate.features.covariance.Covariance;
import quorate.features.covariance.CovarianceFixture;
import quorate.features.covariance.LedoitWolf;
import quorate.features.covariance.Returns;
import quorate.features.covariance.SyntheticReturns;

class EffectiveBetsTest {

  @Test
  void areAsManyAsEqualEigenvalues() {
    assertThat(EffectiveBets.ofEigenvalues(new double[] {2, 2, 2, 2})).isCloseTo(4, within(1e-14));
    assertThat(EffectiveBets.ofEigenvalues(new double[] {3, 0, 0})).isEqualTo(1);
    assertThat(EffectiveBets.ofEigenvalues(new double[] {3, 0, -1e-17})).isEqualTo(1);
  }

  /// Shares ¾ and ¼: exp(¾ log 4/3 + ¼ log 4) = 4 / 3^¾ = 1.7547…
  @Test
  void areTheExponentialOfTheEntropyOfShares() {
    assertThat(EffectiveBets.ofEigenvalues(new double[] {1.5, 0.5}))
        .isCloseTo(4 / Math.pow(3, 0.75), within(1e-14));
  }

  /// Principal portfolios of ((1, ρ), (ρ, 1)) are the sum and the difference. Equal weights are the
  /// sum alone, one bet. One asset alone is half of each: shares (1 + ρ)/2 and (1 − ρ)/2.
  @Test
  void ofAPortfolioAreCountedByItsPrincipalPortfolios() {
    Covariance half = Covariance.of(List.of("a", "b"), 252, new double[][] {{1, 0.5}, {0.5, 1}});

    assertThat(EffectiveBets.of(half, new double[] {0.5, 0.5})).isCloseTo(1, within(1e-12));
    assertThat(EffectiveBets.of(half, new double[] {1, 0}))
        .isCloseTo(4 / Math.pow(3, 0.75), within(1e-12));
  }

  @Test
  void liesBetweenOneAndTheNumberOfAssetsForAnyPortfolio() {
    ForAll.cases(
        40,
        1,
        SyntheticReturns::any,
        returns -> {
          int n = returns[0].length;
          Covariance covariance =
              new LedoitWolf(LedoitWolf.Target.IDENTITY)
                  .estimate(Returns.of(CovarianceFixture.names(n), 252, returns));
          double[] weights = returns[0];

          double bets = EffectiveBets.of(covariance, weights);

          assertThat(bets).isBetween(1 - 1e-12, n + 1e-12);
        });
  }

  @Test
  void refusesAPortfolioWithoutVariance() {
    Covariance one = Covariance.of(List.of("a"), 252, new double[][] {{1}});

    assertThatThrownBy(() -> EffectiveBets.of(one, new double[] {0}))
        .hasMessage("the portfolio's variance must be positive to be shared out, but was 0.0");
    assertThatThrownBy(() -> EffectiveBets.ofEigenvalues(new double[] {0, 0}))
        .hasMessage("variance must be positive, but was 0.0");
  }
}
