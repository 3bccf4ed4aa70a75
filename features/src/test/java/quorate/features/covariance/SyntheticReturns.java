package quorate.features.covariance;

import java.util.random.RandomGenerator;

/// Made-up returns with a common factor.
public final class SyntheticReturns {
  private SyntheticReturns() {}

  /// Standard normal columns of which every pair has the correlation `share`, times 0.01.
  ///
  /// @param share 0 to 1
  public static double[][] oneFactor(RandomGenerator chance, int days, int assets, double share) {
    double[][] returns = new double[days][assets];
    for (double[] row : returns) {
      double market = chance.nextGaussian();
      for (int i = 0; i < assets; i++) {
        double own = chance.nextGaussian();
        row[i] = 0.01 * (Math.sqrt(share) * market + Math.sqrt(1 - share) * own);
      }
    }
    return returns;
  }

  /// One of many shapes: 2 to 12 assets, 3 to 60 days, any correlation, unequal scales and means.
  public static double[][] any(RandomGenerator chance) {
    int assets = 2 + chance.nextInt(11);
    double[][] returns =
        oneFactor(chance, 3 + chance.nextInt(58), assets, 0.9 * chance.nextDouble());
    for (int i = 0; i < assets; i++) {
      double scale = 0.2 + 3 * chance.nextDouble();
      double mean = 0.01 * chance.nextGaussian();
      for (double[] row : returns) {
        row[i] = mean + scale * row[i];
      }
    }
    return returns;
  }
}
