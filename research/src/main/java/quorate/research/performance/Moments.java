package quorate.research.performance;

import java.util.Arrays;

/// Plain statistics of a sample of returns. Callers guard the sizes; sums run oldest first.
final class Moments {
  /// A deviation this small relative to the values is rounding noise of a constant series.
  private static final double NOISE = 1e-12;

  private Moments() {}

  static double mean(double[] sample) {
    double sum = 0;
    for (double x : sample) {
      sum += x;
    }
    return sum / sample.length;
  }

  /// Deviation of the sample with n − 1; exactly 0 for a constant series.
  static double deviation(double[] sample) {
    double mean = mean(sample);
    double sum = 0;
    double largest = 0;
    for (double x : sample) {
      sum += (x - mean) * (x - mean);
      largest = Math.max(largest, Math.abs(x));
    }
    double deviation = Math.sqrt(sum / (sample.length - 1));
    return deviation <= NOISE * largest ? 0 : deviation;
  }

  /// Root mean square of what lies below `threshold`.
  static double downside(double[] sample, double threshold) {
    double sum = 0;
    for (double x : sample) {
      double below = Math.min(0, x - threshold);
      sum += below * below;
    }
    return Math.sqrt(sum / sample.length);
  }

  /// The mean `order`-th power of the distance from the mean (biased).
  static double central(double[] sample, int order) {
    double mean = mean(sample);
    double sum = 0;
    for (double x : sample) {
      sum += Math.pow(x - mean, order);
    }
    return sum / sample.length;
  }

  /// Biased covariance.
  static double covariance(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / a.length;
  }

  /// The value below which `share` of the sample lies, interpolated linearly between neighbours.
  static double quantile(double[] sample, double share) {
    double[] sorted = sorted(sample);
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /// Mean of the worst values, up to and including the one at or just below the quantile.
  static double tailMean(double[] sample, double share) {
    double[] sorted = sorted(sample);
    int last = (int) ((sorted.length - 1) * share);
    return mean(Arrays.copyOf(sorted, last + 1));
  }

  static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  static double[] minus(double[] sample, double constant) {
    double[] difference = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      difference[i] = sample[i] - constant;
    }
    return difference;
  }

  private static double[] sorted(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
