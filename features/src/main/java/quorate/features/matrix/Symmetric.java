package quorate.features.matrix;

/// What holds for every symmetric matrix `double[n][n]`.
public final class Symmetric {
  private Symmetric() {}

  /// Copies what is above the diagonal below it.
  public static void mirrorUpper(double[][] matrix) {
    for (int i = 1; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = matrix[j][i];
      }
    }
  }

  /// A deep copy.
  public static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  /// The Frobenius norm of `a − b`: the root of the sum of squared differences.
  public static double distance(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        double difference = a[i][j] - b[i][j];
        sum += difference * difference;
      }
    }
    return Math.sqrt(sum);
  }

  /// The sum of squares of all elements.
  public static double squares(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        sum += value * value;
      }
    }
    return sum;
  }

  /// The sum of the diagonal.
  public static double trace(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += matrix[i][i];
    }
    return sum;
  }

  /// Every element times `factor`, in place.
  public static void scale(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
  }

  /// Whether the Cholesky factorisation of the matrix exists in `double`s: it is positive definite,
  /// as far as can be told without its eigenvalues. n³/6 multiply-adds.
  ///
  /// @param matrix only read
  public static boolean positiveDefinite(double[][] matrix) {
    int n = matrix.length;
    double[][] upper = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = matrix[i].clone();
      RowProducts.add(row, upper, 0, i, i, -1);
      double pivot = row[i];
      if (!(pivot > 0)) {
        return false;
      }
      double inverse = 1 / Math.sqrt(pivot);
      for (int j = i; j < n; j++) {
        row[j] *= inverse;
      }
      upper[i] = row;
    }
    return true;
  }
}
