package quorate.features.covariance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import quorate.features.matrix.Symmetric;
import quorate.features.matrix.SymmetricEigen;

/// The covariance of the returns of n assets, per period; immutable, safe for many threads.
///
/// `double[asset][asset]` in the order of [#assets], symmetric to the last bit, every element
/// finite, no negative variance. It need not be positive definite: with fewer days than assets the
/// sample's is not, and [#repaired] says whether something was done about it.
public final class Covariance {
  private final List<String> assets;
  private final double periodsPerYear;
  private final double[][] matrix;
  private final OptionalDouble shrinkage;
  private final Optional<Repaired> repaired;

  /// What a repair did.
  ///
  /// @param by which repair
  /// @param change the Frobenius norm of what was changed, relative to that of the matrix; at least
  ///   0, and 0 when it was left as it was
  public record Repaired(PositiveDefiniteRepair by, double change) {}

  private Covariance(
      List<String> assets,
      double periodsPerYear,
      double[][] matrix,
      OptionalDouble shrinkage,
      Optional<Repaired> repaired) {
    this.assets = assets;
    this.periodsPerYear = periodsPerYear;
    this.matrix = matrix;
    this.shrinkage = shrinkage;
    this.repaired = repaired;
  }

  /// A matrix from elsewhere, such as one that somebody believes in.
  ///
  /// @param assets a name for each row and column, all different
  /// @param periodsPerYear of the matrix's period, for annualising
  /// @param matrix `double[asset][asset]` per period; copied
  /// @throws IllegalArgumentException when it is not square, symmetric and finite, or a variance is
  ///   negative
  public static Covariance of(List<String> assets, double periodsPerYear, double[][] matrix) {
    List<String> names = Returns.checkNames(assets);
    Returns.checkPeriods(periodsPerYear);
    if (matrix.length != names.size()) {
      throw new IllegalArgumentException(
          "covariance must have %d rows, one per asset, but had %d"
              .formatted(names.size(), matrix.length));
    }
    double[][] copy = Symmetric.copy(matrix);
    for (int i = 0; i < copy.length; i++) {
      if (copy[i].length != copy.length) {
        throw new IllegalArgumentException(
            "row of \"%s\" must have %d covariances, but had %d"
                .formatted(names.get(i), copy.length, copy[i].length));
      }
      for (int j = 0; j <= i; j++) {
        checkElement(names, copy, i, j);
      }
    }
    return new Covariance(names, periodsPerYear, copy, OptionalDouble.empty(), Optional.empty());
  }

  private static void checkElement(List<String> names, double[][] matrix, int i, int j) {
    double value = matrix[i][j];
    if (!Double.isFinite(value) || (i == j && value < 0)) {
      throw new IllegalArgumentException(
          "%s must be finite%s, but was %s (assets \"%s\" and \"%s\")"
              .formatted(
                  i == j ? "variance" : "covariance",
                  i == j ? " and not negative" : "",
                  value,
                  names.get(i),
                  names.get(j)));
    }
    if (value != matrix[j][i]) {
      throw new IllegalArgumentException(
          "covariance must be symmetric, but was %s and %s (assets \"%s\" and \"%s\")"
              .formatted(value, matrix[j][i], names.get(i), names.get(j)));
    }
  }

  /// What an estimator found, its matrix handed over and not copied.
  static Covariance estimated(List<String> assets, double periodsPerYear, double[][] matrix) {
    return new Covariance(assets, periodsPerYear, matrix, OptionalDouble.empty(), Optional.empty());
  }

  static Covariance shrunk(Returns returns, double[][] matrix, double shrinkage) {
    return new Covariance(
        returns.assets(),
        returns.periodsPerYear(),
        matrix,
        OptionalDouble.of(shrinkage),
        Optional.empty());
  }

  Covariance repaired(double[][] better, PositiveDefiniteRepair by) {
    double size = Math.sqrt(Symmetric.squares(matrix));
    double change = Symmetric.distance(matrix, better);
    return new Covariance(
        assets,
        periodsPerYear,
        better,
        shrinkage,
        Optional.of(new Repaired(by, size == 0 ? change : change / size)));
  }

  public List<String> assets() {
    return assets;
  }

  public int size() {
    return matrix.length;
  }

  public double periodsPerYear() {
    return periodsPerYear;
  }

  /// Per period.
  public double at(int i, int j) {
    return matrix[i][j];
  }

  /// `double[asset][asset]` per period, a copy.
  public double[][] matrix() {
    return Symmetric.copy(matrix);
  }

  /// `double[asset][asset]` per year: each element times the periods of a year, which is right for
  /// returns without autocorrelation.
  public double[][] perYear() {
    double[][] scaled = matrix();
    Symmetric.scale(scaled, periodsPerYear);
    return scaled;
  }

  /// The asset's standard deviation per year, at least 0.
  public double volatilityPerYear(int asset) {
    return Math.sqrt(matrix[asset][asset] * periodsPerYear);
  }

  /// `double[asset][asset]` with ones on the diagonal, each element −1 to 1.
  ///
  /// @throws IllegalArgumentException naming an asset without variance, whose correlations are not
  ///   defined
  public double[][] correlation() {
    int n = size();
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = 1 / Math.sqrt(variance(i));
    }
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      correlation[i][i] = 1;
      for (int j = i + 1; j < n; j++) {
        correlation[i][j] = Math.clamp(matrix[i][j] * scale[i] * scale[j], -1, 1);
      }
    }
    Symmetric.mirrorUpper(correlation);
    return correlation;
  }

  private double variance(int asset) {
    double variance = matrix[asset][asset];
    if (!(variance > 0)) {
      throw new IllegalArgumentException(
          "variance must be positive for a correlation, but was %s (asset \"%s\"); leave it out"
              .formatted(variance, assets.get(asset)));
    }
    return variance;
  }

  /// wᵀΣw per period.
  ///
  /// @param weights one per asset
  public double varianceOf(double[] weights) {
    if (weights.length != size()) {
      throw new IllegalArgumentException(
          "weights must be %d, one per asset, but were %d".formatted(size(), weights.length));
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double row = 0;
      for (int j = 0; j < weights.length; j++) {
        row = Math.fma(matrix[i][j], weights[j], row);
      }
      sum = Math.fma(weights[i], row, sum);
    }
    return sum;
  }

  /// How far the estimate was moved to its target: 0 is the sample's own, 1 the target alone. Empty
  /// where the estimator does not shrink.
  public OptionalDouble shrinkage() {
    return shrinkage;
  }

  /// What was done to make it positive definite, if anybody asked for that.
  public Optional<Repaired> repaired() {
    return repaired;
  }

  /// Whether it has a Cholesky factor; n³/6 multiply-adds.
  public boolean positiveDefinite() {
    return Symmetric.positiveDefinite(matrix);
  }

  /// Largest first; some may be negative by rounding or because the matrix is indefinite. Worked
  /// out anew at each call: 26 ms for 500 assets.
  public double[] eigenvalues() {
    return SymmetricEigen.valuesOf(matrix);
  }

  /// The largest eigenvalue by the smallest, at least 1: how much an error in expected returns may
  /// be magnified by inverting the matrix. Infinite when the smallest is not positive. Costs as
  /// much as [#eigenvalues].
  public double conditionNumber() {
    double[] values = eigenvalues();
    double least = values[values.length - 1];
    return least > 0 ? values[0] / least : Double.POSITIVE_INFINITY;
  }
}
