package quorate.learning.kernel;

/// The arithmetic that networks are made of, on flat arrays of `float`s.
///
/// Both implementations give the same bits: elements are independent chains of fused multiply-adds,
/// sums run over 16 logical lanes that are joined in a fixed order, and `exp`, `log` and `tanh` are
/// our own (Cephes and Eigen's polynomials), so that the width of the machine's vectors changes
/// nothing. A matrix is given by its array, the place of its first element and the distance between
/// rows. Methods keep no state, so several threads may use them, but for those of a team, which is
/// one caller's; on vectors they allocate nothing.
public sealed interface Kernels permits ScalarKernels, VectorKernels, TeamKernels {
  /// Logical lanes of a sum.
  int LANES = 16;

  /// Rows that the product computes together.
  int ROW_BLOCK = 4;

  /// On vectors where the JVM has been started with the vector module and they are of 4, 8 or 16
  /// floats, one by one where not.
  static Kernels fastest() {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return vectors && VectorKernels.fit() ? new VectorKernels() : new ScalarKernels();
  }

  /// One by one; the same bits, for a machine or a JVM without vectors.
  static Kernels scalar() {
    return new ScalarKernels();
  }

  /// What runs here, such as "512-bit vectors".
  String description();

  /// Work on rows that do not need each other.
  interface RowWork {
    /// Does rows `from` to `to`.
    void rows(int from, int to);
  }

  /// Does all rows; where there are several threads and enough to do, each does some of them, in
  /// multiples of [#ROW_BLOCK]. What the work asks of these kernels stays on its thread.
  ///
  /// @param operations about how many multiply-adds it takes in all
  default void share(int rows, long operations, RowWork work) {
    work.rows(0, rows);
  }

  /// Rows `from` to `to` of the product C = A·B, or C += A·B; every element a chain of fused
  /// multiply-adds over k from 0 up.
  ///
  /// @param n columns of B and C
  /// @param k columns of A, rows of B
  /// @param aRow distance between rows of A
  /// @param aColumn distance between columns of A: 1, or with `aRow` 1 for a transposed A
  /// @param bRow distance between rows of B, whose columns lie side by side
  /// @param cRow distance between rows of C, whose columns lie side by side
  /// @param add whether C's old values are added to
  void multiply(
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
      boolean add);

  /// Rows `from` to `to` of the product C = A·Bᵀ, or C += A·Bᵀ, for a C of few columns; every
  /// element is the [#dot] of two rows.
  ///
  /// @param n rows of B, columns of C, whose rows lie one after the other
  /// @param k columns of A and B, whose rows lie one after the other
  default void multiplyRows(
      int from, int to, int n, int k, float[] a, float[] b, float[] c, boolean add) {
    for (int i = from; i < to; i++) {
      for (int j = 0; j < n; j++) {
        float product = dot(k, a, i * k, b, j * k);
        c[i * n + j] = add ? c[i * n + j] + product : product;
      }
    }
  }

  /// Rows become columns: `to[j][i] = from[i][j]`. Sixteen rows at a time, so that what is written
  /// lies side by side and what is read stays in the first cache.
  ///
  /// @param toRow distance between rows of `to`, at least `rows`
  default void transpose(
      int rows,
      int columns,
      float[] from,
      int fromAt,
      int fromRow,
      float[] to,
      int toAt,
      int toRow) {
    for (int i = 0; i < rows; i += LANES) {
      int count = Math.min(LANES, rows - i);
      for (int j = 0; j < columns; j++) {
        int source = fromAt + i * fromRow + j;
        int target = toAt + j * toRow + i;
        for (int p = 0; p < count; p++) {
          to[target + p] = from[source + p * fromRow];
        }
      }
    }
  }

  /// The columns' sums over all rows, from the first row down.
  ///
  /// @param fromRow distance between rows
  /// @param add whether to add to what `to` holds
  default void sumRows(
      int rows,
      int columns,
      float[] from,
      int fromAt,
      int fromRow,
      float[] to,
      int toAt,
      boolean add) {
    int first = 0;
    if (!add) {
      System.arraycopy(from, fromAt, to, toAt, columns);
      first = 1;
    }
    for (int i = first; i < rows; i++) {
      int source = fromAt + i * fromRow;
      for (int j = 0; j < columns; j++) {
        to[toAt + j] += from[source + j];
      }
    }
  }

  /// The columns' sums of products a·b, added to `to`: chains of fused multiply-adds from the first
  /// row down.
  ///
  /// @param width distance between rows of both, at least `columns`
  /// @param at where the first row's columns begin in both
  default void addProducts(
      int rows, int columns, int width, float[] a, float[] b, int at, float[] to, int toAt) {
    for (int i = 0; i < rows; i++) {
      int source = at + i * width;
      for (int j = 0; j < columns; j++) {
        to[toAt + j] = Math.fma(a[source + j], b[source + j], to[toAt + j]);
      }
    }
  }

  /// Σ x, over [#LANES].
  float sum(int n, float[] x, int at);

  /// Σ x·y, over [#LANES]; +0 where it is 0.
  float dot(int n, float[] x, int xAt, float[] y, int yAt);

  /// y = eˣ; relative error below 2⁻²²; 0 below −86.98, infinite above 88.73.
  void exp(int n, float[] x, int xAt, float[] y, int yAt);

  /// y = ln x; error below 2 units in the last place; −∞ at 0, NaN below.
  void log(int n, float[] x, int xAt, float[] y, int yAt);

  /// y = tanh x; relative error below 2⁻²⁰.
  void tanh(int n, float[] x, int xAt, float[] y, int yAt);

  /// y = 1 / (1 + e⁻ˣ).
  void sigmoid(int n, float[] x, int xAt, float[] y, int yAt);

