package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class OracleApproximatingTest {

  /// Returns (2, 0), (−2, 0), (0, 1), (0, −1): S = diag(2, ½), μ = 1.25, mean of squared elements a
  /// = 4.25/4 = 1.0625; shrinkage = (a + μ²) / (5 · (a − μ²/2)) = 2.625 / 1.40625, above 1.
  @Test
  void goesAllTheWayToItsTargetWhenDaysAreFew() {
    double[][] returns = {{2, 0}, {-2, 0}, {0, 1}, {0, -1}};

    Covariance shrunk = estimate(returns);

    assertThat(shrunk.shrinkage()).hasValue(1);
    assertThat(shrunk.matrix()).isDeepEqualTo(new double[][] {{1.25, 0}, {0, 1.25}});
  }

  /// The same four days ten times: 2.625 / (41 · 0.28125) = 0.22764…
  @Test
  void goesPartOfTheWayWhenThereAreMore() {
    double[][] four = {{2, 0}, {-2, 0}, {0, 1}, {0, -1}};
    double[][] returns = new double[40][];
    for (int day = 0; day < 40; day++) {
      returns[day] = four[day % 4];
    }

    Covariance shrunk = estimate(returns);

    double share = 2.625 / (41 * 0.28125);
    assertThat(shrunk.shrinkage().orElseThrow()).isCloseTo(share, within(1e-15));
    assertThat(shrunk.at(0, 0)).isCloseTo(2 - 0.75 * share, within(1e-15));
  }

  @Test
  void keepsTheVarianceOfASingleAsset() {
    Covariance shrunk = estimate(new double[][] {{1}, {3}});

    assertThat(shrunk.at(0, 0)).isEqualTo(1);
    assertThat(shrunk.shrinkage()).hasValue(0);
  }

  @Test
  void isPositiveDefiniteWithMoreAssetsThanDays() {
    Covariance shrunk = estimate(SyntheticReturns.oneFactor(Philox.seeded(1), 10, 40, 0.2));

    assertThat(shrunk.positiveDefinite()).isTrue();
  }

  private static Covariance estimate(double[][] returns) {
    return new OracleApproximating()
        .estimate(Returns.of(CovarianceFixture.names(returns[0].length), 252, returns));
  }
}
