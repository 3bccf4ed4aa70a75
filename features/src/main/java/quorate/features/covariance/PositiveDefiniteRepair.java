package quorate.features.covariance;

import java.util.Arrays;
import quorate.features.matrix.Symmetric;
import quorate.features.matrix.SymmetricEigen;

/// Replaces a covariance that is not positive definite by one near to it that is; one that is good
/// already comes back unchanged, to the bit.
///
/// [NearestCovariance] is right when any element may give a little: one eigenvalue problem, and no
/// matrix with such eigenvalues is nearer. It makes variances larger. [NearestCorrelation] is right
/// when variances are known well and correlations are not (blocks estimated apart, views written
/// into the matrix): it keeps variances, and takes some tens of eigenvalue problems.
public sealed interface PositiveDefiniteRepair {

  /// @return the same, or a nearer-than-any-other repaired one, with [Covariance#repaired] set
  Covariance apply(Covariance covariance);

  /// The nearest matrix, in the Frobenius norm, whose eigenvalues are at least `floor` times the
  /// largest: negative and small eigenvalues are raised, the axes stay. With floor 0 this is
  /// PyPortfolioOpt's `fix_nonpositive_semidefinite`, *spectral*, whose result is only
  /// semidefinite.
  ///
  /// Source: N. Higham, *Computing a nearest symmetric positive semidefinite matrix*, Linear
  /// Algebra and its Applications 103 (1988), theorem 2.1.
  ///
  /// @param floor least eigenvalue by the largest, 0 to below 1; its reciprocal bounds the
  ///   condition number
  record NearestCovariance(double floor) implements PositiveDefiniteRepair {
    public NearestCovariance {
      checkFloor(floor);
    }

    /// A condition number of at most 10¹⁰, which leaves six digits to a solution.
    public static NearestCovariance defaults() {
      return new NearestCovariance(1e-10);
    }

    @Override
    public Covariance apply(Covariance covariance) {
      SymmetricEigen eigen = SymmetricEigen.of(covariance.matrix());
      double[] values = eigen.values();
      double[] raised = raised(values, floor);
      return covariance.repaired(
          Arrays.equals(values, raised) ? covariance.matrix() : eigen.withValues(raised), this);
    }
  }

  /// The nearest correlation matrix whose eigenvalues are at least `floor` times the largest, with
  /// the variances as they were: alternating projections on the matrices with such eigenvalues and
  /// on those with a diagonal of ones, with Dykstra's correction, without which the limit would not
  /// be the nearest.
  ///
  /// Source: N. Higham, *Computing the nearest correlation matrix: a problem from finance*, IMA
  /// Journal of Numerical Analysis 22 (2002), algorithm 3.3.
  ///
  /// @param floor least eigenvalue by the largest, 0 to below 1, up to `tolerance`
  /// @param tolerance stop when no iteration changes the matrix by more than this, relative;
  ///   positive
  /// @param iterations give up after so many, at least 1; each costs an eigenvalue problem
  record NearestCorrelation(double floor, double tolerance, int iterations)
      implements PositiveDefiniteRepair {
    public NearestCorrelation {
      checkFloor(floor);
      if (!(tolerance > 0) || iterations < 1) {
        throw new IllegalArgumentException(
            "tolerance must be positive and iterations at least 1, but were %s and %d"
                .formatted(tolerance, iterations));
      }
    }

    /// Floor 10⁻⁸, tolerance 10⁻¹⁰ and at most 1,000 iterations.
    public static NearestCorrelation defaults() {
      return new NearestCorrelation(1e-8, 1e-10, 1000);
    }

    /// @throws IllegalArgumentException naming an asset without variance
    /// @throws ArithmeticException when the iterations do not suffice
    @Override
    public Covariance apply(Covariance covariance) {
      double[][] given = covariance.correlation();
      double[] values = SymmetricEigen.valuesOf(given);
      if (Arrays.equals(values, raised(values, floor))) {
        return covariance.repaired(covariance.matrix(), this);
      }
      double[][] nearest = nearest(given);
      double[][] matrix = covariance.matrix();
      for (int i = 0; i < matrix.length; i++) {
        for (int j = i + 1; j < matrix.length; j++) {
          matrix[i][j] = nearest[i][j] * Math.sqrt(matrix[i][i]) * Math.sqrt(matrix[j][j]);
        }
      }
      Symmetric.mirrorUpper(matrix);
      return covariance.repaired(matrix, this);
    }

    private double[][] nearest(double[][] given) {
      double[][] y = given;
      double[][] correction = new double[given.length][given.length];
      for (int round = 0; round < iterations; round++) {
        double[][] r = difference(y, correction);
        SymmetricEigen eigen = SymmetricEigen.of(r);
        double[][] x = eigen.withValues(raised(eigen.values(), floor));
        correction = difference(x, r);
        double[][] next = Symmetric.copy(x);
        for (int i = 0; i < next.length; i++) {
          next[i][i] = 1;
        }
        double change = Symmetric.distance(next, y) / Math.sqrt(Symmetric.squares(next));
        y = next;
        if (change <= tolerance) {
          return withUnitDiagonal(x);
        }
      }
      throw new ArithmeticException(
          "the nearest correlation matrix of %d assets was not found within %d iterations; allow more, or a larger tolerance than %s"
              .formatted(given.length, iterations, tolerance));
    }

    /// The iterate whose eigenvalues are right, its diagonal of nearly ones made of ones: scaling
    /// rows and columns alike keeps a matrix positive definite, while setting the diagonal may not.
    private static double[][] withUnitDiagonal(double[][] x) {
      double[][] scaled = Symmetric.copy(x);
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          scaled[i][j] = i == j ? 1 : x[i][j] / Math.sqrt(x[i][i] * x[j][j]);
        }
      }
      return scaled;
    }

    private static double[][] difference(double[][] a, double[][] b) {
      double[][] difference = Symmetric.copy(a);
      for (int i = 0; i < a.length; i++) {
        for (int j = 0; j < a.length; j++) {
          difference[i][j] -= b[i][j];
        }
      }
      return difference;
    }
  }

  private static void checkFloor(double floor) {
    if (!(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException("floor must be 0 to below 1, but was " + floor);
    }
  }

  private static double[] raised(double[] values, double floor) {
    double least = floor * Math.max(values[0], 0);
    return Arrays.stream(values).map(value -> Math.max(value, least)).toArray();
  }
}
