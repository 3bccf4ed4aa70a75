package quorate.features.drift;

/// The population stability index, Σ (q − p)·ln(q / p) over bins, p the shares in training and q
/// those now: Jeffreys' divergence of the two histograms. By custom below 0.1 is stable, from 0.25
/// on moved (N. Siddiqi, *Credit Risk Scorecards*, 2006).
final class PopulationStability {
  private PopulationStability() {}

  /// An empty bin counts as half a value, so that the index is finite.
  static double index(double[] before, double[] now, int beforeCount, int nowCount) {
    double index = 0;
    for (int bin = 0; bin < before.length; bin++) {
      double p = Math.max(before[bin], 0.5 / beforeCount);
      double q = Math.max(now[bin], 0.5 / nowCount);
      index += (q - p) * StrictMath.log(q / p);
    }
    return index;
  }
}
