package quorate.learning.kernel;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [ScalarMath], a vector at a time and step by step the same.
// The coefficients stand as they were published.
@SuppressWarnings("FloatingPointLiteralPrecision")
final class VectorMath {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  // As constants, which the compiler takes up with far fewer nodes than a broadcast where it is
  // used: past its limit of nodes it stops inlining, and vectors become objects.
  private static final FloatVector ONE = all(1f);
  private static final FloatVector LOG2_E = all(ScalarMath.LOG2_E);
  private static final FloatVector ROUNDER = all(ScalarMath.ROUNDER);
  private static final FloatVector MINUS_LN2_HIGH = all(-ScalarMath.LN2_HIGH);
  private static final FloatVector MINUS_LN2_LOW = all(-ScalarMath.LN2_LOW);
  private static final FloatVector EXP_P0 = all(1.9875691500E-4f);
  private static final FloatVector EXP_P1 = all(1.3981999507E-3f);
  private static final FloatVector EXP_P2 = all(8.3334519073E-3f);
  private static final FloatVector EXP_P3 = all(4.1665795894E-2f);
  private static final FloatVector EXP_P4 = all(1.6666665459E-1f);
  private static final FloatVector EXP_P5 = all(5.0000001201E-1f);
  private static final FloatVector LOG_P0 = all(7.0376836292E-2f);
  private static final FloatVector LOG_P1 = all(-1.1514610310E-1f);
  private static final FloatVector LOG_P2 = all(1.1676998740E-1f);
  private static final FloatVector LOG_P3 = all(-1.2420140846E-1f);
  private static final FloatVector LOG_P4 = all(1.4249322787E-1f);
  private static final FloatVector LOG_P5 = all(-1.6668057665E-1f);
  private static final FloatVector LOG_P6 = all(2.0000714765E-1f);
  private static final FloatVector LOG_P7 = all(-2.4999993993E-1f);
  private static final FloatVector LOG_P8 = all(3.3333331174E-1f);
  private static final FloatVector LN2_LOW = all(ScalarMath.LN2_LOW);
  private static final FloatVector MINUS_HALF = all(-0.5f);
  private static final FloatVector LN2_HIGH = all(ScalarMath.LN2_HIGH);
  private static final FloatVector TANH_P0 = all(-2.76076847742355e-16f);
  private static final FloatVector TANH_P1 = all(2.00018790482477e-13f);
  private static final FloatVector TANH_P2 = all(-8.60467152213735e-11f);
  private static final FloatVector TANH_P3 = all(5.12229709037114e-08f);
  private static final FloatVector TANH_P4 = all(1.48572235717979e-05f);
  private static final FloatVector TANH_P5 = all(6.37261928875436e-04f);
  private static final FloatVector TANH_P6 = all(4.89352455891786e-03f);
  private static final FloatVector TANH_Q0 = all(1.19825839466702e-06f);
  private static final FloatVector TANH_Q1 = all(1.18534705686654e-04f);
  private static final FloatVector TANH_Q2 = all(2.26843463243900e-03f);
  private static final FloatVector TANH_Q3 = all(4.89352518554385e-03f);
  private static final FloatVector ERF_P0 = all(-2.72614225801306e-10f);
  private static final FloatVector ERF_P1 = all(2.77068142495902e-08f);
  private static final FloatVector ERF_P2 = all(-2.10102402082508e-06f);
  private static final FloatVector ERF_P3 = all(-5.69250639462346e-05f);
  private static final FloatVector ERF_P4 = all(-7.34990630326855e-04f);
  private static final FloatVector ERF_P5 = all(-2.95459980854025e-03f);
  private static final FloatVector ERF_P6 = all(-1.60960333262415e-02f);
  private static final FloatVector ERF_Q0 = all(-1.45660718464996e-05f);
  private static final FloatVector ERF_Q1 = all(-2.13374055278905e-04f);
  private static final FloatVector ERF_Q2 = all(-1.68282697438203e-03f);
  private static final FloatVector ERF_Q3 = all(-7.37332916720468e-03f);
  private static final FloatVector ERF_Q4 = all(-1.42647390514189e-02f);

  private VectorMath() {}

  private static FloatVector all(float value) {
    return FloatVector.broadcast(S, value);
  }

