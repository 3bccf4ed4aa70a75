package quorate.learning.kernel;

import java.util.concurrent.atomic.AtomicBoolean;

/// Several threads on one operation: large products are split by rows or columns, functions and
/// sums by ranges, and what else is [shared][#share] by rows, so that every number is computed as
/// by one thread and the results are the same bit for bit, whatever the number of threads. Small
/// operations stay with the caller. Used by one caller at a time; a second one is refused.
public final class TeamKernels implements Kernels, AutoCloseable {
  /// Multiply-adds below which a second thread does not pay: some two microseconds of one.
  private static final long LEAST_OPERATIONS = 50_000;

  /// Elements of a function below which it does not pay.
  private static final int LEAST_ELEMENTS = 16_384;

  /// So many that a thread which the machine slows down takes fewer of them.
  private static final int PIECES_A_THREAD = 8;

  /// Columns that a product wider than high is split by, so that no thread reads all of its right
  /// side.
  private static final int COLUMN_BLOCK = 64;

  private enum Kind {
    ROWS,
    PRODUCT,
    COLUMNS,
    SUMS,
    PRODUCT_SUMS,
    EXP,
    LOG,
    TANH,
    SIGMOID,
    SOFTPLUS,
    ERF
  }

  private final Kernels each;
  private final int threads;
  private final Team team;

  private final AtomicBoolean taken = new AtomicBoolean();
  private Kind kind = Kind.PRODUCT;

  /// Whether rows are being shared: what their work asks for is not shared again.
  private boolean inside;

  private RowWork rowWork = (from, to) -> {};
  private int from;
  private int to;
  private int piece;
  private int firstRow;
  private int lastRow;
  private int n;
  private int k;
  private float[] a = {};
  private int aAt;
  private int aRow;
  private int aColumn;
  private float[] b = {};
  private int bAt;
  private int bRow;
  private float[] c = {};
  private int cAt;
  private int cRow;
  private boolean add;

