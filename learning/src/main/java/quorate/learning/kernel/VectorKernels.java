package quorate.learning.kernel;

import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// On vectors of the machine's preferred width, and one by one what is left at the end: a second
/// copy of each function for a part of a vector would take the compiler past its limit of nodes.
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  /// Whether sums over [#LANES] are made of whole vectors of so many floats, four at most. A JVM
  /// may be told to use shorter ones, and machines of other kinds have longer ones.
  static boolean fit(int lanes) {
    return lanes == 4 || lanes == 8 || lanes == LANES;
  }

  /// Whether this machine's vectors do.
  static boolean fit() {
    return fit(L);
  }

  @Override
  public String description() {
    return S.vectorBitSize() + "-bit vectors";
  }

  @Override
  public void multiply(
      int from,
      int to,
      int n,
      int k,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      int cRow,
      boolean add) {
    MatrixKernel.rows(from, to, n, k, a, aAt, aRow, aColumn, b, bAt, bRow, c, cAt, cRow, add);
  }

  @Override
  public void multiplyRows(
      int from, int to, int n, int k, float[] a, float[] b, float[] c, boolean add) {
    int i = from;
    if (L == LANES) {
      for (; i + ROW_BLOCK <= to; i += ROW_BLOCK) {
        for (int j = 0; j < n; j++) {
          LaneSums.fourRows(k, a, i * k, b, j * k, c, i * n + j, n, add);
        }
      }
    }
    Kernels.super.multiplyRows(i, to, n, k, a, b, c, add);
  }

  @Override
  public void sumRows(
      int rows,
      int columns,
      float[] from,
      int fromAt,
      int fromRow,
      float[] to,
      int toAt,
      boolean add) {
    int whole = S.loopBound(columns);
    int j = 0;
    for (; j + 4 * L <= whole; j += 4 * L) {
      VectorRows.sumFour(rows, from, fromAt + j, fromRow, to, toAt + j, add);
    }
    for (; j < whole; j += L) {
      VectorRows.sumOne(rows, from, fromAt + j, fromRow, to, toAt + j, add);
    }
    if (j < columns) {
      Kernels.super.sumRows(rows, columns - j, from, fromAt + j, fromRow, to, toAt + j, add);
    }
  }

  @Override
  public void addProducts(
      int rows, int columns, int width, float[] a, float[] b, int at, float[] to, int toAt) {
    int whole = S.loopBound(columns);
    for (int j = 0; j < whole; j += L) {
      VectorRows.addProducts(rows, width, a, b, at + j, to, toAt + j);
    }
    Kernels.super.addProducts(rows, columns - whole, width, a, b, at + whole, to, toAt + whole);
  }

  /// Blocks of sixteen by sixteen where vectors are of sixteen; what is left as defined.
  @Override
  public void transpose(
      int rows,
      int columns,
      float[] from,
      int fromAt,
      int fromRow,
      float[] to,
      int toAt,
      int toRow) {
    int high = L == TransposeKernel.SIDE ? S.loopBound(rows) : 0;
    int wide = S.loopBound(columns);
    for (int i = 0; i < high; i += L) {
      for (int j = 0; j < wide; j += L) {
        int source = fromAt + i * fromRow + j;
        TransposeKernel.block(from, source, fromRow, to, toAt + j * toRow + i, toRow);
      }
    }
    int right = fromAt + wide;
    Kernels.super.transpose(
        high, columns - wide, from, right, fromRow, to, toAt + wide * toRow, toRow);
    int below = fromAt + high * fromRow;
    Kernels.super.transpose(rows - high, columns, from, below, fromRow, to, toAt + high, toRow);
  }

  @Override
  public float sum(int n, float[] x, int at) {
    return LaneSums.sum(n, x, at);
  }

  @Override
  public float dot(int n, float[] x, int xAt, float[] y, int yAt) {
    return LaneSums.dot(n, x, xAt, y, yAt);
  }

  @Override
  public void exp(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorLoops.exp(whole, x, xAt, y, yAt);
    }
    for (int i = whole; i < n; i++) {
      y[yAt + i] = ScalarMath.exp(x[xAt + i]);
    }
  }

  @Override
  public void log(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorLoops.log(whole, x, xAt, y, yAt);
    }
    for (int i = whole; i < n; i++) {
      y[yAt + i] = ScalarMath.log(x[xAt + i]);
    }
  }

  @Override
  public void tanh(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorLoops.tanh(whole, x, xAt, y, yAt);
    }
    for (int i = whole; i < n; i++) {
      y[yAt + i] = ScalarMath.tanh(x[xAt + i]);
    }
  }

  @Override
  public void sigmoid(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorLoops.sigmoid(whole, x, xAt, y, yAt);
    }
    for (int i = whole; i < n; i++) {
      y[yAt + i] = ScalarMath.sigmoid(x[xAt + i]);
    }
  }

  @Override
  public void softplus(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorLoops.softplus(whole, x, xAt, y, yAt);
    }
    for (int i = whole; i < n; i++) {
      y[yAt + i] = ScalarMath.softplus(x[xAt + i]);
    }
  }

  @Override
  public void erf(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorLoops.erf(whole, x, xAt, y, yAt);
    }
    for (int i = whole; i < n; i++) {
      y[yAt + i] = ScalarMath.erf(x[xAt + i]);
    }
  }

  @Override
  public void fma(
      int n, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorRows.fma(whole, a, aAt, b, bAt, c, cAt, y, yAt);
    }
    Kernels.super.fma(n - whole, a, aAt + whole, b, bAt + whole, c, cAt + whole, y, yAt + whole);
  }

  @Override
  public void times(int n, float[] a, int aAt, float[] b, int bAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    if (whole > 0) {
      VectorRows.times(whole, a, aAt, b, bAt, y, yAt);
    }
    Kernels.super.times(n - whole, a, aAt + whole, b, bAt + whole, y, yAt + whole);
  }

  /// Rows of whole vectors; others as defined.
  @Override
  public void softmaxRows(int rows, int width, float[] x, int at, float scale) {
    if (width % L != 0) {
      Kernels.super.softmaxRows(rows, width, x, at, scale);
      return;
    }
    for (int from = at; from < at + rows * width; from += width) {
      float most = VectorRows.scale(width, x, from, scale);
      VectorRows.minus(width, x, most == Float.NEGATIVE_INFINITY ? 0f : most, x, from);
    }
    exp(rows * width, x, at, x, at);
    for (int from = at; from < at + rows * width; from += width) {
      float total = sum(width, x, from);
      VectorRows.times(width, x, from, total == 0f ? 0f : 1f / total);
    }
  }

  /// Rows of whole vectors, as the next two; others as defined.
  @Override
  public void softmaxSlopes(
      int rows, int width, float[] p, int pAt, float[] g, int gAt, float scale) {
    if (width % L != 0) {
      Kernels.super.softmaxSlopes(rows, width, p, pAt, g, gAt, scale);
      return;
    }
    for (int at = 0; at < rows * width; at += width) {
      float all = dot(width, g, gAt + at, p, pAt + at);
      VectorRows.softmaxSlopes(width, p, pAt + at, g, gAt + at, all, scale);
    }
  }

  @Override
  public float normalise(int n, float[] x, float[] u, int at, float epsilon) {
    if (n % L != 0) {
      return Kernels.super.normalise(n, x, u, at, epsilon);
    }
    VectorRows.minus(n, x, sum(n, x, at) / n, u, at);
    float variance = dot(n, u, at, u, at) / n;
    float scale = (float) (1 / Math.sqrt((double) variance + epsilon));
    VectorRows.times(n, u, at, scale);
    return scale;
  }

  @Override
  public void normaliseSlopes(int n, float[] g, float[] u, float[] dx, int at, float scale) {
    if (n % L != 0) {
      Kernels.super.normaliseSlopes(n, g, u, dx, at, scale);
      return;
    }
    float mean = sum(n, g, at) / n;
    float along = dot(n, g, at, u, at) / n;
    VectorRows.normaliseSlopes(n, g, u, dx, at, scale, mean, along);
  }

  /// States of whole vectors; others as defined.
  @Override
  public void lstmSlopes(
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
    if (n % L == 0) {
      VectorRows.lstmSlopes(
          n, gates, slopes, gatesAt, cellBefore, bent, dy, at, dHidden, dCell, stateAt);
    } else {
      Kernels.super.lstmSlopes(
          n, gates, slopes, gatesAt, cellBefore, bent, dy, at, dHidden, dCell, stateAt);
    }
  }

  /// The compiler would branch here, and guess half of them wrong.
  @Override
  public void clearWhereNotPositive(int n, float[] x, int xAt, float[] y, int yAt) {
    int whole = S.loopBound(n);
    for (int i = 0; i < whole; i += L) {
      VectorMask<Float> positive = FloatVector.fromArray(S, x, xAt + i).compare(GT, 0f);
      FloatVector kept = FloatVector.zero(S).blend(FloatVector.fromArray(S, y, yAt + i), positive);
      kept.intoArray(y, yAt + i);
    }
    Kernels.super.clearWhereNotPositive(n - whole, x, xAt + whole, y, yAt + whole);
  }

  @Override
  public void adam(
      int from,
      int to,
      float[] p,
      float[] g,
      float[] m,
      float[] v,
      float scale,
      float beta1,
      float beta2,
      float rate,
      float root,
      float epsilon,
      float decay) {
    FloatVector b1 = FloatVector.broadcast(S, beta1);
    FloatVector b2 = FloatVector.broadcast(S, beta2);
    FloatVector roots = FloatVector.broadcast(S, root);
    FloatVector least = FloatVector.broadcast(S, epsilon);
    FloatVector decays = FloatVector.broadcast(S, -decay);
    int i = from;
    for (; i + L <= to; i += L) {
      FloatVector gradient = FloatVector.fromArray(S, g, i).mul(scale);
      FloatVector first = b1.fma(FloatVector.fromArray(S, m, i), gradient.mul(1f - beta1));
      FloatVector second =
          b2.fma(FloatVector.fromArray(S, v, i), gradient.mul(1f - beta2).mul(gradient));
      first.intoArray(m, i);
      second.intoArray(v, i);
      FloatVector old = FloatVector.fromArray(S, p, i);
      FloatVector kept = decays.fma(old, old);
      kept.sub(first.mul(rate).div(second.sqrt().fma(roots, least))).intoArray(p, i);
    }
    for (; i < to; i++) {
      float gradient = g[i] * scale;
      m[i] = Math.fma(beta1, m[i], gradient * (1f - beta1));
      v[i] = Math.fma(beta2, v[i], gradient * (1f - beta2) * gradient);
      float kept = Math.fma(-decay, p[i], p[i]);
      p[i] = ScalarMath.adamStep(kept, m[i], v[i], rate, root, epsilon);
    }
  }
}
