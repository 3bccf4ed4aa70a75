package quorate.features.covariance;

import quorate.features.matrix.Symmetric;

/// [LedoitWolf] to the single-index model: F = b bᵀ / v off the diagonal, with m the mean of all
/// assets on each day, b the assets' covariances with m and v its variance.
///
/// Equations of Ledoit and Wolf (2003), appendix B, with x centred returns and T days:
///
/// * π = Σᵢⱼ [ mean(xᵢ² xⱼ²) − Sᵢⱼ² ]
/// * ρ = Σᵢ [ mean(xᵢ⁴) − Sᵢᵢ² ] + 2·Σᵢ≠ⱼ bⱼ·v1ᵢⱼ / v − Σᵢ≠ⱼ bᵢbⱼ·v3ᵢⱼ / v²
/// * v1ᵢⱼ = mean(xᵢ² xⱼ m) − bᵢSᵢⱼ, v3ᵢⱼ = mean(xᵢ xⱼ m²) − v·Sᵢⱼ
/// * γ = Σᵢⱼ (Sᵢⱼ − Fᵢⱼ)², δ = (π − ρ) / (γT) within 0…1
///
/// With Y = Σᵢ xᵢ² and g = Σⱼ bⱼxⱼ of a day, Σᵢⱼ bⱼ·mean(xᵢ² xⱼ m) = mean(Y g m) and Σᵢⱼ
/// bᵢbⱼ·mean(xᵢ xⱼ m²) = mean(g² m²): sums over days, no products of matrices.
final class SingleIndexShrinkage {
  private final Returns returns;
  private final double[][] x;
  private final double[][] sample;
  private final int n;
  private final double days;
  private final double[] withIndex;
  private final double indexVariance;

  SingleIndexShrinkage(Returns returns, double[][] centred) {
    this.returns = returns;
    this.x = centred;
    this.n = returns.assets().size();
    this.days = returns.days();
    this.sample = SampleCovariance.of(centred, days);
    this.withIndex = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        withIndex[i] += sample[i][j] / n;
      }
      sum += withIndex[i] / n;
    }
    this.indexVariance = sum;
  }

  Covariance estimate() {
    if (n == 1) {
      return Covariance.shrunk(returns, sample, 0);
    }
    double rounding = Math.ulp(1.0) * Symmetric.trace(sample);
    if (!(indexVariance > rounding)) {
      throw new IllegalArgumentException(
          "the mean of all assets must move to be their index, but its variance was %s; use another target"
              .formatted(indexVariance));
    }
    double squares = Symmetric.squares(sample);
    double distance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double difference = sample[i][j] - target(i, j);
        distance += 2 * difference * difference;
      }
    }
    double pi = LedoitWolf.sumOfSquaredNorms(x) / days - squares;
    double shrinkage = LedoitWolf.share((pi - rho()) / days, distance, squares);
    LedoitWolf.moveOffDiagonal(sample, this::target, shrinkage);
    return Covariance.shrunk(returns, sample, shrinkage);
  }

  private double target(int i, int j) {
    return withIndex[i] * withIndex[j] / indexVariance;
  }

  private double rho() {
    double fourth = 0; // Σᵢ mean(xᵢ⁴)
    double whole1 = 0; // Σᵢⱼ bⱼ·mean(xᵢ² xⱼ m)
    double own1 = 0; // the same for i = j
    double whole3 = 0; // Σᵢⱼ bᵢbⱼ·mean(xᵢ xⱼ m²)
    double own3 = 0;
    for (double[] row : x) {
      double m = 0;
      double y = 0;
      double g = 0;
      double y2 = 0;
      double cubes = 0;
      double b2y = 0;
      for (int i = 0; i < n; i++) {
        double b = withIndex[i];
        double square = row[i] * row[i];
        m += row[i];
        y += square;
        g = Math.fma(b, row[i], g);
        y2 = Math.fma(square, square, y2);
        cubes = Math.fma(b * square, row[i], cubes);
        b2y = Math.fma(b * b, square, b2y);
      }
      m /= n;
      fourth += y2 / days;
      whole1 += y * g * m / days;
      own1 += cubes * m / days;
      whole3 += g * m * (g * m) / days;
      own3 += b2y * m * m / days;
    }
    return combine(fourth, whole1 - own1, whole3 - own3);
  }

  /// Takes the products of means off the means of products.
  private double combine(double fourth, double pairs1, double pairs3) {
    double own = fourth;
    double sum1 = pairs1;
    double sum3 = pairs3;
    for (int i = 0; i < n; i++) {
      own -= sample[i][i] * sample[i][i];
      for (int j = 0; j < n; j++) {
        if (i != j) {
          double bbs = withIndex[i] * withIndex[j] * sample[i][j];
          sum1 -= bbs;
          sum3 -= indexVariance * bbs;
        }
      }
    }
    return own + 2 * sum1 / indexVariance - sum3 / (indexVariance * indexVariance);
  }
}
