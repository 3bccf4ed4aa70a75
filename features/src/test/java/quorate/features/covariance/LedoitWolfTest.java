package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.features.covariance.LedoitWolf.Target;

class LedoitWolfTest {

  @ParameterizedTest
  @EnumSource(Target.class)
  void agreesWithThePapersWrittenDownPairByPair(Target target) {
    ForAll.cases(
        40,
        1,
        SyntheticReturns::any,
        returns -> {
          if (returns[0].length == 2 && target == Target.CONSTANT_CORRELATION) {
            return; // there the sample is its own target
          }
          NaiveShrinkage naive = new NaiveShrinkage(returns);

          Covariance ours = estimate(target, returns);

          assertThat(ours.shrinkage().orElseThrow())
              .isCloseTo(naive.shrinkage(target), within(1e-9));
          double[][] expected = naive.estimate(target);
          for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
              double scale = Math.sqrt(expected[i][i] * expected[j][j]);
              assertThat(ours.at(i, j)).isCloseTo(expected[i][j], within(1e-10 * scale));
            }
          }
        });
  }

  /// Two assets have one correlation, which is its own mean: the sample is its target.
  @Test
  void doesNotShrinkTwoAssetsToTheirOwnCorrelation() {
    double[][] returns = SyntheticReturns.oneFactor(Philox.seeded(2), 50, 2, 0.5);

    Covariance shrunk = estimate(Target.CONSTANT_CORRELATION, returns);

    Covariance sample =
        SampleCovariance.defaults().estimate(Returns.of(List.of("a", "b"), 252, returns));
    assertThat(shrunk.shrinkage()).hasValue(0);
    assertThat(shrunk.matrix()).isDeepEqualTo(sample.matrix());
  }

  /// Returns (1, 1), (1, −1), (−1, 1), (−1, −1): S is the identity, its own target.
  @Test
  void leavesTheIdentityAlone() {
    double[][] returns = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

    Covariance shrunk = estimate(Target.IDENTITY, returns);

    assertThat(shrunk.matrix()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    assertThat(shrunk.shrinkage()).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void keepsTheVarianceOfASingleAsset(Target target) {
    Covariance shrunk = estimate(target, new double[][] {{0.01}, {0.03}, {0.02}});

    // deviations −0.01, 0.01, 0: the sum of squares is 0.0002
    double divisor = target == Target.CONSTANT_CORRELATION ? 2 : 3;
    assertThat(shrunk.at(0, 0)).isCloseTo(0.0002 / divisor, within(1e-18));
    assertThat(shrunk.shrinkage()).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void makesTheCovarianceOfMoreAssetsThanDaysPositiveDefinite(Target target) {
    double[][] returns = SyntheticReturns.oneFactor(Philox.seeded(3), 20, 60, 0.3);
    Returns checked = Returns.of(CovarianceFixture.names(60), 252, returns);

    Covariance shrunk = new LedoitWolf(target).estimate(checked);

    assertThat(SampleCovariance.defaults().estimate(checked).conditionNumber()).isGreaterThan(1e15);
    assertThat(shrunk.positiveDefinite()).isTrue();
    assertThat(shrunk.conditionNumber()).isLessThan(1000);
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void isNearerToTheTruthThanTheSample(Target target) {
    double[][] returns = SyntheticReturns.oneFactor(Philox.seeded(4), 40, 30, 0.3);

    double shrunk = error(estimate(target, returns));
    double sample =
        error(
            SampleCovariance.defaults()
                .estimate(Returns.of(CovarianceFixture.names(30), 252, returns)));

    assertThat(shrunk).isLessThan(sample);
  }

  /// The truth is 0.0001 on the diagonal and 0.3 of it elsewhere.
  private static double error(Covariance covariance) {
    double sum = 0;
    for (int i = 0; i < covariance.size(); i++) {
      for (int j = 0; j < covariance.size(); j++) {
        double difference = covariance.at(i, j) - (i == j ? 1e-4 : 0.3e-4);
        sum += difference * difference;
      }
    }
    return sum;
  }

  @Test
  void refusesAnAssetThatNeverMovesWhereCorrelationIsTheTarget() {
    double[][] returns = {{0.01, 0.1}, {0.02, 0.1}, {-0.01, 0.1}};

    assertThatThrownBy(() -> estimate(Target.CONSTANT_CORRELATION, returns))
        .hasMessage(
            "every asset must move for a constant correlation, but \"a1\" had 3 equal returns; leave it out or use another target");
    assertThat(estimate(Target.SINGLE_INDEX, returns).at(1, 1)).isZero();
  }

  @Test
  void refusesAnIndexThatNeverMoves() {
    double[][] returns = {{0.01, -0.01}, {0.02, -0.02}, {-0.01, 0.01}};

    assertThatThrownBy(() -> estimate(Target.SINGLE_INDEX, returns))
        .hasMessageStartingWith("the mean of all assets must move to be their index");
  }

  @Test
  void shrinksToConstantCorrelationByDefault() {
    assertThat(LedoitWolf.defaults()).isEqualTo(new LedoitWolf(Target.CONSTANT_CORRELATION));
  }

  private static Covariance estimate(Target target, double[][] returns) {
    return new LedoitWolf(target)
        .estimate(Returns.of(CovarianceFixture.names(returns[0].length), 252, returns));
  }
}
