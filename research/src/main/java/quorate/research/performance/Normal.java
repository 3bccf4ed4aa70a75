package quorate.research.performance;

/// The standard normal distribution.
final class Normal {
  private static final double SERIES_END = 1e-17;
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private Normal() {}

  /// The probability of a value at most `z`, to about 1e-15.
  ///
  /// Within ±5 by Marsaglia's Taylor series, "Evaluating the normal distribution", Journal of
  /// Statistical Software 11 (2004), which needs no table; outside by the continued fraction of the
  /// Mills ratio, where the series would lose digits.
  static double cumulative(double z) {
    if (Double.isNaN(z)) {
      throw new IllegalArgumentException("z must be a number, but was NaN");
    }
    double tail = Math.abs(z) <= 5 ? 0.5 - body(Math.abs(z)) : tail(Math.abs(z));
    return z < 0 ? tail : 1 - tail;
  }

  private static double body(double z) {
    double sum = z;
    double term = z;
    for (int k = 3; Math.abs(term) > SERIES_END * Math.abs(sum); k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return sum * density(z);
  }

  private static double tail(double z) {
    if (z > 38) {
      return 0;
    }
    double fraction = z;
    for (int k = 80; k >= 1; k--) {
      fraction = z + k / fraction;
    }
    return density(z) / fraction;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / ROOT_TWO_PI;
  }
}
