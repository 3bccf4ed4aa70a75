package quorate.features.covariance;

import quorate.features.matrix.CrossProduct;
import quorate.features.matrix.Symmetric;

/// The sample covariance Σ (x − x̄)(x − x̄)ᵀ / d, all days weighing the same.
///
/// With d = days − 1, the default, it is free of bias and agrees with PyPortfolioOpt `sample_cov`;
/// with d = days it is the likeliest under a normal law and agrees with scikit-learn
/// `EmpiricalCovariance`. With at most as many days as assets it is singular.
///
/// @param divisor d
public record SampleCovariance(Divisor divisor) implements CovarianceEstimator {

  /// By what the sum of products is divided.
  public enum Divisor {
    /// Unbiased.
    DAYS_LESS_ONE,
    /// The maximum of the likelihood.
    DAYS;

    double of(int days) {
      return this == DAYS ? days : days - 1;
    }
  }

  /// Divides by days − 1.
  public static SampleCovariance defaults() {
    return new SampleCovariance(Divisor.DAYS_LESS_ONE);
  }

  @Override
  public Covariance estimate(Returns returns) {
    double[][] matrix = of(returns.centred(), divisor.of(returns.days()));
    return Covariance.estimated(returns.assets(), returns.periodsPerYear(), matrix);
  }

  static double[][] of(double[][] centred, double divisor) {
    double[][] matrix = CrossProduct.of(centred);
    Symmetric.scale(matrix, 1 / divisor);
    return matrix;
  }
}
