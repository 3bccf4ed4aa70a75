package quorate.features.covariance;

import quorate.features.covariance.LedoitWolf.Target;

/// Ledoit and Wolf's shrinkage written down as in the papers, pair by pair.
final class NaiveShrinkage {
  private final double[][] x;
  private final int days;
  private final int n;
  private final double[] index;

  NaiveShrinkage(double[][] returns) {
    days = returns.length;
    n = returns[0].length;
    x = new double[days][n];
    for (int i = 0; i < n; i++) {
      double mean = 0;
      for (double[] row : returns) {
        mean += row[i] / days;
      }
      for (int t = 0; t < days; t++) {
        x[t][i] = returns[t][i] - mean;
      }
    }
    index = new double[days];
    for (int t = 0; t < days; t++) {
      for (int i = 0; i < n; i++) {
        index[t] += x[t][i] / n;
      }
    }
  }

  private interface OfDay {
    double at(int day);
  }

  private double mean(OfDay value) {
    double sum = 0;
    for (int t = 0; t < days; t++) {
      sum += value.at(t);
    }
    return sum / days;
  }

  private double h(int i, int j) {
    return mean(t -> x[t][i] * x[t][j]);
  }

  /// What the estimator with the same target divides by.
  private double s(Target target, int i, int j) {
    return target == Target.CONSTANT_CORRELATION ? h(i, j) * days / (days - 1) : h(i, j);
  }

  /// F, with its parts as the papers define them.
  private double target(Target target, int i, int j) {
    double own = s(target, i, i);
    return switch (target) {
      case IDENTITY -> i == j ? meanVariance() : 0;
      case SINGLE_INDEX -> i == j ? own : beta(i) * beta(j) / indexVariance();
      case CONSTANT_CORRELATION ->
          i == j ? own : meanCorrelation() * Math.sqrt(own * s(target, j, j));
    };
  }

  private double meanVariance() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += h(i, i) / n;
    }
    return sum;
  }

  private double beta(int i) {
    return mean(t -> x[t][i] * index[t]);
  }

  private double indexVariance() {
    return mean(t -> index[t] * index[t]);
  }

  private double meanCorrelation() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum += i == j ? 0 : h(i, j) / Math.sqrt(h(i, i) * h(j, j));
      }
    }
    return sum / (n * (n - 1.0));
  }

  /// The covariance of the sampling errors of S and F, the papers' ρᵢⱼ.
  private double rho(Target target, int i, int j) {
    if (target == Target.IDENTITY) {
      return 0; // the trace's own error is left out, as in the paper
    }
    if (i == j) {
      return pi(target, i, i);
    }
    if (target == Target.SINGLE_INDEX) {
      double v = indexVariance();
      return beta(j) / v * withIndex(i, j)
          + beta(i) / v * withIndex(j, i)
          - beta(i) * beta(j) / (v * v) * indexError(i, j);
    }
    double ratio = Math.sqrt(h(j, j) / h(i, i));
    return meanCorrelation() / 2 * (ratio * theta(i, j) + theta(j, i) / ratio);
  }

  private double withIndex(int i, int j) {
    return mean(t -> x[t][i] * x[t][i] * x[t][j] * index[t]) - beta(i) * h(i, j);
  }

  private double indexError(int i, int j) {
    return mean(t -> x[t][i] * x[t][j] * index[t] * index[t]) - indexVariance() * h(i, j);
  }

  /// mean((xᵢ² − sᵢᵢ)(xᵢxⱼ − sᵢⱼ))
  private double theta(int i, int j) {
    double sii = s(Target.CONSTANT_CORRELATION, i, i);
    double sij = s(Target.CONSTANT_CORRELATION, i, j);
    return mean(t -> (x[t][i] * x[t][i] - sii) * (x[t][i] * x[t][j] - sij));
  }

  /// mean((xᵢxⱼ − sᵢⱼ)²)
  private double pi(Target target, int i, int j) {
    double s = s(target, i, j);
    return mean(t -> (x[t][i] * x[t][j] - s) * (x[t][i] * x[t][j] - s));
  }

  double shrinkage(Target target) {
    double error = 0;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        error += pi(target, i, j) - rho(target, i, j);
        double difference = s(target, i, j) - target(target, i, j);
        distance += difference * difference;
      }
    }
    return Math.clamp(error / distance / days, 0.0, 1.0);
  }

  double[][] estimate(Target target) {
    double share = shrinkage(target);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = share * target(target, i, j) + (1 - share) * s(target, i, j);
      }
    }
    return matrix;
  }
}
