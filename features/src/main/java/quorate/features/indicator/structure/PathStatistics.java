package quorate.features.indicator.structure;

/// Statistics of the few numbers of a window, each worked out anew: two passes, no running sums.
///
/// Numbers here are logarithms or their differences. Those that differ by less than [#ROUNDING]
/// count as equal: prices that grow by a constant factor have constant returns, although their
/// logarithms do not quite say so. What would divide by a spread of 0 is 0.
final class PathStatistics {
  /// Far above the rounding of a logarithm, far below the smallest step of any market.
  static final double ROUNDING = 1e-13;

  private PathStatistics() {}

  /// Whether all numbers are equal.
  static boolean constant(double[] x) {
    double least = x[0];
    double most = x[0];
    for (double one : x) {
      least = Math.min(least, one);
      most = Math.max(most, one);
    }
    return most - least < ROUNDING;
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double one : x) {
      sum += one;
    }
    return sum / x.length;
  }

  /// The population standard deviation.
  static double deviation(double[] x) {
    if (constant(x)) {
      return 0;
    }
    double mean = mean(x);
    double squares = 0;
    for (double one : x) {
      squares += (one - mean) * (one - mean);
    }
    return Math.sqrt(squares / x.length);
  }

  /// The third central moment over the cube of the deviation, both of the population.
  static double skewness(double[] x) {
    if (constant(x)) {
      return 0;
    }
    double mean = mean(x);
    double squares = 0;
    double cubes = 0;
    for (double one : x) {
      double square = (one - mean) * (one - mean);
      squares += square;
      cubes += square * (one - mean);
    }
    double variance = squares / x.length;
    return cubes / x.length / (variance * Math.sqrt(variance));
  }

  /// Σ (x[i] − mean)(x[i−1] − mean) / Σ (x[i] − mean)².
  static double autocorrelation(double[] x) {
    if (constant(x)) {
      return 0;
    }
    double mean = mean(x);
    double squares = (x[0] - mean) * (x[0] - mean);
    double products = 0;
    for (int i = 1; i < x.length; i++) {
      squares += (x[i] - mean) * (x[i] - mean);
      products += (x[i] - mean) * (x[i - 1] - mean);
    }
    return products / squares;
  }
}
