package quorate.features.drift;

/// The two-sample Kolmogorov–Smirnov test: the largest distance of two empirical distribution
/// functions, and how likely one at least as large is when both are of one distribution.
final class KolmogorovSmirnov {
  private static final int MAX_TERMS = 100;

  private KolmogorovSmirnov() {}

  /// @param a sorted
  /// @param b sorted
  /// @return 0 to 1
  static double distance(double[] a, double[] b) {
    int i = 0;
    int j = 0;
    double distance = 0;
    while (i < a.length && j < b.length) {
      double at = Math.min(a[i], b[j]);
      while (i < a.length && a[i] == at) {
        i++;
      }
      while (j < b.length && b[j] == at) {
        j++;
      }
      distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return distance;
  }

  /// The asymptotic law 2 Σ (−1)^(k−1) e^(−2k²λ²) at λ = (√n + 0.12 + 0.11/√n)·D with n = ab/(a+b)
  /// (M. A. Stephens, "Use of the Kolmogorov–Smirnov, Cramér–von Mises and related statistics
  /// without extensive tables", J. R. Stat. Soc. B 32, 1970). It takes values to be independent;
  /// those of neighbouring bars are not, so it is too ready to see drift.
  ///
  /// @return 0 to 1
  static double chance(double distance, long a, long b) {
    double n = Math.sqrt((double) a * b / (a + b));
    double lambda = (n + 0.12 + 0.11 / n) * distance;
    if (lambda < 0.2) {
      return 1; // to 12 digits, and the sum would need too many terms
    }
    double sum = 0;
    double sign = 1;
    for (int k = 1; k <= MAX_TERMS; k++) {
      double term = StrictMath.exp(-2.0 * k * k * lambda * lambda);
      sum += sign * term;
      sign = -sign;
      if (term < 1e-16) {
        break;
      }
    }
    return Math.max(0, Math.min(1, 2 * sum));
  }
}
