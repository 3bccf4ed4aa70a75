package quorate.features.covariance;

import quorate.features.matrix.Symmetric;

/// Ledoit and Wolf's shrinkage: (1 − δ)·S + δ·F, the sample covariance S moved to a target F with
/// little structure, by the share δ that has the least expected squared error.
///
/// | target F | agrees with | S divides by |
/// | --- | --- | --- |
/// | [Target#IDENTITY] | scikit-learn `LedoitWolf`, PyPortfolioOpt `constant_variance` | days |
/// | [Target#SINGLE_INDEX] | PyPortfolioOpt `single_factor` | days |
/// | [Target#CONSTANT_CORRELATION] | PyPortfolioOpt `constant_correlation` | days − 1 |
///
/// With one asset F is S and δ is 0. Always positive semidefinite, and positive definite when δ > 0
/// and F is. One product XᵀX and a few passes over the returns: all sums over pairs of assets in δ
/// are rewritten as sums over days, so that the other three matrix products of the papers' programs
/// fall away.
///
/// Sources: O. Ledoit and M. Wolf, *A well-conditioned estimator for large-dimensional covariance
/// matrices* (2004); *Improved estimation of the covariance matrix of stock returns with an
/// application to portfolio selection* (2003); *Honey, I shrunk the sample covariance matrix*
/// (2004).
///
/// @param target F
public record LedoitWolf(Target target) implements CovarianceEstimator {

  /// What the sample is moved to.
  public enum Target {
    /// No correlation, and the mean variance for all.
    IDENTITY,
    /// Each asset moves with the mean of all assets, and otherwise for itself; own variances.
    SINGLE_INDEX,
    /// The mean correlation for every pair; own variances. Not defined for an asset that never
    /// moves.
    CONSTANT_CORRELATION
  }

  /// To constant correlation, which suits assets of one kind.
  public static LedoitWolf defaults() {
    return new LedoitWolf(Target.CONSTANT_CORRELATION);
  }

  @Override
  public Covariance estimate(Returns returns) {
    double[][] centred = returns.centred();
    return switch (target) {
      case IDENTITY -> toIdentity(returns, centred);
      case SINGLE_INDEX -> new SingleIndexShrinkage(returns, centred).estimate();
      case CONSTANT_CORRELATION -> new ConstantCorrelationShrinkage(returns, centred).estimate();
    };
  }

  private static Covariance toIdentity(Returns returns, double[][] centred) {
    int days = returns.days();
    double[][] sample = SampleCovariance.of(centred, days);
    double n = sample.length;
    double mean = Symmetric.trace(sample) / n;
    double squares = Symmetric.squares(sample);
    double error = (sumOfSquaredNorms(centred) / days - squares) / days;
    double distance = squares - n * mean * mean;
    double shrinkage = n == 1 ? 0 : share(error, distance, squares);
    moveToIdentity(sample, mean, shrinkage);
    return Covariance.shrunk(returns, sample, shrinkage);
  }

  /// Σ over days of (Σᵢ xᵢ²)², which is the sum of all elements of YᵀY with Y = X².
  static double sumOfSquaredNorms(double[][] centred) {
    double sum = 0;
    for (double[] row : centred) {
      double norm = 0;
      for (double x : row) {
        norm = Math.fma(x, x, norm);
      }
      sum = Math.fma(norm, norm, sum);
    }
    return sum;
  }

  /// error / distance within 0…1; 0 when the sample is its target but for rounding.
  ///
  /// @param squares the sum of squared elements of the sample, which sets what rounding is
  static double share(double error, double distance, double squares) {
    double rounding = 1e-28 * squares;
    return distance <= rounding ? 0 : Math.clamp(error / distance, 0.0, 1.0);
  }

  static void moveToIdentity(double[][] sample, double mean, double shrinkage) {
    Symmetric.scale(sample, 1 - shrinkage);
    for (int i = 0; i < sample.length; i++) {
      sample[i][i] += shrinkage * mean;
    }
  }

  /// (1 − shrinkage)·sample + shrinkage·target off the diagonal; own variances stay.
  static void moveOffDiagonal(double[][] sample, Elements target, double shrinkage) {
    for (int i = 0; i < sample.length; i++) {
      for (int j = i + 1; j < sample.length; j++) {
        sample[i][j] = (1 - shrinkage) * sample[i][j] + shrinkage * target.at(i, j);
      }
    }
    Symmetric.mirrorUpper(sample);
  }

  /// A matrix by its elements.
  @FunctionalInterface
  interface Elements {
    double at(int i, int j);
  }
}
