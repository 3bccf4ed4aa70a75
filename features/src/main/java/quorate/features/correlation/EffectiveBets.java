package quorate.features.correlation;

import quorate.features.covariance.Covariance;
import quorate.features.matrix.SymmetricEigen;

/// How many independent bets there are: exp(−Σ pₖ log pₖ), the exponential of the entropy of the
/// shares pₖ of variance that uncorrelated sources have; 1 when one source makes all variance, n
/// when n sources make equal parts.
///
/// Source: A. Meucci, *Managing diversification*, Risk 22 (2009), with principal portfolios as the
/// sources.
public final class EffectiveBets {
  private EffectiveBets() {}

  /// Of a portfolio: pₖ = λₖ (vₖᵀw)² / wᵀΣw, the share of its variance that comes from the k-th
  /// principal portfolio. Where eigenvalues are equal their axes are not unique and neither is the
  /// number.
  ///
  /// @param weights one per asset
  /// @return 1 to the number of assets
  /// @throws IllegalArgumentException when the portfolio has no variance
  public static double of(Covariance covariance, double[] weights) {
    double variance = covariance.varianceOf(weights);
    if (!(variance > 0)) {
      throw new IllegalArgumentException(
          "the portfolio's variance must be positive to be shared out, but was " + variance);
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance.matrix());
    double[] parts = eigen.values();
    for (int k = 0; k < parts.length; k++) {
      double[] vector = eigen.vector(k);
      double exposure = 0;
      for (int i = 0; i < vector.length; i++) {
        exposure = Math.fma(vector[i], weights[i], exposure);
      }
      parts[k] = Math.max(parts[k], 0) * exposure * exposure;
    }
    return ofParts(parts);
  }

  /// Of the assets themselves: pₖ = λₖ / Σλ, the share of all variance that the k-th principal
  /// component has; that of equal exposure to each component.
  ///
  /// @param eigenvalues with a positive sum; negative ones, which rounding makes, count as 0
  /// @return 1 to the number of eigenvalues
  public static double ofEigenvalues(double[] eigenvalues) {
    double[] parts = eigenvalues.clone();
    for (int k = 0; k < parts.length; k++) {
      parts[k] = Math.max(parts[k], 0);
    }
    return ofParts(parts);
  }

  private static double ofParts(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("variance must be positive, but was " + sum);
    }
    double entropy = 0;
    for (double part : parts) {
      double p = part / sum;
      entropy -= p > 0 ? p * StrictMath.log(p) : 0;
    }
    return StrictMath.exp(Math.max(entropy, 0));
  }
}
