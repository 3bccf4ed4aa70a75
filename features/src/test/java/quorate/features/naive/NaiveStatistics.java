package quorate.features.naive;

import static quorate.features.naive.Naive.deviation;
import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.mean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// The group "statistics" at its defaults, by `name.output`.
final class NaiveStatistics {
  private NaiveStatistics() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("standard_deviation.value", bars -> ofCloses(bars, 20, c -> deviation(c, 19, 20)));
    all.put("variance.value", bars -> ofCloses(bars, 20, c -> moment(c, 2)));
    all.put("z_score.value", bars -> ofCloses(bars, 20, NaiveStatistics::zScore));
    all.put("skewness.population", bars -> ofCloses(bars, 50, c -> standardised(c, 3)));
    all.put(
        "skewness.sample",
        bars -> ofCloses(bars, 50, c -> standardised(c, 3) * Math.sqrt(50 * 49) / 48));
    all.put("kurtosis.population", bars -> ofCloses(bars, 50, NaiveStatistics::kurtosis));
    all.put(
        "kurtosis.sample",
        bars -> ofCloses(bars, 50, c -> isFlat(c) ? 0 : 49.0 / (48 * 47) * (51 * kurtosis(c) + 6)));
    all.put("percentile.value", bars -> ofCloses(bars, 30, c -> sorted(c)[14]));
    all.put("percent_rank.value", bars -> ofCloses(bars, 101, NaiveStatistics::percentRank));
    all.put("linear_regression.value", bars -> ofCloses(bars, 14, c -> line(c, 13)));
    all.put("linear_regression.slope", bars -> ofCloses(bars, 14, NaiveStatistics::slope));
    all.put("linear_regression.intercept", bars -> ofCloses(bars, 14, c -> line(c, 0)));
    all.put(
        "linear_regression.angle",
        bars -> ofCloses(bars, 14, c -> Math.toDegrees(Math.atan(slope(c)))));
    all.put("linear_regression.forecast", bars -> ofCloses(bars, 14, c -> line(c, 14)));
    all.put(
        "correlation.value",
        bars ->
            each(bars, 29, t -> correlation(last(bars.high(), t, 30), last(bars.low(), t, 30))));
    all.put("beta.value", bars -> each(bars, 5, t -> beta(bars, t, 5)));
    all.put(
        "autocorrelation.value",
        bars -> ofCloses(bars, 51, c -> correlation(last(c, 49, 50), last(c, 50, 50))));
    all.put("entropy.value", bars -> ofCloses(bars, 50, c -> entropy(c, 10)));
    all.put("hurst.value", bars -> ofCloses(bars, 100, c -> hurst(c, 5)));
    all.put(
        "fractional_difference.value",
        bars -> ofCloses(bars, 282, c -> fractionalDifference(c, 0.4)));
    return all;
  }

  private interface OfWindow {
    double of(double[] values);
  }

  private static double[] ofCloses(NaiveBars bars, int n, OfWindow statistic) {
    return each(bars, n - 1, t -> statistic.of(last(bars.close(), t, n)));
  }

  /// Oldest first.
  private static double[] last(double[] x, int t, int n) {
    return Arrays.copyOfRange(x, t - n + 1, t + 1);
  }

  private static double[] sorted(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static boolean isFlat(double[] x) {
    return Arrays.stream(x).distinct().count() == 1;
  }

  private static double average(int n, IntToDoubleFunction term) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += term.applyAsDouble(i);
    }
    return sum / n;
  }

  private static double moment(double[] x, int power) {
    double centre = average(x.length, i -> x[i]);
    return average(x.length, i -> Math.pow(x[i] - centre, power));
  }

  private static double standardised(double[] x, int power) {
    return isFlat(x) ? 0 : moment(x, power) / Math.pow(moment(x, 2), power / 2.0);
  }

  private static double kurtosis(double[] x) {
    return isFlat(x) ? 0 : standardised(x, 4) - 3;
  }

  private static double zScore(double[] x) {
    int n = x.length;
    return isFlat(x) ? 0 : (x[n - 1] - mean(x, n - 1, n)) / deviation(x, n - 1, n);
  }

  private static double percentRank(double[] x) {
    int n = x.length - 1;
    return 100.0 * Arrays.stream(x, 0, n).filter(earlier -> earlier < x[n]).count() / n;
  }

  private static double slope(double[] x) {
    int n = x.length;
    double level = mean(x, n - 1, n);
    double covariance = average(n, i -> (i - (n - 1) / 2.0) * (x[i] - level));
    return covariance / average(n, i -> Math.pow(i - (n - 1) / 2.0, 2));
  }

  private static double line(double[] x, int place) {
    int n = x.length;
    return mean(x, n - 1, n) + slope(x) * (place - (n - 1) / 2.0);
  }

  private static double covariance(double[] x, double[] y) {
    double centreX = average(x.length, i -> x[i]);
    double centreY = average(y.length, i -> y[i]);
    return average(x.length, i -> (x[i] - centreX) * (y[i] - centreY));
  }

  private static double correlation(double[] x, double[] y) {
    return isFlat(x) || isFlat(y)
        ? 0
        : covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));
  }

  private static double beta(NaiveBars bars, int t, int n) {
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int bar = t - n + 1 + i;
      x[i] = (bars.high()[bar] - bars.high()[bar - 1]) / bars.high()[bar - 1];
      y[i] = (bars.low()[bar] - bars.low()[bar - 1]) / bars.low()[bar - 1];
    }
    return isFlat(x) ? 0 : covariance(x, y) / covariance(x, x);
  }

  private static double entropy(double[] x, int bins) {
    double low = sorted(x)[0];
    double width = sorted(x)[x.length - 1] - low;
    double[] counts = new double[bins];
    for (double value : x) {
      int bin = width == 0 ? 0 : (int) Math.floor((value - low) * (bins / width));
      counts[Math.min(bins - 1, bin)]++;
    }
    double entropy = 0;
    for (double count : counts) {
      double share = count / x.length;
      entropy -= share == 0 ? 0 : share * Math.log(share);
    }
    return entropy;
  }

  private static double hurst(double[] x, int lags) {
    double[] logs = new double[lags];
    for (int j = 0; j < lags; j++) {
      int lag = 1 << j;
      double squares = average(x.length - lag, i -> Math.pow(x[i + lag] - x[i], 2));
      logs[j] = Math.log(squares) / Math.log(2);
    }
    return isFlat(x) ? 0.5 : slope(logs) / 2;
  }

  private static double fractionalDifference(double[] x, double order) {
    double sum = 0;
    double weight = 1;
    for (int k = 0; k < x.length; k++) {
      sum += weight * x[x.length - 1 - k];
      weight *= (k - order) / (k + 1);
    }
    return sum;
  }
}
