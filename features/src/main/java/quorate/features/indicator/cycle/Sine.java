package quorate.features.indicator.cycle;

/// Sine of an angle in degrees, to about one unit of the last digit.
///
/// `StrictMath` makes an array for each of its sines, and those of `Math` may differ from machine
/// to machine. Quarter turns are taken off in degrees, which is exact; what is left, at most an
/// eighth of a turn, needs nine terms of Taylor's series.
final class Sine {
  /// ±1 / n! of the odd and of the even terms, the smallest first.
  private static final double[] ODD = series(17);

  private static final double[] EVEN = series(16);

  private Sine() {}

  private static double[] series(int last) {
    double[] terms = new double[last / 2 + 1];
    for (int i = 0; i < terms.length; i++) {
      int power = last - 2 * i;
      double factorial = 1;
      for (int n = 2; n <= power; n++) {
        factorial *= n;
      }
      terms[i] = (power / 2 % 2 == 0 ? 1 : -1) / factorial;
    }
    return terms;
  }

  static double ofDegrees(double degrees) {
    double quarters = Math.rint(degrees / 90);
    double x = Math.toRadians(degrees - 90 * quarters);
    int turn = (int) quarters;
    double size = (turn & 1) == 0 ? x * sum(ODD, x * x) : sum(EVEN, x * x);
    return (turn & 2) == 0 ? size : -size;
  }

  private static double sum(double[] terms, double square) {
    double sum = 0;
    for (double term : terms) {
      sum = Math.fma(sum, square, term);
    }
    return sum;
  }
}
