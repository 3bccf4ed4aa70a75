package quorate.learning.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Sums over sixteen logical lanes: one vector of 16, two of 8 or four of 4, joined in the order of
/// [ScalarMath#join]. What a mask leaves out adds 0, which changes no lane but one of −0, left by a
/// product that underflowed: a dot product that is 0 is therefore given as +0. Each sum is one
/// method, because a vector that crosses from one to another may become an object.
final class LaneSums {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final VectorShuffle<Float> BY_8 = turn(8);
  private static final VectorShuffle<Float> BY_4 = turn(4);
  private static final VectorShuffle<Float> BY_2 = turn(2);
  private static final VectorShuffle<Float> BY_1 = turn(1);

  private LaneSums() {}

  private static VectorShuffle<Float> turn(int lanes) {
    return VectorShuffle.fromOp(S, i -> (i + lanes) % L);
  }

  static float sum(int n, float[] x, int at) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (; i + Kernels.LANES <= n; i += Kernels.LANES) {
      s0 = s0.add(FloatVector.fromArray(S, x, at + i));
      if (L < 16) {
        s1 = s1.add(FloatVector.fromArray(S, x, at + i + L));
      }
      if (L < 8) {
        s2 = s2.add(FloatVector.fromArray(S, x, at + i + 2 * L));
        s3 = s3.add(FloatVector.fromArray(S, x, at + i + 3 * L));
      }
    }
    if (i < n) {
      VectorMask<Float> rest = S.indexInRange(i, n);
      s0 = s0.add(FloatVector.fromArray(S, x, at + i, rest));
    }
    if (L < 16 && i + L < n) {
      VectorMask<Float> rest = S.indexInRange(i + L, n);
      s1 = s1.add(FloatVector.fromArray(S, x, at + i + L, rest));
    }
    if (L < 8 && i + 2 * L < n) {
      VectorMask<Float> rest = S.indexInRange(i + 2 * L, n);
      s2 = s2.add(FloatVector.fromArray(S, x, at + i + 2 * L, rest));
    }
    if (L < 8 && i + 3 * L < n) {
      VectorMask<Float> rest = S.indexInRange(i + 3 * L, n);
      s3 = s3.add(FloatVector.fromArray(S, x, at + i + 3 * L, rest));
    }
    if (L < 8) {
      s0 = s0.add(s2);
      s1 = s1.add(s3);
    }
    if (L < 16) {
      s0 = s0.add(s1);
    }
    if (L >= 16) {
      s0 = s0.add(s0.rearrange(BY_8));
    }
    if (L >= 8) {
      s0 = s0.add(s0.rearrange(BY_4));
    }
    s0 = s0.add(s0.rearrange(BY_2));
    return s0.add(s0.rearrange(BY_1)).lane(0);
  }

  static float dot(int n, float[] x, int xAt, float[] y, int yAt) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (; i + Kernels.LANES <= n; i += Kernels.LANES) {
      s0 = FloatVector.fromArray(S, x, xAt + i).fma(FloatVector.fromArray(S, y, yAt + i), s0);
      if (L < 16) {
        s1 =
            FloatVector.fromArray(S, x, xAt + i + L)
                .fma(FloatVector.fromArray(S, y, yAt + i + L), s1);
      }
      if (L < 8) {
        s2 =
            FloatVector.fromArray(S, x, xAt + i + 2 * L)
                .fma(FloatVector.fromArray(S, y, yAt + i + 2 * L), s2);
        s3 =
            FloatVector.fromArray(S, x, xAt + i + 3 * L)
                .fma(FloatVector.fromArray(S, y, yAt + i + 3 * L), s3);
      }
    }
    if (i < n) {
      VectorMask<Float> rest = S.indexInRange(i, n);
      s0 =
          FloatVector.fromArray(S, x, xAt + i, rest)
              .fma(FloatVector.fromArray(S, y, yAt + i, rest), s0);
    }
    if (L < 16 && i + L < n) {
      VectorMask<Float> rest = S.indexInRange(i + L, n);
      s1 =
          FloatVector.fromArray(S, x, xAt + i + L, rest)
              .fma(FloatVector.fromArray(S, y, yAt + i + L, rest), s1);
    }
    if (L < 8 && i + 2 * L < n) {
      VectorMask<Float> rest = S.indexInRange(i + 2 * L, n);
      s2 =
          FloatVector.fromArray(S, x, xAt + i + 2 * L, rest)
              .fma(FloatVector.fromArray(S, y, yAt + i + 2 * L, rest), s2);
    }
    if (L < 8 && i + 3 * L < n) {
      VectorMask<Float> rest = S.indexInRange(i + 3 * L, n);
      s3 =
          FloatVector.fromArray(S, x, xAt + i + 3 * L, rest)
              .fma(FloatVector.fromArray(S, y, yAt + i + 3 * L, rest), s3);
    }
    if (L < 8) {
      s0 = s0.add(s2);
      s1 = s1.add(s3);
    }
    if (L < 16) {
      s0 = s0.add(s1);
    }
    if (L >= 16) {
      s0 = s0.add(s0.rearrange(BY_8));
    }
    if (L >= 8) {
      s0 = s0.add(s0.rearrange(BY_4));
    }
    s0 = s0.add(s0.rearrange(BY_2));
    return s0.add(s0.rearrange(BY_1)).lane(0) + 0f;
  }

  /// The [#dot] of each of four rows of `a` with one of `b`, for vectors of sixteen: four chains at
  /// a time where one would wait for itself.
  ///
  /// @param cRow distance between the four results
  static void fourRows(
      int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int cRow, boolean add) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int p = 0;
    for (; p + L <= k; p += L) {
      FloatVector y = FloatVector.fromArray(S, b, bAt + p);
      s0 = FloatVector.fromArray(S, a, aAt + p).fma(y, s0);
      s1 = FloatVector.fromArray(S, a, aAt + k + p).fma(y, s1);
      s2 = FloatVector.fromArray(S, a, aAt + 2 * k + p).fma(y, s2);
      s3 = FloatVector.fromArray(S, a, aAt + 3 * k + p).fma(y, s3);
    }
    if (p < k) {
      VectorMask<Float> rest = S.indexInRange(p, k);
      FloatVector y = FloatVector.fromArray(S, b, bAt + p, rest);
      s0 = FloatVector.fromArray(S, a, aAt + p, rest).fma(y, s0);
      s1 = FloatVector.fromArray(S, a, aAt + k + p, rest).fma(y, s1);
      s2 = FloatVector.fromArray(S, a, aAt + 2 * k + p, rest).fma(y, s2);
      s3 = FloatVector.fromArray(S, a, aAt + 3 * k + p, rest).fma(y, s3);
    }
    s0 = s0.add(s0.rearrange(BY_8));
    s1 = s1.add(s1.rearrange(BY_8));
    s2 = s2.add(s2.rearrange(BY_8));
    s3 = s3.add(s3.rearrange(BY_8));
    s0 = s0.add(s0.rearrange(BY_4));
    s1 = s1.add(s1.rearrange(BY_4));
    s2 = s2.add(s2.rearrange(BY_4));
    s3 = s3.add(s3.rearrange(BY_4));
    s0 = s0.add(s0.rearrange(BY_2));
    s1 = s1.add(s1.rearrange(BY_2));
    s2 = s2.add(s2.rearrange(BY_2));
    s3 = s3.add(s3.rearrange(BY_2));
    float r0 = s0.add(s0.rearrange(BY_1)).lane(0) + 0f;
    float r1 = s1.add(s1.rearrange(BY_1)).lane(0) + 0f;
    float r2 = s2.add(s2.rearrange(BY_1)).lane(0) + 0f;
    float r3 = s3.add(s3.rearrange(BY_1)).lane(0) + 0f;
    c[cAt] = add ? c[cAt] + r0 : r0;
    c[cAt + cRow] = add ? c[cAt + cRow] + r1 : r1;
    c[cAt + 2 * cRow] = add ? c[cAt + 2 * cRow] + r2 : r2;
    c[cAt + 3 * cRow] = add ? c[cAt + 3 * cRow] + r3 : r3;
  }
}
