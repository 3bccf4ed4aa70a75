package quorate.features.correlation;

/// The law of the eigenvalues that pure noise has.
///
/// Of n independent series of variance σ² over T days, n and T both large, the eigenvalues of the
/// sample covariance fill the interval σ²(1 − √(n/T))² to σ²(1 + √(n/T))² and no eigenvalue stays
/// outside. What lies beyond the upper edge is therefore more than noise; the largest eigenvalue of
/// noise itself strays over the edge by the order of n^(−2/3).
///
/// Source: V. Marchenko and L. Pastur (1967); L. Laloux, P. Cizeau, J.-P. Bouchaud, M. Potters,
/// *Noise dressing of financial correlation matrices* (1999).
public final class MarchenkoPastur {
  private MarchenkoPastur() {}

  /// The upper edge for a correlation matrix, whose σ² is 1.
  ///
  /// @param assets n, at least 1
  /// @param days T, at least 1
  public static double upperEdge(int assets, int days) {
    return upperEdge(assets, days, 1);
  }

  /// The upper edge for noise of the variance σ², such as what is left when the market's eigenvalue
  /// is taken out of a correlation matrix: 1 − λ₁/n.
  public static double upperEdge(int assets, int days, double variance) {
    if (assets < 1 || days < 1 || !(variance >= 0)) {
      throw new IllegalArgumentException(
          "assets and days must be at least 1 and the variance not negative, but were %d, %d and %s"
              .formatted(assets, days, variance));
    }
    double root = 1 + Math.sqrt((double) assets / days);
    return variance * root * root;
  }
}
