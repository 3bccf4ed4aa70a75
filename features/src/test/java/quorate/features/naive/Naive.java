package quorate.features.naive;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import quorate.features.series.NaiveBars;

/// What naive forms are written with: each value worked out anew from whole arrays, NaN where there
/// is none yet.
final class Naive {
  private Naive() {}

  static double[] each(NaiveBars bars, int first, IntToDoubleFunction value) {
    double[] values = new double[bars.size()];
    Arrays.setAll(values, t -> t < first ? Double.NaN : value.applyAsDouble(t));
    return values;
  }

  static double[] from(double[] values, int first) {
    double[] later = values.clone();
    Arrays.fill(later, 0, first, Double.NaN);
    return later;
  }

  static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, t -> a[t] - b[t]);
    return difference;
  }

  /// Sum of the last n terms up to t.
  static double sum(int t, int n, IntToDoubleFunction term) {
    return IntStream.rangeClosed(t - n + 1, t).mapToDouble(term).sum();
  }

  /// part / whole, 0 where the whole is nothing.
  static double share(double part, double whole) {
    return Math.abs(whole) < 1e-12 ? 0 : part / whole;
  }

  static double mean(double[] x, int t, int n) {
    double sum = 0;
    for (int i = t - n + 1; i <= t; i++) {
      sum += x[i];
    }
    return sum / n;
  }

  /// NaN in a window makes the mean NaN, so the mean of a late series begins late.
  static double[] sma(double[] x, int n) {
    double[] means = new double[x.length];
    Arrays.setAll(means, t -> t < n - 1 ? Double.NaN : mean(x, t, n));
    return means;
  }

  /// The mean of the first n values there are, then `share` of the way to each new one.
  static double[] smoothed(double[] x, int n, double share) {
    double[] smooth = sma(x, n);
    boolean begun = false;
    for (int t = 0; t < x.length; t++) {
      if (begun) {
        smooth[t] = (1 - share) * smooth[t - 1] + share * x[t];
      }
      begun |= !Double.isNaN(smooth[t]);
    }
    return smooth;
  }

  static double wma(double[] x, int t, int n) {
    double sum = 0;
    double weights = 0;
    for (int weight = n; weight >= 1; weight--) {
      sum += weight * x[t - n + weight];
      weights += weight;
    }
    return sum / weights;
  }

  static double highest(NaiveBars bars, int t, int n) {
    return Arrays.stream(bars.high(), t - n + 1, t + 1).max().orElseThrow();
  }

  static double lowest(NaiveBars bars, int t, int n) {
    return Arrays.stream(bars.low(), t - n + 1, t + 1).min().orElseThrow();
  }

  static double deviation(double[] x, int t, int n) {
    double centre = mean(x, t, n);
    double squares = 0;
    for (int i = t - n + 1; i <= t; i++) {
      squares += (x[i] - centre) * (x[i] - centre);
    }
    return Math.sqrt(squares / n);
  }
}
