package quorate.learning.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Sums over sixteen logical lanes: one vector of 16, two of 8 or four of 4, joined in the order of
/// [ScalarMath#join]. What a mask leaves out adds 0, which changes no lane.
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
    return switch (L) {
      case 16 -> joined(lanes(n, x, at, 0));
      case 8 -> joined(lanes(n, x, at, 0).add(lanes(n, x, at, 8)));
      default -> {
        FloatVector even = lanes(n, x, at, 0).add(lanes(n, x, at, 8));
        FloatVector odd = lanes(n, x, at, 4).add(lanes(n, x, at, 12));
        yield joined(even.add(odd));
      }
    };
  }

  static float dot(int n, float[] x, int xAt, float[] y, int yAt) {
    return switch (L) {
      case 16 -> joined(lanes(n, x, xAt, y, yAt, 0));
      case 8 -> joined(lanes(n, x, xAt, y, yAt, 0).add(lanes(n, x, xAt, y, yAt, 8)));
      default -> {
        FloatVector even = lanes(n, x, xAt, y, yAt, 0).add(lanes(n, x, xAt, y, yAt, 8));
        FloatVector odd = lanes(n, x, xAt, y, yAt, 4).add(lanes(n, x, xAt, y, yAt, 12));
        yield joined(even.add(odd));
      }
    };
  }

  /// The lanes of one vector, whose first is the logical lane `first`.
  private static FloatVector lanes(int n, float[] x, int at, int first) {
    FloatVector s = FloatVector.zero(S);
    int i = first;
    for (; i + L <= n; i += Kernels.LANES) {
      s = s.add(FloatVector.fromArray(S, x, at + i));
    }
    if (i < n) {
      s = s.add(FloatVector.fromArray(S, x, at + i, S.indexInRange(i, n)));
    }
    return s;
  }

  private static FloatVector lanes(int n, float[] x, int xAt, float[] y, int yAt, int first) {
    FloatVector s = FloatVector.zero(S);
    int i = first;
    for (; i + L <= n; i += Kernels.LANES) {
      s = FloatVector.fromArray(S, x, xAt + i).fma(FloatVector.fromArray(S, y, yAt + i), s);
    }
    if (i < n) {
      VectorMask<Float> rest = S.indexInRange(i, n);
      s =
          FloatVector.fromArray(S, x, xAt + i, rest)
              .fma(FloatVector.fromArray(S, y, yAt + i, rest), s);
    }
    return s;
  }

  private static float joined(FloatVector lanes) {
    FloatVector s = lanes;
    if (L >= 16) {
      s = s.add(s.rearrange(BY_8));
    }
    if (L >= 8) {
      s = s.add(s.rearrange(BY_4));
    }
    s = s.add(s.rearrange(BY_2));
    return s.add(s.rearrange(BY_1)).lane(0);
  }
}
