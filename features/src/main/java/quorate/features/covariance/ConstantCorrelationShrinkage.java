package quorate.features.covariance;

import quorate.features.covariance.SampleCovariance.Divisor;
import quorate.features.matrix.Symmetric;

/// [LedoitWolf] to constant correlation: F = r̄·sᵢsⱼ off the diagonal, with s the assets' standard
/// deviations and r̄ the mean of all sample correlations.
///
/// Equations of Ledoit and Wolf, *Honey, I shrunk the sample covariance matrix*, appendix B, with x
/// centred returns, T days, S the sample covariance over T − 1 and H the same over T (the mixture
/// is PyPortfolioOpt's; the paper has T throughout):
///
/// * π = Σᵢⱼ pᵢⱼ, pᵢⱼ = mean(xᵢ² xⱼ²) − 2HᵢⱼSᵢⱼ + Sᵢⱼ²
/// * ρ = Σᵢ pᵢᵢ + r̄·Σᵢ≠ⱼ (sⱼ/sᵢ)·θᵢⱼ, θᵢⱼ = mean(xᵢ³ xⱼ) − HᵢᵢSᵢⱼ − HᵢⱼSᵢᵢ + SᵢᵢSᵢⱼ
/// * γ = Σᵢⱼ (Sᵢⱼ − Fᵢⱼ)², δ = (π − ρ) / (γT) within 0…1
///
/// Σᵢⱼ (sⱼ/sᵢ)·mean(xᵢ³ xⱼ) = mean(Σᵢ xᵢ³/sᵢ · Σⱼ sⱼxⱼ): a sum over days, no product of matrices.
final class ConstantCorrelationShrinkage {
  private final Returns returns;
  private final double[][] x;
  private final double[][] sample;
  private final int n;
  private final double days;
  private final double[] deviations;

  ConstantCorrelationShrinkage(Returns returns, double[][] centred) {
    this.returns = returns;
    this.x = centred;
    this.n = returns.assets().size();
    this.days = returns.days();
    this.sample = SampleCovariance.of(centred, Divisor.DAYS_LESS_ONE.of(returns.days()));
    this.deviations = new double[n];
    for (int i = 0; i < n; i++) {
      deviations[i] = Math.sqrt(sample[i][i]);
    }
  }

  Covariance estimate() {
    if (n == 1) {
      return Covariance.shrunk(returns, sample, 0);
    }
    double mean = meanCorrelation();
    double squares = Symmetric.squares(sample);
    double distance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double difference = sample[i][j] - mean * deviations[i] * deviations[j];
        distance += 2 * difference * difference;
      }
    }
    double shrinkage = LedoitWolf.share(error(mean, squares) / days, distance, squares);
    LedoitWolf.moveOffDiagonal(sample, (i, j) -> mean * deviations[i] * deviations[j], shrinkage);
    return Covariance.shrunk(returns, sample, shrinkage);
  }

  private double meanCorrelation() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      if (deviations[i] == 0) {
        throw new IllegalArgumentException(
            "every asset must move for a constant correlation, but \"%s\" had %d equal returns; leave it out or use another target"
                .formatted(returns.assets().get(i), returns.days()));
      }
      double row = 0;
      for (int j = i + 1; j < n; j++) {
        row += sample[i][j] / deviations[j];
      }
      sum += row / deviations[i];
    }
    return 2 * sum / (n * (n - 1.0));
  }

  /// π − ρ.
  private double error(double mean, double squares) {
    double biased = (days - 1) / days; // H = biased · S
    double pi = LedoitWolf.sumOfSquaredNorms(x) / days + (1 - 2 * biased) * squares;
    double fourth = 0; // Σᵢ mean(xᵢ⁴)
    double cubes = 0; // Σᵢⱼ (sⱼ/sᵢ)·mean(xᵢ³ xⱼ)
    for (double[] row : x) {
      double fourths = 0;
      double byDeviation = 0;
      double timesDeviation = 0;
      for (int i = 0; i < n; i++) {
        double square = row[i] * row[i];
        fourths = Math.fma(square, square, fourths);
        byDeviation += square * row[i] / deviations[i];
        timesDeviation = Math.fma(deviations[i], row[i], timesDeviation);
      }
      fourth += fourths / days;
      cubes += byDeviation * timesDeviation / days;
    }
    double own = fourth;
    double pairs = cubes - fourth;
    for (int i = 0; i < n; i++) {
      own += (1 - 2 * biased) * sample[i][i] * sample[i][i];
      double row = 0;
      for (int j = 0; j < n; j++) {
        row += j == i ? 0 : deviations[j] * sample[i][j];
      }
      pairs += (1 - 2 * biased) * sample[i][i] / deviations[i] * row;
    }
    return pi - (own + mean * pairs);
  }
}
