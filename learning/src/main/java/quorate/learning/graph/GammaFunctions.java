package quorate.learning.graph;

/// ln Γ and its first two slopes for numbers above 0, in double precision: moved up to 8 and beyond
/// by their recurrences, then by Stirling's series, whose next term there is below 5·10⁻¹³. NaN at
/// 0 and below. M. Abramowitz and I. Stegun, "Handbook of mathematical functions" (1964), 6.1.15,
/// 6.1.40, 6.3.5, 6.3.18, 6.4.6 and 6.4.12.
final class GammaFunctions {
  private static final double FAR = 8;
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  private GammaFunctions() {}

  /// ln Γ(x).
  static double log(double x) {
    if (!(x > 0)) {
      return Double.NaN;
    }
    double z = x;
    double product = 1;
    while (z < FAR) {
      product *= z;
      z++;
    }
    double r = 1 / (z * z);
    double series =
        (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / z;
    double far = (z - 0.5) * StrictMath.log(z) - z + HALF_LOG_TWO_PI + series;
    return far - StrictMath.log(product);
  }

  /// ψ(x) = d ln Γ(x) / dx.
  static double digamma(double x) {
    if (!(x > 0)) {
      return Double.NaN;
    }
    double z = x;
    double moved = 0;
    while (z < FAR) {
      moved += 1 / z;
      z++;
    }
    double r = 1 / (z * z);
    double series =
        r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (5.0 / 660)))));
    return StrictMath.log(z) - 0.5 / z - series - moved;
  }

  /// ψ′(x).
  static double trigamma(double x) {
    if (!(x > 0)) {
      return Double.NaN;
    }
    double z = x;
    double moved = 0;
    while (z < FAR) {
      moved += 1 / (z * z);
      z++;
    }
    double r = 1 / (z * z);
    double series =
        r * (1.0 / 6 - r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * (5.0 / 66)))));
    return (1 + 0.5 / z + series) / z + moved;
  }
}
