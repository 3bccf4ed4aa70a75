package quorate.features.matrix;

/// The one inner loop of the cubic algorithms: multiples of rows added to a row.
///
/// Eight rows at a time, so that an element of the sum is loaded and stored once for eight fused
/// multiply-adds; the compiler turns the loop over columns into vector instructions. Whatever the
/// grouping, each element is one chain of fused multiply-adds in the order of the rows, so results
/// do not depend on block sizes or on the width of the vectors. Four rows of the sum by four rows
/// of the factor was tried and is 1.5 times slower: too many arrays for the compiler's registers.
final class RowProducts {
  private RowProducts() {}

  /// `into[j] += sign · Σ rows[k][i] · rows[k][j]` over k from `first` to before `last`, for j from
  /// `from` to the end of `into`.
  ///
  /// @param sign 1 or −1
  static void add(
      double[] into, double[][] rows, int first, int last, int i, int from, double sign) {
    int k = first;
    for (; k + 8 <= last; k += 8) {
      addEight(into, rows, k, i, from, sign);
    }
    for (; k < last; k++) {
      addOne(into, rows[k], sign * rows[k][i], from);
    }
  }

  private static void addEight(
      double[] into, double[][] rows, int k, int i, int from, double sign) {
    eight(
        into,
        rows[k],
        rows[k + 1],
        rows[k + 2],
        rows[k + 3],
        rows[k + 4],
        rows[k + 5],
        rows[k + 6],
        rows[k + 7],
        i,
        from,
        sign);
  }

  private static void eight(
      double[] into,
      double[] x0,
      double[] x1,
      double[] x2,
      double[] x3,
      double[] x4,
      double[] x5,
      double[] x6,
      double[] x7,
      int i,
      int from,
      double sign) {
    double a0 = sign * x0[i];
    double a1 = sign * x1[i];
    double a2 = sign * x2[i];
    double a3 = sign * x3[i];
    double a4 = sign * x4[i];
    double a5 = sign * x5[i];
    double a6 = sign * x6[i];
    double a7 = sign * x7[i];
    for (int j = from; j < into.length; j++) {
      double sum = Math.fma(a0, x0[j], into[j]);
      sum = Math.fma(a1, x1[j], sum);
      sum = Math.fma(a2, x2[j], sum);
      sum = Math.fma(a3, x3[j], sum);
      sum = Math.fma(a4, x4[j], sum);
      sum = Math.fma(a5, x5[j], sum);
      sum = Math.fma(a6, x6[j], sum);
      into[j] = Math.fma(a7, x7[j], sum);
    }
  }

  private static void addOne(double[] into, double[] row, double factor, int from) {
    for (int j = from; j < into.length; j++) {
      into[j] = Math.fma(factor, row[j], into[j]);
    }
  }
}
