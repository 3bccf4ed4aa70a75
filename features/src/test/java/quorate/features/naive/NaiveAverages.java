package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.mean;
import static quorate.features.naive.Naive.sma;
import static quorate.features.naive.Naive.smoothed;
import static quorate.features.naive.Naive.wma;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// The group "averages" at its defaults, by `name.output`.
final class NaiveAverages {
  private NaiveAverages() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("sma.value", bars -> sma(bars.close(), 10));
    all.put("ema.value", bars -> smoothed(bars.close(), 10, 2.0 / 11));
    all.put("wilder.value", bars -> smoothed(bars.close(), 14, 1.0 / 14));
    all.put("wma.value", bars -> each(bars, 9, t -> wma(bars.close(), t, 10)));
    all.put("dema.value", bars -> combined(bars.close(), 30, 2, -1));
    all.put("tema.value", bars -> combined(bars.close(), 30, 3, -3, 1));
    all.put("trima.value", bars -> each(bars, 29, t -> triangular(bars.close(), t, 30)));
    all.put("kama.value", bars -> kama(bars.close(), 30));
    all.put("mama.mama", bars -> NaiveCycles.mama(bars.close(), 1));
    all.put("mama.fama", bars -> NaiveCycles.mama(bars.close(), 0.5));
    all.put(
        "t3.value",
        bars ->
            combined(
                bars.close(),
                5,
                0,
                0,
                1 + 3 * 0.7 + 3 * 0.49 + 0.343,
                -2.1 - 6 * 0.49 - 3 * 0.343,
                3 * 0.49 + 3 * 0.343,
                -0.343));
    all.put("moving_average.value", bars -> sma(bars.close(), 30));
    all.put(
        "variable_moving_average.value",
        bars ->
            each(
                bars,
                29,
                t -> mean(bars.high(), t, Math.clamp((int) Math.floor(bars.low()[t]), 2, 30))));
    all.put("hma.value", bars -> hull(bars, 20));
    all.put("zlema.value", bars -> smoothed(withoutLag(bars, 14), 30, 2.0 / 31));
    all.put("vwma.value", bars -> each(bars, 29, t -> volumeWeighted(bars, t, 30)));
    all.put("midpoint.value", bars -> each(bars, 13, t -> middle(bars.close(), bars.close(), t)));
    all.put("midprice.value", bars -> each(bars, 13, t -> middle(bars.high(), bars.low(), t)));
    all.put("hilbert_trendline.value", bars -> each(bars, 63, trendline(bars.close())));
    return all;
  }

  /// Σ weight · average, where each average is the exponential one of the average before.
  private static double[] combined(double[] x, int n, double... weights) {
    double[] sum = new double[x.length];
    double[] average = x;
    for (double weight : weights) {
      average = smoothed(average, n, 2.0 / (n + 1));
      for (int t = 0; t < x.length; t++) {
        sum[t] += weight * average[t];
      }
    }
    return sum;
  }

  /// Weights 1, 2, 3 … up to the middle of the window and down again.
  private static double triangular(double[] x, int t, int n) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      int weight = Math.min(i + 1, n - i);
      sum += weight * x[t - i];
      weights += weight;
    }
    return sum / weights;
  }

  private static double[] kama(double[] x, int n) {
    double[] averages = new double[x.length];
    Arrays.fill(averages, Double.NaN);
    averages[n - 1] = x[n - 1];
    for (int t = n; t < x.length; t++) {
      double path = 0;
      for (int i = t - n + 1; i <= t; i++) {
        path += Math.abs(x[i] - x[i - 1]);
      }
      double efficiency = path == 0 ? 1 : Math.abs(x[t] - x[t - n]) / path;
      double share = Math.pow(efficiency * 2 / 3 + (1 - efficiency) * 2 / 31, 2);
      averages[t] = share * x[t] + (1 - share) * averages[t - 1];
    }
    averages[n - 1] = Double.NaN;
    return averages;
  }

  private static double[] hull(NaiveBars bars, int n) {
    double[] x = bars.close();
    double[] raw = each(bars, n - 1, t -> 2 * wma(x, t, n / 2) - wma(x, t, n));
    int root = (int) Math.floor(Math.sqrt(n));
    return each(bars, n + root - 2, t -> wma(raw, t, root));
  }

  private static double[] withoutLag(NaiveBars bars, int lag) {
    return each(bars, lag, t -> 2 * bars.close()[t] - bars.close()[t - lag]);
  }

  private static double volumeWeighted(NaiveBars bars, int t, int n) {
    double traded = 0;
    double volume = 0;
    for (int i = t - n + 1; i <= t; i++) {
      traded += bars.close()[i] * bars.volume()[i];
      volume += bars.volume()[i];
    }
    return volume == 0 ? bars.close()[t] : traded / volume;
  }

  private static double middle(double[] tops, double[] bottoms, int t) {
    double highest = Arrays.stream(tops, t - 13, t + 1).max().orElseThrow();
    double lowest = Arrays.stream(bottoms, t - 13, t + 1).min().orElseThrow();
    return lowest + (highest - lowest) / 2;
  }

  static IntToDoubleFunction trendline(double[] x) {
    NaiveHilbert cycle = new NaiveHilbert(x, 37);
    IntToDoubleFunction trend = t -> mean(x, t, cycle.length(t));
    return t ->
        0.4 * trend.applyAsDouble(t)
            + 0.3 * trend.applyAsDouble(t - 1)
            + 0.2 * trend.applyAsDouble(t - 2)
            + 0.1 * trend.applyAsDouble(t - 3);
  }
}
