package quorate.features.covariance;

import quorate.features.covariance.SampleCovariance.Divisor;
import quorate.features.matrix.Symmetric;

/// Oracle approximating shrinkage to the identity times the mean variance, for returns near to
/// normal; stronger than [LedoitWolf] when days are few.
///
/// With S the sample covariance over days, μ its mean variance, a the mean of its squared elements,
/// n assets and T days: shrinkage = min(1, (a + μ²) / ((T + 1)(a − μ²/n))). Agrees with
/// scikit-learn `OAS` and PyPortfolioOpt `oracle_approximating`, which leave out the factor 1 − 2/n
/// of the paper's equation 23 before a, as is done here.
///
/// Source: Y. Chen, A. Wiesel, Y. Eldar, A. Hero, *Shrinkage algorithms for MMSE covariance
/// estimation*, IEEE Transactions on Signal Processing 58 (2010).
public record OracleApproximating() implements CovarianceEstimator {

  @Override
  public Covariance estimate(Returns returns) {
    double[][] sample = SampleCovariance.of(returns.centred(), Divisor.DAYS.of(returns.days()));
    double n = sample.length;
    double mean = Symmetric.trace(sample) / n;
    double squares = Symmetric.squares(sample) / (n * n);
    double above = squares + mean * mean;
    double below = (returns.days() + 1) * (squares - mean * mean / n);
    double shrinkage = n == 1 ? 0 : below > 0 ? Math.min(above / below, 1) : 1;
    LedoitWolf.moveToIdentity(sample, mean, shrinkage);
    return Covariance.shrunk(returns, sample, shrinkage);
  }
}
