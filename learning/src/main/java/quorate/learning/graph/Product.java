package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// Matrix products of the last two axes, one for each element of the axes before them, of operands
/// that may lie turned (the other axis side by side); a second operand of two axes is shared by
/// all.
///
/// The kernel takes a left matrix either way and a right one along its rows, so a copy is turned
/// only where a right one lies the other way: forward for a turned B, backward for ∂A of a B that
/// is not turned or an A that is, and for ∂B where both are.
final class Product extends Operation {
  private final Kernels kernels;
  private final Tensor a;
  private final boolean aTurned;
  private final Tensor b;
  private final boolean bTurned;
  private final Tensor y;
  private final int count;
  private final int m;
  private final int n;
  private final int k;
  private final boolean shared;
  private final float[] turned;

  Product(Kernels kernels, Tensor a, boolean aTurned, Tensor b, boolean bTurned, Tensor y) {
    super(y, a, b);
    this.kernels = kernels;
    this.a = a;
    this.aTurned = aTurned;
    this.b = b;
    this.bTurned = bTurned;
    this.y = y;
    this.shared = b.shape().rank() == 2;
    this.k = a.shape().size(aTurned ? -2 : -1);
    this.n = y.shape().size(-1);
    // Rows that share the right matrix are one tall matrix.
    this.m = shared && !aTurned ? y.shape().count() / n : y.shape().size(-2);
    this.count = y.shape().count() / (m * n);
    this.turned = new float[Math.max(k * n, aTurned ? Math.max(m * n, m * k) : 0)];
  }

  /// What comes out.
  ///
  /// @throws IllegalArgumentException when the two do not fit together
  static Shape shape(Tensor a, boolean aTurned, Tensor b, boolean bTurned) {
    Shape left = a.shape();
    Shape right = b.shape();
    boolean fits =
        left.rank() >= 2
            && right.rank() >= 2
            && left.size(aTurned ? -2 : -1) == right.size(bTurned ? -1 : -2)
            && (right.rank() == 2
                || left.with(-2, 1).with(-1, 1).equals(right.with(-2, 1).with(-1, 1)));
    if (!fits) {
      String one = bTurned ? "[n][k]" : "[k][n]";
      throw new IllegalArgumentException(
          "multiplyMatrices needs …%s and …%s or %s, but was given %s and %s"
              .formatted(aTurned ? "[k][m]" : "[m][k]", one, one, left, right));
    }
    return left.with(-2, left.size(aTurned ? -1 : -2)).with(-1, right.size(bTurned ? -2 : -1));
  }

  @Override
  Form form() {
    return new Form.Product(aTurned, bTurned);
  }

  @Override
  void forward() {
    float[] right = bTurned ? turned : b.values();
    for (int i = 0; i < count; i++) {
      if (bTurned && (i == 0 || !shared)) {
        kernels.transpose(n, k, b.values(), bAt(i), k, turned, 0, n);
      }
      kernels.multiply(
          0,
          m,
          n,
          k,
          a.values(),
          i * m * k,
          aTurned ? 1 : k,
          aTurned ? m : 1,
          right,
          bTurned ? 0 : bAt(i),
          n,
          y.values(),
          i * m * n,
          n,
          false);
    }
  }

  private int bAt(int i) {
    return shared ? 0 : i * k * n;
  }

  @Override
  void backward() {
    for (int i = 0; i < count; i++) {
      if (a.hasGradient()) {
        if (aTurned) {
          backwardToTurnedA(i);
        } else {
          backwardToA(i);
        }
      }
      if (b.hasGradient()) {
        if (bTurned) {
          backwardToTurnedB(i);
        } else {
          backwardToB(i);
        }
      }
    }
  }

  /// ∂A[m][k] += ∂Y·Bᵀ.
  private void backwardToA(int i) {
    float[] dy = y.gradient();
    float[] right = bTurned ? b.values() : turned;
    if (!bTurned && (i == 0 || !shared)) {
      kernels.transpose(k, n, b.values(), bAt(i), n, turned, 0, k);
    }
    int rightAt = bTurned ? bAt(i) : 0;
    kernels.multiply(
        0, m, k, n, dy, i * m * n, n, 1, right, rightAt, k, a.gradient(), i * m * k, k, true);
  }

  /// ∂A[k][m] += B·∂Yᵀ.
  private void backwardToTurnedA(int i) {
    kernels.transpose(m, n, y.gradient(), i * m * n, n, turned, 0, m);
    int bRow = bTurned ? 1 : n;
    int bColumn = bTurned ? k : 1;
    kernels.multiply(
        0,
        k,
        m,
        n,
        b.values(),
        bAt(i),
        bRow,
        bColumn,
        turned,
        0,
        m,
        a.gradient(),
        i * m * k,
        m,
        true);
  }

  /// ∂B[k][n] += Aᵀ·∂Y.
  private void backwardToB(int i) {
    int aRow = aTurned ? m : 1;
    int aColumn = aTurned ? 1 : k;
    kernels.multiply(
        0,
        k,
        n,
        m,
        a.values(),
        i * m * k,
        aRow,
        aColumn,
        y.gradient(),
        i * m * n,
        n,
        b.gradient(),
        bAt(i),
        n,
        true);
  }

  /// ∂B[n][k] += ∂Yᵀ·A.
  private void backwardToTurnedB(int i) {
    float[] right = aTurned ? turned : a.values();
    if (aTurned) {
      kernels.transpose(k, m, a.values(), i * m * k, m, turned, 0, k);
    }
    int rightAt = aTurned ? 0 : i * m * k;
    kernels.multiply(
        0,
        n,
        k,
        m,
        y.gradient(),
        i * m * n,
        1,
        n,
        right,
        rightAt,
        k,
        b.gradient(),
        bAt(i),
        k,
        true);
  }
}
