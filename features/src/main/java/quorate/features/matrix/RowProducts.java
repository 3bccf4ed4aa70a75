package quorate.features.matrix;

/// The inner loops of the cubic algorithms: multiples of rows added to one row or to two.
///
/// Each loop is small enough for the compiler to unroll it to the width of a vector, without which
/// it makes no vector instructions: it gives up beyond some sixty nodes (`LoopUnrollLimit`). Two
/// rows of the sum by four of the factor just fit, and share what they load: for 1,500 rows of 500,
/// 13 ms where one by four takes 19; one by eight, two by five and three by four are left scalar
/// and take 40 to 90. Whatever the grouping, each element is one chain of fused multiply-adds in
/// the order of the rows, so results do not depend on block sizes or on the width of the vectors.
final class RowProducts {
  private static final int GROUP = 4;

  private RowProducts() {}

  /// `into[j] += sign · Σ rows[k][i] · rows[k][j]` over k from `first` to before `last`, for j from
  /// `i` to the end of `into`.
  ///
  /// @param sign 1 or −1
  static void add(double[] into, double[][] rows, int first, int last, int i, double sign) {
    int k = first;
    for (; k + GROUP <= last; k += GROUP) {
      addFour(into, rows[k], rows[k + 1], rows[k + 2], rows[k + 3], i, sign);
    }
    for (; k < last; k++) {
      addOne(into, rows[k], sign * rows[k][i], i);
    }
  }

  /// The same for two rows of the sum, `here` with i and `next` with i + 1, both for j from `i`.
  static void addToTwo(double[] here, double[] next, double[][] rows, int first, int last, int i) {
    int k = first;
    for (; k + GROUP <= last; k += GROUP) {
      addFourToTwo(here, next, rows[k], rows[k + 1], rows[k + 2], rows[k + 3], i);
    }
    for (; k < last; k++) {
      addOne(here, rows[k], rows[k][i], i);
      addOne(next, rows[k], rows[k][i + 1], i);
    }
  }

  private static void addFourToTwo(
      double[] here, double[] next, double[] x0, double[] x1, double[] x2, double[] x3, int i) {
    double a0 = x0[i];
    double a1 = x1[i];
    double a2 = x2[i];
    double a3 = x3[i];
    double b0 = x0[i + 1];
    double b1 = x1[i + 1];
    double b2 = x2[i + 1];
    double b3 = x3[i + 1];
    for (int j = i; j < here.length; j++) {
      double a = Math.fma(a1, x1[j], Math.fma(a0, x0[j], here[j]));
      double b = Math.fma(b1, x1[j], Math.fma(b0, x0[j], next[j]));
      here[j] = Math.fma(a3, x3[j], Math.fma(a2, x2[j], a));
      next[j] = Math.fma(b3, x3[j], Math.fma(b2, x2[j], b));
    }
  }

  private static void addFour(
      double[] into, double[] x0, double[] x1, double[] x2, double[] x3, int i, double sign) {
    double a0 = sign * x0[i];
    double a1 = sign * x1[i];
    double a2 = sign * x2[i];
    double a3 = sign * x3[i];
    for (int j = i; j < into.length; j++) {
      double sum = Math.fma(a1, x1[j], Math.fma(a0, x0[j], into[j]));
      into[j] = Math.fma(a3, x3[j], Math.fma(a2, x2[j], sum));
    }
  }

  private static void addOne(double[] into, double[] row, double factor, int from) {
    for (int j = from; j < into.length; j++) {
      into[j] = Math.fma(factor, row[j], into[j]);
    }
  }
}
