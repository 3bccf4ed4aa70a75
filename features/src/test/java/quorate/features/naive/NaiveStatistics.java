package quorate.features.naive;

import static quorate.features.naive.Naive.deviation;
import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.mean;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "statistics" at its defaults, by `name.output`.
final class NaiveStatistics {
  private NaiveStatistics() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put(
        "standard_deviation.value", bars -> each(bars, 19, t -> deviation(bars.close(), t, 20)));
    all.put(
        "linear_regression_slope.value", bars -> each(bars, 13, t -> slope(bars.close(), t, 14)));
    return all;
  }

  private static double slope(double[] x, int t, int n) {
    double level = mean(x, t, n);
    double covariance = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double place = i - (n - 1) / 2.0;
      covariance += place * (x[t - n + 1 + i] - level);
      spread += place * place;
    }
    return covariance / spread;
  }
}
