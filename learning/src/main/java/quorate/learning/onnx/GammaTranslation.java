package quorate.learning.onnx;

/// ln Γ and its slope, which ONNX has not, from operations that it has: moved up by 6, then
/// Stirling's series. For numbers above 0; some 10⁻⁶ off, as single precision allows.
///
/// M. Abramowitz and I. Stegun, "Handbook of mathematical functions" (1964), 6.1.15, 6.1.40, 6.3.5
/// and 6.3.18.
final class GammaTranslation {
  private static final int UP = 6;

  private final Translation to;

  GammaTranslation(Translation to) {
    this.to = to;
  }

  /// (z − ½) ln z − z + ½ ln 2π + 1/(12z) − 1/(360z³) − Σ ln(x + i), z = x + 6.
  String logGamma(String x) {
    String z = plus(x, UP);
    String logs = to.add("Mul", plus(z, -0.5), to.add("Log", z));
    String main = plus(to.add("Sub", logs, z), 0.5 * StrictMath.log(2 * Math.PI));
    String inner = plus(times(square(inverse(z)), -1.0 / 360), 1.0 / 12);
    String series = to.add("Mul", inner, inverse(z));
    String moved = to.add("Log", x);
    for (int i = 1; i < UP; i++) {
      moved = to.add("Add", moved, to.add("Log", plus(x, i)));
    }
    return to.add("Sub", to.add("Add", main, series), moved);
  }

  /// ln z − 1/(2z) − 1/(12z²) + 1/(120z⁴) − Σ 1/(x + i), z = x + 6.
  String digamma(String x) {
    String z = plus(x, UP);
    String r = square(inverse(z));
    String series = to.add("Mul", r, plus(times(r, -1.0 / 120), 1.0 / 12));
    String main = to.add("Sub", to.add("Log", z), times(inverse(z), 0.5));
    String moved = inverse(x);
    for (int i = 1; i < UP; i++) {
      moved = to.add("Add", moved, inverse(plus(x, i)));
    }
    return to.add("Sub", to.add("Sub", main, series), moved);
  }

  private String plus(String x, double number) {
    return to.add("Add", x, to.number((float) number));
  }

  private String times(String x, double number) {
    return to.add("Mul", x, to.number((float) number));
  }

  private String inverse(String x) {
    return to.add("Reciprocal", x);
  }

  private String square(String x) {
    return to.add("Mul", x, x);
  }
}
