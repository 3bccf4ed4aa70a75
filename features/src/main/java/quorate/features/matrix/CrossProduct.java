package quorate.features.matrix;

/// XᵀX of a matrix with few columns and many rows, such as days by assets.
///
/// Costs rows · columns² / 2 fused multiply-adds. Each element is the sum over the rows in their
/// order, so it is the same on every machine, and the matrix is symmetric to the last bit.
public final class CrossProduct {
  /// Rows of X worked through together: 64 rows of 500 columns are 256 kB, which stay in the
  /// second-level cache while every row of the product passes over them.
  private static final int PANEL = 64;

  private CrossProduct() {}

  /// @param x `double[row][column]`, rows of equal length; only read
  /// @return `double[column][column]`
  public static double[][] of(double[][] x) {
    int columns = x[0].length;
    double[][] product = new double[columns][columns];
    addUpper(x, product);
    Symmetric.mirrorUpper(product);
    return product;
  }

  /// Adds XᵀX to the upper triangle of `into`, diagonal included, without allocating. What is below
  /// the diagonal has no meaning afterwards.
  ///
  /// @param x `double[row][column]`, rows of equal length; only read
  /// @param into `double[column][column]`
  public static void addUpper(double[][] x, double[][] into) {
    for (int first = 0; first < x.length; first += PANEL) {
      int last = Math.min(first + PANEL, x.length);
      int i = 0;
      for (; i + 1 < into.length; i += 2) {
        RowProducts.addToTwo(into[i], into[i + 1], x, first, last, i);
      }
      if (i < into.length) {
        RowProducts.add(into[i], x, first, last, i, 1);
      }
    }
  }
}