  static FloatVector exp(FloatVector x) {
    FloatVector clamped = x.max(ScalarMath.EXP_LEAST).min(ScalarMath.EXP_MOST);
    FloatVector shifted = clamped.fma(LOG2_E, ROUNDER);
    FloatVector n = shifted.sub(ScalarMath.ROUNDER);
    FloatVector r = n.fma(MINUS_LN2_HIGH, clamped);
    r = n.fma(MINUS_LN2_LOW, r);
    FloatVector p = EXP_P0.fma(r, EXP_P1);
    p = p.fma(r, EXP_P2);
    p = p.fma(r, EXP_P3);
    p = p.fma(r, EXP_P4);
    p = p.fma(r, EXP_P5);
    p = p.fma(r.mul(r), r).add(1f);
    IntVector half =
        shifted
            .viewAsIntegralLanes()
            .reinterpretAsInts()
            .sub(ScalarMath.ROUNDER_BITS - 126)
            .lanewise(VectorOperators.LSHL, 23);
    FloatVector y = p.mul(half.viewAsFloatingLanes().reinterpretAsFloats()).mul(2f);
    return y.blend(0f, x.compare(LT, ScalarMath.EXP_LEAST));
  }

  static FloatVector log(FloatVector x) {
    VectorMask<Float> small = x.compare(LT, Float.MIN_NORMAL);
    FloatVector normal = x.mul(0x1p23f, small);
    IntVector bits =
        normal.viewAsIntegralLanes().reinterpretAsInts().sub(ScalarMath.ROOT_HALF_BITS);
    FloatVector e =
        (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).convert(VectorOperators.I2F, 0);
    e = e.add(-23f, small);
    FloatVector f =
        bits.and(0x7fffff)
            .add(ScalarMath.ROOT_HALF_BITS)
            .viewAsFloatingLanes()
            .reinterpretAsFloats()
            .sub(1f);
    FloatVector z = f.mul(f);
    FloatVector y = LOG_P0.fma(f, LOG_P1);
    y = y.fma(f, LOG_P2);
    y = y.fma(f, LOG_P3);
    y = y.fma(f, LOG_P4);
    y = y.fma(f, LOG_P5);
    y = y.fma(f, LOG_P6);
    y = y.fma(f, LOG_P7);
    y = y.fma(f, LOG_P8);
    y = y.mul(f).mul(z);
    y = e.fma(LN2_LOW, y);
    y = z.fma(MINUS_HALF, y);
    FloatVector result = e.fma(LN2_HIGH, f.add(y));
    result = x.blend(result, x.compare(LT, Float.POSITIVE_INFINITY));
    result = result.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
    return result.blend(Float.NaN, x.compare(LT, 0f));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector c = x.max(-ScalarMath.TANH_MOST).min(ScalarMath.TANH_MOST);
    FloatVector z = c.mul(c);
    FloatVector p = TANH_P0.fma(z, TANH_P1);
    p = p.fma(z, TANH_P2);
    p = p.fma(z, TANH_P3);
    p = p.fma(z, TANH_P4);
    p = p.fma(z, TANH_P5);
    p = p.fma(z, TANH_P6);
    p = p.mul(c);
    FloatVector q = TANH_Q0.fma(z, TANH_Q1);
    q = q.fma(z, TANH_Q2);
    q = q.fma(z, TANH_Q3);
    return p.div(q).blend(x, x.abs().compare(LT, ScalarMath.TANH_SMALL));
  }

  static FloatVector sigmoid(FloatVector x) {
    return ONE.div(exp(x.neg()).add(1f));
  }

  static FloatVector erf(FloatVector x) {
    FloatVector c = x.max(-ScalarMath.ERF_MOST).min(ScalarMath.ERF_MOST);
    FloatVector z = c.mul(c);
    FloatVector p = ERF_P0.fma(z, ERF_P1);
    p = p.fma(z, ERF_P2);
    p = p.fma(z, ERF_P3);
    p = p.fma(z, ERF_P4);
    p = p.fma(z, ERF_P5);
    p = p.fma(z, ERF_P6);
    p = p.mul(c);
    FloatVector q = ERF_Q0.fma(z, ERF_Q1);
    q = q.fma(z, ERF_Q2);
    q = q.fma(z, ERF_Q3);
    q = q.fma(z, ERF_Q4);
    return p.div(q);
  }

  static FloatVector softplus(FloatVector x) {
    FloatVector u = exp(x.abs().neg());
    FloatVector w = u.add(1f);
    FloatVector d = w.sub(1f);
    VectorMask<Float> gone = d.compare(VectorOperators.EQ, 0f);
    FloatVector tail = log(w).mul(u.div(d)).blend(u, gone);
    return x.max(0f).add(tail);
  }
}
