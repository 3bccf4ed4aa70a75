package quorate.learning.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Functions of several arrays over whole vectors, each of which the definition in [Kernels] says;
/// arrays that begin at different places keep the compiler from making vectors by itself.
final class VectorRows {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorRows() {}

  /// Sums of four vectors of columns, four chains at a time.
  static void sumFour(
      int rows, float[] from, int fromAt, int fromRow, float[] to, int toAt, boolean add) {
    float[] first = add ? to : from;
    int firstAt = add ? toAt : fromAt;
    FloatVector s0 = FloatVector.fromArray(S, first, firstAt);
    FloatVector s1 = FloatVector.fromArray(S, first, firstAt + L);
    FloatVector s2 = FloatVector.fromArray(S, first, firstAt + 2 * L);
    FloatVector s3 = FloatVector.fromArray(S, first, firstAt + 3 * L);
    for (int i = add ? 0 : 1; i < rows; i++) {
      int at = fromAt + i * fromRow;
      s0 = s0.add(FloatVector.fromArray(S, from, at));
      s1 = s1.add(FloatVector.fromArray(S, from, at + L));
      s2 = s2.add(FloatVector.fromArray(S, from, at + 2 * L));
      s3 = s3.add(FloatVector.fromArray(S, from, at + 3 * L));
    }
    s0.intoArray(to, toAt);
    s1.intoArray(to, toAt + L);
    s2.intoArray(to, toAt + 2 * L);
    s3.intoArray(to, toAt + 3 * L);
  }

  /// Sums of one vector of columns.
  static void sumOne(
      int rows, float[] from, int fromAt, int fromRow, float[] to, int toAt, boolean add) {
    FloatVector s = FloatVector.fromArray(S, add ? to : from, add ? toAt : fromAt);
    for (int i = add ? 0 : 1; i < rows; i++) {
      s = s.add(FloatVector.fromArray(S, from, fromAt + i * fromRow));
    }
    s.intoArray(to, toAt);
  }

  /// Adds one vector of columns' sums of products.
  static void addProducts(int rows, int width, float[] a, float[] b, int at, float[] to, int toAt) {
    FloatVector s = FloatVector.fromArray(S, to, toAt);
    for (int i = 0; i < rows; i++) {
      int from = at + i * width;
      s = FloatVector.fromArray(S, a, from).fma(FloatVector.fromArray(S, b, from), s);
    }
    s.intoArray(to, toAt);
  }

  static void fma(
      int n, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      FloatVector.fromArray(S, a, aAt + i)
          .fma(FloatVector.fromArray(S, b, bAt + i), FloatVector.fromArray(S, c, cAt + i))
          .intoArray(y, yAt + i);
    }
  }

  static void times(int n, float[] a, int aAt, float[] b, int bAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      FloatVector.fromArray(S, a, aAt + i)
          .mul(FloatVector.fromArray(S, b, bAt + i))
          .intoArray(y, yAt + i);
    }
  }

  /// y = x − number.
  static void minus(int n, float[] x, float number, float[] y, int at) {
    FloatVector taken = FloatVector.broadcast(S, number);
    for (int i = at; i < at + n; i += L) {
      FloatVector.fromArray(S, x, i).sub(taken).intoArray(y, i);
    }
  }

  /// x = x·factor.
  static void times(int n, float[] x, int at, float factor) {
    FloatVector factors = FloatVector.broadcast(S, factor);
    for (int i = at; i < at + n; i += L) {
      FloatVector.fromArray(S, x, i).mul(factors).intoArray(x, i);
    }
  }

  /// g = p·((g − all)·scale).
  static void softmaxSlopes(int n, float[] p, int pAt, float[] g, int gAt, float all, float scale) {
    FloatVector taken = FloatVector.broadcast(S, all);
    FloatVector scales = FloatVector.broadcast(S, scale);
    for (int i = 0; i < n; i += L) {
      FloatVector slope = FloatVector.fromArray(S, g, gAt + i).sub(taken).mul(scales);
      FloatVector.fromArray(S, p, pAt + i).mul(slope).intoArray(g, gAt + i);
    }
  }

  /// dx = dx + scale·(g − mean − u·along).
  static void normaliseSlopes(
      int n, float[] g, float[] u, float[] dx, int at, float scale, float mean, float along) {
    FloatVector scales = FloatVector.broadcast(S, scale);
    FloatVector means = FloatVector.broadcast(S, mean);
    FloatVector parts = FloatVector.broadcast(S, along);
    for (int i = at; i < at + n; i += L) {
      FloatVector part = FloatVector.fromArray(S, u, i).mul(parts);
      FloatVector slope = FloatVector.fromArray(S, g, i).sub(means).sub(part).mul(scales);
      FloatVector.fromArray(S, dx, i).add(slope).intoArray(dx, i);
    }
  }

  /// Scales a row of whole vectors.
  ///
  /// @return its largest number
  static float scale(int n, float[] x, int at, float scale) {
    FloatVector most = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < n; i += L) {
      FloatVector scaled = FloatVector.fromArray(S, x, at + i).mul(scale);
      scaled.intoArray(x, at + i);
      most = most.max(scaled);
    }
    return most.reduceLanes(VectorOperators.MAX);
  }

  static void lstmSlopes(
      int n,
      float[] gates,
      float[] slopes,
      int gatesAt,
      float[] cellBefore,
      float[] bent,
      float[] dy,
      int at,
      float[] dHidden,
      float[] dCell,
      int stateAt) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int j = 0; j < n; j += L) {
      int i = gatesAt + j;
      int f = i + n;
      int g = f + n;
      int o = g + n;
      FloatVector in = FloatVector.fromArray(S, gates, i);
      FloatVector kept = FloatVector.fromArray(S, gates, f);
      FloatVector fresh = FloatVector.fromArray(S, gates, g);
      FloatVector out = FloatVector.fromArray(S, gates, o);
      FloatVector curve = FloatVector.fromArray(S, bent, at + j);
      FloatVector dh =
          FloatVector.fromArray(S, dHidden, stateAt + j).add(FloatVector.fromArray(S, dy, at + j));
      FloatVector dc =
          FloatVector.fromArray(S, dCell, stateAt + j)
              .add(dh.mul(out).mul(one.sub(curve.mul(curve))));
      dc.mul(fresh).mul(in.mul(one.sub(in))).intoArray(slopes, i);
      dc.mul(FloatVector.fromArray(S, cellBefore, at + j))
          .mul(kept.mul(one.sub(kept)))
          .intoArray(slopes, f);
      dc.mul(in).mul(one.sub(fresh.mul(fresh))).intoArray(slopes, g);
      dh.mul(curve).mul(out.mul(one.sub(out))).intoArray(slopes, o);
      dc.mul(kept).intoArray(dCell, stateAt + j);
    }
  }
}
