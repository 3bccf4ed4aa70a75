package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.features.covariance.SampleCovariance.Divisor;

class SampleCovarianceTest {

  /// Deviations (−1, −2), (0, 0), (1, 2): sums of products 2, 4 and 8.
  private static final Returns THREE_DAYS =
      Returns.of(List.of("a", "b"), 252, new double[][] {{1, 0}, {2, 2}, {3, 4}});

  @Test
  void dividesByDaysLessOneByDefault() {
    Covariance covariance = SampleCovariance.defaults().estimate(THREE_DAYS);

    assertThat(covariance.matrix()).isDeepEqualTo(new double[][] {{1, 2}, {2, 4}});
    assertThat(SampleCovariance.defaults().divisor()).isEqualTo(Divisor.DAYS_LESS_ONE);
    assertThat(covariance.shrinkage()).isEmpty();
  }

  @Test
  void dividesByDaysForTheLikeliest() {
    Covariance covariance = new SampleCovariance(Divisor.DAYS).estimate(THREE_DAYS);

    assertThat(covariance.at(0, 1)).isCloseTo(4.0 / 3, within(1e-15));
  }

  @Test
  void isTheSameForAnyMeans() {
    double[][] far = {{1e6 + 1, 0}, {1e6 + 2, 2}, {1e6 + 3, 4}};

    Covariance covariance =
        SampleCovariance.defaults().estimate(Returns.of(List.of("a", "b"), 252, far));

    assertThat(covariance.matrix()).isDeepEqualTo(new double[][] {{1, 2}, {2, 4}});
  }
}