  /// y = ln(1 + eˣ), without overflow.
  void softplus(int n, float[] x, int xAt, float[] y, int yAt);

  /// y = erf x = 2/√π ∫₀ˣ e^(−t²) dt; relative error below 2⁻²¹.
  void erf(int n, float[] x, int xAt, float[] y, int yAt);

  /// y = a·b + c of each, rounded once; y may be any of the three at the same places.
  default void fma(
      int n, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Math.fma(a[aAt + i], b[bAt + i], c[cAt + i]);
    }
  }

  /// y = a·b of each; y may be one of the two at the same places.
  default void times(int n, float[] a, int aAt, float[] b, int bAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = a[aAt + i] * b[bAt + i];
    }
  }

  /// Each row of x becomes softmax(scale·x); one of nothing but −∞ becomes 0.
  ///
  /// @param width numbers in a row, one row after the other
  default void softmaxRows(int rows, int width, float[] x, int at, float scale) {
    for (int from = at; from < at + rows * width; from += width) {
      float most = Float.NEGATIVE_INFINITY;
      for (int j = from; j < from + width; j++) {
        x[j] *= scale;
        most = Math.max(most, x[j]);
      }
      float shift = most == Float.NEGATIVE_INFINITY ? 0f : most;
      for (int j = from; j < from + width; j++) {
        x[j] -= shift;
      }
    }
    exp(rows * width, x, at, x, at);
    for (int from = at; from < at + rows * width; from += width) {
      float total = sum(width, x, from);
      float share = total == 0f ? 0f : 1f / total;
      for (int j = from; j < from + width; j++) {
        x[j] *= share;
      }
    }
  }

  /// The way back through [#softmaxRows], in place: with p a row that came out and g its gradient,
  /// g ← p·scale·(g − Σ g·p).
  ///
  /// @param p rows of `width` numbers, one after the other, from `pAt` on, as `g`
  default void softmaxSlopes(
      int rows, int width, float[] p, int pAt, float[] g, int gAt, float scale) {
    for (int row = 0; row < rows; row++) {
      int of = pAt + row * width;
      int at = gAt + row * width;
      float all = dot(width, g, at, p, of);
      for (int j = 0; j < width; j++) {
        g[at + j] = p[of + j] * ((g[at + j] - all) * scale);
      }
    }
  }

  /// One row of n numbers with its mean taken off and divided by its deviation: u = (x − μ)/√(σ² +
  /// ε), with σ² of n, not n − 1.
  ///
  /// @param at where the row begins in both arrays
  /// @return 1/√(σ² + ε)
  default float normalise(int n, float[] x, float[] u, int at, float epsilon) {
    float mean = sum(n, x, at) / n;
    for (int j = at; j < at + n; j++) {
      u[j] = x[j] - mean;
    }
    float variance = dot(n, u, at, u, at) / n;
    float scale = (float) (1 / Math.sqrt((double) variance + epsilon));
    for (int j = at; j < at + n; j++) {
      u[j] *= scale;
    }
    return scale;
  }

  /// The way back through [#normalise]: ∂x += scale·(g − mean g − u·mean(g·u)).
  ///
  /// @param g the gradient of u
  /// @param scale what [#normalise] gave
  /// @param at where the row begins in all arrays
  default void normaliseSlopes(int n, float[] g, float[] u, float[] dx, int at, float scale) {
    float mean = sum(n, g, at) / n;
    float along = dot(n, g, at, u, at) / n;
    for (int j = at; j < at + n; j++) {
      dx[j] += scale * (g[j] - mean - u[j] * along);
    }
  }

  /// One sequence's way back through one step of an LSTM, of `n` numbers of state: with ∂h′ = ∂h +
  /// ∂y and ∂c′ = ∂c + ∂h′·o·(1 − tanh²c), the slopes of i, f, g and o before their functions, and
  /// ∂c = ∂c′·f.
  ///
  /// @param gates i, f, g and o, `n` each, from `gatesAt` on, as the slopes
  /// @param bent tanh c, from `at` on, as the cell before and ∂y
  /// @param dHidden ∂h, from `stateAt` on, as ∂c
  default void lstmSlopes(
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
    for (int j = 0; j < n; j++) {
      int i = gatesAt + j;
      int f = i + n;
      int g = f + n;
      int o = g + n;
      float dh = dHidden[stateAt + j] + dy[at + j];
      float curve = bent[at + j];
      float dc = dCell[stateAt + j] + dh * gates[o] * (1f - curve * curve);
      slopes[i] = dc * gates[g] * (gates[i] * (1f - gates[i]));
      slopes[f] = dc * cellBefore[at + j] * (gates[f] * (1f - gates[f]));
      slopes[g] = dc * gates[i] * (1f - gates[g] * gates[g]);
      slopes[o] = dh * curve * (gates[o] * (1f - gates[o]));
      dCell[stateAt + j] = dc * gates[f];
    }
  }

  /// Where x is not above 0, y becomes 0: the slope of a rectifier, in place.
  default void clearWhereNotPositive(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = x[xAt + i] > 0f ? y[yAt + i] : 0f;
    }
  }

  /// One step of Adam with decoupled weight decay over numbers `from` to `to`: with g the gradient
  /// times `scale`, m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², p ← p − decay·p − rate·m / (√v·root
  /// + ε). D. Kingma and J. Ba, "Adam" (ICLR 2015), algorithm 1 with the corrections of bias folded
  ///   into `rate` = α / (1 − β₁ᵗ) and `root` = 1 / √(1 − β₂ᵗ); I. Loshchilov and F. Hutter,
  ///   "Decoupled weight decay regularization" (ICLR 2019).
  void adam(
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
      float decay);
}
