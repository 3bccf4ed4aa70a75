package quorate.learning.kernel;

/// The functions of one number, in the same steps as [VectorMath].
// The coefficients stand as they were published.
@SuppressWarnings("FloatingPointLiteralPrecision")
final class ScalarMath {
  static final float LOG2_E = 1.44269504f;
  static final float LN2_HIGH = 0.693359375f;
  static final float LN2_LOW = -2.12194440e-4f;

  /// Adding it rounds to a whole number and leaves that in the lowest bits: 1.5 · 2²³.
  static final float ROUNDER = 12_582_912f;

  static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);

  /// Below it n would be −126 and its half have no normal exponent.
  static final float EXP_LEAST = -86.98f;

  static final float EXP_MOST = 89f;

  /// Bits of √½.
  static final int ROOT_HALF_BITS = 0x3f3504f3;

  /// Beyond it tanh stays where it is, less than 10⁻⁶ from ±1.
  static final float TANH_MOST = 7.90531110763549805f;

  static final float TANH_SMALL = 0.0004f;

  /// Beyond it erf is ±1 in single precision.
  static final float ERF_MOST = 4f;

  private ScalarMath() {}

  /// Cephes' `expf` (S. Moshier): eˣ = 2ⁿ·eʳ with |r| ≤ ½ ln 2.
  static float exp(float x) {
    float clamped = Math.min(Math.max(x, EXP_LEAST), EXP_MOST);
    float shifted = Math.fma(clamped, LOG2_E, ROUNDER);
    float n = shifted - ROUNDER;
    float r = Math.fma(n, -LN2_HIGH, clamped);
    r = Math.fma(n, -LN2_LOW, r);
    float p = Math.fma(1.9875691500E-4f, r, 1.3981999507E-3f);
    p = Math.fma(p, r, 8.3334519073E-3f);
    p = Math.fma(p, r, 4.1665795894E-2f);
    p = Math.fma(p, r, 1.6666665459E-1f);
    p = Math.fma(p, r, 5.0000001201E-1f);
    p = Math.fma(p, r * r, r) + 1f;
    int half = (Float.floatToRawIntBits(shifted) - ROUNDER_BITS + 126) << 23;
    float y = p * Float.intBitsToFloat(half) * 2f;
    return x < EXP_LEAST ? 0f : y;
  }

  /// Cephes' `logf`: ln x = e·ln 2 + ln m with m from √½ to √2.
  static float log(float x) {
    boolean small = x < Float.MIN_NORMAL;
    float normal = small ? x * 0x1p23f : x;
    int bits = Float.floatToRawIntBits(normal) - ROOT_HALF_BITS;
    float e = (float) (bits >> 23) + (small ? -23f : 0f);
    float f = Float.intBitsToFloat((bits & 0x7fffff) + ROOT_HALF_BITS) - 1f;
    float z = f * f;
    float y = Math.fma(7.0376836292E-2f, f, -1.1514610310E-1f);
    y = Math.fma(y, f, 1.1676998740E-1f);
    y = Math.fma(y, f, -1.2420140846E-1f);
    y = Math.fma(y, f, 1.4249322787E-1f);
    y = Math.fma(y, f, -1.6668057665E-1f);
    y = Math.fma(y, f, 2.0000714765E-1f);
    y = Math.fma(y, f, -2.4999993993E-1f);
    y = Math.fma(y, f, 3.3333331174E-1f);
    y = y * f * z;
    y = Math.fma(e, LN2_LOW, y);
    y = Math.fma(z, -0.5f, y);
    float result = Math.fma(e, LN2_HIGH, f + y);
    result = x < Float.POSITIVE_INFINITY ? result : x;
    result = x == 0f ? Float.NEGATIVE_INFINITY : result;
    return x < 0f ? Float.NaN : result;
  }

  /// Eigen's rational approximation: odd degree 13 over even degree 6.
  static float tanh(float x) {
    float c = Math.min(Math.max(x, -TANH_MOST), TANH_MOST);
    float z = c * c;
    float p = Math.fma(-2.76076847742355e-16f, z, 2.00018790482477e-13f);
    p = Math.fma(p, z, -8.60467152213735e-11f);
    p = Math.fma(p, z, 5.12229709037114e-08f);
    p = Math.fma(p, z, 1.48572235717979e-05f);
    p = Math.fma(p, z, 6.37261928875436e-04f);
    p = Math.fma(p, z, 4.89352455891786e-03f);
    p = p * c;
    float q = Math.fma(1.19825839466702e-06f, z, 1.18534705686654e-04f);
    q = Math.fma(q, z, 2.26843463243900e-03f);
    q = Math.fma(q, z, 4.89352518554385e-03f);
    return Math.abs(x) < TANH_SMALL ? x : p / q;
  }

  static float sigmoid(float x) {
    return 1f / (1f + exp(-x));
  }

  /// max(x, 0) + ln(1 + e⁻|ˣ|), the logarithm by W. Kahan's correction of 1 + u.
  static float softplus(float x) {
    float u = exp(-Math.abs(x));
    float w = 1f + u;
    float d = w - 1f;
    float tail = d == 0f ? u : log(w) * (u / d);
    return Math.max(x, 0f) + tail;
  }

  /// Eigen's rational approximation: odd degree 13 over even degree 8.
  static float erf(float x) {
    float c = Math.min(Math.max(x, -ERF_MOST), ERF_MOST);
    float z = c * c;
    float p = Math.fma(-2.72614225801306e-10f, z, 2.77068142495902e-08f);
    p = Math.fma(p, z, -2.10102402082508e-06f);
    p = Math.fma(p, z, -5.69250639462346e-05f);
    p = Math.fma(p, z, -7.34990630326855e-04f);
    p = Math.fma(p, z, -2.95459980854025e-03f);
    p = Math.fma(p, z, -1.60960333262415e-02f);
    p = p * c;
    float q = Math.fma(-1.45660718464996e-05f, z, -2.13374055278905e-04f);
    q = Math.fma(q, z, -1.68282697438203e-03f);
    q = Math.fma(q, z, -7.37332916720468e-03f);
    q = Math.fma(q, z, -1.42647390514189e-02f);
    return p / q;
  }

  /// One lane of a step of Adam; see [Kernels#adam].
  static float adamStep(float p, float m, float v, float rate, float root, float epsilon) {
    return p - rate * m / Math.fma((float) Math.sqrt(v), root, epsilon);
  }

  /// The sixteen lanes joined: eight pairs, then four, two, one.
  static float join(float[] lanes) {
    for (int width = Kernels.LANES / 2; width >= 1; width /= 2) {
      for (int i = 0; i < width; i++) {
        lanes[i] += lanes[i + width];
      }
    }
    return lanes[0];
  }
}
