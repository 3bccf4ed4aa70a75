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
  private static final FloatVector ONE = FloatVector.broadcast(S, 1f);

  private VectorMath() {}

  private static FloatVector all(float value) {
    return FloatVector.broadcast(S, value);
  }

  static FloatVector exp(FloatVector x) {
    FloatVector clamped = x.max(ScalarMath.EXP_LEAST).min(ScalarMath.EXP_MOST);
    FloatVector shifted = clamped.fma(all(ScalarMath.LOG2_E), all(ScalarMath.ROUNDER));
    FloatVector n = shifted.sub(ScalarMath.ROUNDER);
    FloatVector r = n.fma(all(-ScalarMath.LN2_HIGH), clamped);
    r = n.fma(all(-ScalarMath.LN2_LOW), r);
    FloatVector p = all(1.9875691500E-4f).fma(r, all(1.3981999507E-3f));
    p = p.fma(r, all(8.3334519073E-3f));
    p = p.fma(r, all(4.1665795894E-2f));
    p = p.fma(r, all(1.6666665459E-1f));
    p = p.fma(r, all(5.0000001201E-1f));
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
    FloatVector y = all(7.0376836292E-2f).fma(f, all(-1.1514610310E-1f));
    y = y.fma(f, all(1.1676998740E-1f));
    y = y.fma(f, all(-1.2420140846E-1f));
    y = y.fma(f, all(1.4249322787E-1f));
    y = y.fma(f, all(-1.6668057665E-1f));
    y = y.fma(f, all(2.0000714765E-1f));
    y = y.fma(f, all(-2.4999993993E-1f));
    y = y.fma(f, all(3.3333331174E-1f));
    y = y.mul(f).mul(z);
    y = e.fma(all(ScalarMath.LN2_LOW), y);
    y = z.fma(all(-0.5f), y);
    FloatVector result = e.fma(all(ScalarMath.LN2_HIGH), f.add(y));
    result = x.blend(result, x.compare(LT, Float.POSITIVE_INFINITY));
    result = result.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
    return result.blend(Float.NaN, x.compare(LT, 0f));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector c = x.max(-ScalarMath.TANH_MOST).min(ScalarMath.TANH_MOST);
    FloatVector z = c.mul(c);
    FloatVector p = all(-2.76076847742355e-16f).fma(z, all(2.00018790482477e-13f));
    p = p.fma(z, all(-8.60467152213735e-11f));
    p = p.fma(z, all(5.12229709037114e-08f));
    p = p.fma(z, all(1.48572235717979e-05f));
    p = p.fma(z, all(6.37261928875436e-04f));
    p = p.fma(z, all(4.89352455891786e-03f));
    p = p.mul(c);
    FloatVector q = all(1.19825839466702e-06f).fma(z, all(1.18534705686654e-04f));
    q = q.fma(z, all(2.26843463243900e-03f));
    q = q.fma(z, all(4.89352518554385e-03f));
    return p.div(q).blend(x, x.abs().compare(LT, ScalarMath.TANH_SMALL));
  }

  static FloatVector sigmoid(FloatVector x) {
    return ONE.div(exp(x.neg()).add(1f));
  }

  static FloatVector erf(FloatVector x) {
    FloatVector c = x.max(-ScalarMath.ERF_MOST).min(ScalarMath.ERF_MOST);
    FloatVector z = c.mul(c);
    FloatVector p = all(-2.72614225801306e-10f).fma(z, all(2.77068142495902e-08f));
    p = p.fma(z, all(-2.10102402082508e-06f));
    p = p.fma(z, all(-5.69250639462346e-05f));
    p = p.fma(z, all(-7.34990630326855e-04f));
    p = p.fma(z, all(-2.95459980854025e-03f));
    p = p.fma(z, all(-1.60960333262415e-02f));
    p = p.mul(c);
    FloatVector q = all(-1.45660718464996e-05f).fma(z, all(-2.13374055278905e-04f));
    q = q.fma(z, all(-1.68282697438203e-03f));
    q = q.fma(z, all(-7.37332916720468e-03f));
    q = q.fma(z, all(-1.42647390514189e-02f));
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