  /// @param each what every thread computes with
  /// @param threads the caller's included, at least 1
  public TeamKernels(Kernels each, int threads) {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be 1 to 256, but were " + threads);
    }
    this.each = each;
    this.threads = threads;
    this.team = new Team(threads, this::piece);
  }

  @Override
  public String description() {
    return threads + " × " + each.description();
  }

  @Override
  public void close() {
    team.close();
  }

  @Override
  public void share(int rows, long operations, RowWork work) {
    if (inside || threads == 1 || operations < LEAST_OPERATIONS || rows < 2 * ROW_BLOCK) {
      work.rows(0, rows);
      return;
    }
    take(Kind.ROWS);
    rowWork = work;
    inside = true;
    try {
      split(0, rows, ROW_BLOCK);
    } finally {
      inside = false;
    }
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
    int rows = to - from;
    boolean wide = n > rows && n >= 2 * COLUMN_BLOCK;
    boolean small = (long) rows * n * k < LEAST_OPERATIONS || (rows < 2 * ROW_BLOCK && !wide);
    if (inside || small || threads == 1) {
      each.multiply(from, to, n, k, a, aAt, aRow, aColumn, b, bAt, bRow, c, cAt, cRow, add);
      return;
    }
    take(wide ? Kind.COLUMNS : Kind.PRODUCT);
    this.firstRow = from;
    this.lastRow = to;
    this.n = n;
    this.k = k;
    this.a = a;
    this.aAt = aAt;
    this.aRow = aRow;
    this.aColumn = aColumn;
    this.b = b;
    this.bAt = bAt;
    this.bRow = bRow;
    this.c = c;
    this.cAt = cAt;
    this.cRow = cRow;
    this.add = add;
    if (wide) {
      split(0, n, COLUMN_BLOCK);
    } else {
      split(from, to, ROW_BLOCK);
    }
  }

  /// Before what is to be done is written down, which helpers of another caller's work would read.
  private void take(Kind kind) {
    if (taken.getAndSet(true)) {
      throw new IllegalStateException(
          "a team of threads must be used by one caller at a time, but two asked for work;"
              + " give each a team of its own");
    }
    this.kind = kind;
  }

  private void split(int from, int to, int block) {
    int wanted = Math.ceilDiv(to - from, threads * PIECES_A_THREAD);
    this.from = from;
    this.to = to;
    this.piece = Math.ceilDiv(wanted, block) * block;
    try {
      team.run(Math.ceilDiv(to - from, piece));
    } finally {
      taken.set(false);
    }
  }

  private void piece(int number) {
    int begin = from + number * piece;
    int end = Math.min(begin + piece, to);
    int count = end - begin;
    switch (kind) {
      case ROWS -> rowWork.rows(begin, end);
      case PRODUCT ->
          each.multiply(begin, end, n, k, a, aAt, aRow, aColumn, b, bAt, bRow, c, cAt, cRow, add);
      case COLUMNS -> {
        int at = bAt + begin;
        int into = cAt + begin;
        each.multiply(
            firstRow, lastRow, count, k, a, aAt, aRow, aColumn, b, at, bRow, c, into, cRow, add);
      }
      case SUMS -> each.sumRows(n, count, a, aAt + begin, aRow, c, cAt + begin, add);
      case PRODUCT_SUMS -> each.addProducts(n, count, k, a, b, aAt + begin, c, cAt + begin);
      case EXP -> each.exp(count, a, aAt + begin, c, cAt + begin);
      case LOG -> each.log(count, a, aAt + begin, c, cAt + begin);
      case TANH -> each.tanh(count, a, aAt + begin, c, cAt + begin);
      case SIGMOID -> each.sigmoid(count, a, aAt + begin, c, cAt + begin);
      case SOFTPLUS -> each.softplus(count, a, aAt + begin, c, cAt + begin);
      case ERF -> each.erf(count, a, aAt + begin, c, cAt + begin);
    }
  }

  /// @return whether it was large enough and is done
  private boolean shared(Kind kind, int n, float[] x, int xAt, float[] y, int yAt) {
    if (inside || n < LEAST_ELEMENTS || threads == 1) {
      return false;
    }
    take(kind);
    this.a = x;
    this.aAt = xAt;
    this.c = y;
    this.cAt = yAt;
    split(0, n, LANES);
    return true;
  }

  @Override
  public void exp(int n, float[] x, int xAt, float[] y, int yAt) {
    if (!shared(Kind.EXP, n, x, xAt, y, yAt)) {
      each.exp(n, x, xAt, y, yAt);
    }
  }

  @Override
  public void log(int n, float[] x, int xAt, float[] y, int yAt) {
    if (!shared(Kind.LOG, n, x, xAt, y, yAt)) {
      each.log(n, x, xAt, y, yAt);
    }
  }

  @Override
  public void tanh(int n, float[] x, int xAt, float[] y, int yAt) {
    if (!shared(Kind.TANH, n, x, xAt, y, yAt)) {
      each.tanh(n, x, xAt, y, yAt);
    }
  }

  @Override
  public void sigmoid(int n, float[] x, int xAt, float[] y, int yAt) {
    if (!shared(Kind.SIGMOID, n, x, xAt, y, yAt)) {
      each.sigmoid(n, x, xAt, y, yAt);
    }
  }

  @Override
  public void softplus(int n, float[] x, int xAt, float[] y, int yAt) {
    if (!shared(Kind.SOFTPLUS, n, x, xAt, y, yAt)) {
      each.softplus(n, x, xAt, y, yAt);
    }
  }

  @Override
  public void erf(int n, float[] x, int xAt, float[] y, int yAt) {
    if (!shared(Kind.ERF, n, x, xAt, y, yAt)) {
      each.erf(n, x, xAt, y, yAt);
    }
  }

  @Override
  public void multiplyRows(
      int from, int to, int n, int k, float[] a, float[] b, float[] c, boolean add) {
    each.multiplyRows(from, to, n, k, a, b, c, add);
  }

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
    each.transpose(rows, columns, from, fromAt, fromRow, to, toAt, toRow);
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
    if (inside || threads == 1 || columns <= LANES || rows * columns < LEAST_ELEMENTS) {
      each.sumRows(rows, columns, from, fromAt, fromRow, to, toAt, add);
      return;
    }
    take(Kind.SUMS);
    this.n = rows;
    this.a = from;
    this.aAt = fromAt;
    this.aRow = fromRow;
    this.c = to;
    this.cAt = toAt;
    this.add = add;
    split(0, columns, LANES);
  }

  @Override
  public void addProducts(
      int rows, int columns, int width, float[] a, float[] b, int at, float[] to, int toAt) {
    if (inside || threads == 1 || columns <= LANES || rows * columns < LEAST_ELEMENTS) {
      each.addProducts(rows, columns, width, a, b, at, to, toAt);
      return;
    }
    take(Kind.PRODUCT_SUMS);
    this.n = rows;
    this.k = width;
    this.a = a;
    this.b = b;
    this.aAt = at;
    this.c = to;
    this.cAt = toAt;
    split(0, columns, LANES);
  }

  @Override
  public float sum(int n, float[] x, int at) {
    return each.sum(n, x, at);
  }

  @Override
  public float dot(int n, float[] x, int xAt, float[] y, int yAt) {
    return each.dot(n, x, xAt, y, yAt);
  }

  @Override
  public void fma(
      int n, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] y, int yAt) {
    each.fma(n, a, aAt, b, bAt, c, cAt, y, yAt);
  }

  @Override
  public void times(int n, float[] a, int aAt, float[] b, int bAt, float[] y, int yAt) {
    each.times(n, a, aAt, b, bAt, y, yAt);
  }

  @Override
  public void softmaxRows(int rows, int width, float[] x, int at, float scale) {
    each.softmaxRows(rows, width, x, at, scale);
  }

  @Override
  public void softmaxSlopes(
      int rows, int width, float[] p, int pAt, float[] g, int gAt, float scale) {
    each.softmaxSlopes(rows, width, p, pAt, g, gAt, scale);
  }

  @Override
  public float normalise(int n, float[] x, float[] u, int at, float epsilon) {
    return each.normalise(n, x, u, at, epsilon);
  }

  @Override
  public void normaliseSlopes(int n, float[] g, float[] u, float[] dx, int at, float scale) {
    each.normaliseSlopes(n, g, u, dx, at, scale);
  }

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
    each.lstmSlopes(n, gates, slopes, gatesAt, cellBefore, bent, dy, at, dHidden, dCell, stateAt);
  }

  @Override
  public void clearWhereNotPositive(int n, float[] x, int xAt, float[] y, int yAt) {
    each.clearWhereNotPositive(n, x, xAt, y, yAt);
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
    each.adam(from, to, p, g, m, v, scale, beta1, beta2, rate, root, epsilon, decay);
  }
}
