package quorate.learning.world;

/// Sine and cosine, the same bits on every machine and without allocation, within one unit in the
/// last place of `StrictMath`.
///
/// The angle is taken to ±π/4 by multiples of π/2 in two parts (Cody and Waite 1980) with fused
/// multiply-adds, what rounding left over is kept, and polynomials with the coefficients of FDLIBM
/// (Sun Microsystems 1993) do the rest. `StrictMath` allocates an array at every call, and `Math`
/// may differ between machines. Angles beyond ±2²⁰, which no world reaches, go to `StrictMath`.
final class Trigonometry {
  private static final double LARGE = 1 << 20;

  /// π/2 as a double, and what it is short of π/2.
  private static final double QUARTER = 0x1.921FB54442D18p0;

  private static final double QUARTER_REST = 0x1.1A62633145C07p-54;

  private static final double S1 = -0.16666666666666632;
  private static final double S2 = 0.00833333333332249;
  private static final double S3 = -0.0001984126982985795;
  private static final double S4 = 2.7557313707070068e-6;
  private static final double S5 = -2.5050760253406863e-8;
  private static final double S6 = 1.58969099521155e-10;
  private static final double C1 = 0.0416666666666666;
  private static final double C2 = -0.001388888888887411;
  private static final double C3 = 2.480158728947673e-5;
  private static final double C4 = -2.7557314351390663e-7;
  private static final double C5 = 2.087572321298175e-9;
  private static final double C6 = -1.1359647557788195e-11;

  private Trigonometry() {}

  static double sin(double angle) {
    if (!(Math.abs(angle) <= LARGE)) {
      return StrictMath.sin(angle);
    }
    double quarters = Math.rint(angle * (2 / Math.PI));
    return turned(angle, quarters, (int) quarters);
  }

  static double cos(double angle) {
    if (!(Math.abs(angle) <= LARGE)) {
      return StrictMath.cos(angle);
    }
    double quarters = Math.rint(angle * (2 / Math.PI));
    return turned(angle, quarters, (int) quarters + 1);
  }

  /// The sine of what is left of an angle without its quarter turns, after `turns` of them.
  private static double turned(double angle, double quarters, int turns) {
    double left = Math.fma(-quarters, QUARTER, angle);
    double less = quarters * QUARTER_REST;
    double x = left - less;
    double tail = (left - x) - less;
    double value = (turns & 1) == 0 ? sinNear0(x, tail) : cosNear0(x, tail);
    return (turns & 2) == 0 ? value : -value;
  }

  private static double sinNear0(double x, double tail) {
    double z = x * x;
    double v = z * x;
    double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
    return x - ((z * (0.5 * tail - v * r) - tail) - v * S1);
  }

  private static double cosNear0(double x, double tail) {
    double z = x * x;
    double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
    double half = 0.5 * z;
    double w = 1 - half;
    return w + (((1 - w) - half) + (z * r - x * tail));
  }
}
