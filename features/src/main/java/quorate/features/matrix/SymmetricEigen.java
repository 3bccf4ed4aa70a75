package quorate.features.matrix;

import java.util.Arrays;
import java.util.Optional;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/// Eigenvalues and eigenvectors of a symmetric matrix, largest eigenvalue first.
///
/// A doorway to ojAlgo's Householder reduction and QL iteration, so that no other type of ours
/// knows the library: see decision 10. About 75 ms for n = 500, 26 ms for the eigenvalues alone.
public final class SymmetricEigen {
  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /// @param symmetric `double[n][n]`, finite; only read
  public static SymmetricEigen of(double[][] symmetric) {
    int n = symmetric.length;
    Eigenvalue<Double> solver = Eigenvalue.R064.make(n, true);
    if (!solver.decompose(RawStore.wrap(symmetric))) {
      throw new ArithmeticException("eigenvalues of a %d × %d matrix not found".formatted(n, n));
    }
    double[] values = new double[n];
    solver.getEigenvalues(values, Optional.empty());
    MatrixStore<Double> columns = solver.getV();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
    double[] sorted = new double[n];
    double[][] vectors = new double[n][n];
    for (int k = 0; k < n; k++) {
      sorted[k] = values[order[k]];
      for (int i = 0; i < n; i++) {
        vectors[k][i] = columns.doubleValue(i, order[k]);
      }
    }
    return new SymmetricEigen(sorted, vectors);
  }

  /// The eigenvalues alone, descending.
  ///
  /// @param symmetric `double[n][n]`, finite; only read
  public static double[] valuesOf(double[][] symmetric) {
    int n = symmetric.length;
    Eigenvalue<Double> solver = Eigenvalue.R064.make(n, true);
    if (!solver.computeValuesOnly(RawStore.wrap(symmetric))) {
      throw new ArithmeticException("eigenvalues of a %d × %d matrix not found".formatted(n, n));
    }
    double[] values = new double[n];
    solver.getEigenvalues(values, Optional.empty());
    Arrays.sort(values);
    for (int i = 0; i < n / 2; i++) {
      double value = values[i];
      values[i] = values[n - 1 - i];
      values[n - 1 - i] = value;
    }
    return values;
  }

  /// `double[n]`, descending; a copy.
  public double[] values() {
    return values.clone();
  }

  /// `double[n]`, the unit eigenvector of the k-th value, a copy; its sign is arbitrary.
  public double[] vector(int k) {
    return vectors[k].clone();
  }

  /// Σ values[k] · vectors[k] vectors[k]ᵀ, with other values in place of those found: a matrix with
  /// the same axes. n³/2 multiply-adds.
  ///
  /// @param values one per eigenvector, none negative
  /// @return `double[n][n]`, symmetric to the last bit
  public double[][] withValues(double[] values) {
    double[][] scaled = new double[vectors.length][];
    for (int k = 0; k < scaled.length; k++) {
      double root = Math.sqrt(values[k]);
      scaled[k] = vectors[k].clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[k][i] *= root;
      }
    }
    return CrossProduct.of(scaled);
  }
}
