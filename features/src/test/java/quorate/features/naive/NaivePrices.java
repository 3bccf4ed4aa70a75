package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.mean;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "prices" at its defaults, by `name.output`.
final class NaivePrices {
  private NaivePrices() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("average_price.value", bars -> each(bars, 0, t -> averagePrice(bars, t)));
    all.put(
        "median_price.value", bars -> each(bars, 0, t -> 0.5 * (bars.high()[t] + bars.low()[t])));
    all.put("typical_price.value", bars -> each(bars, 0, bars::typical));
    all.put(
        "weighted_close.value",
        bars ->
            each(bars, 0, t -> 0.25 * (bars.high()[t] + bars.low()[t]) + 0.5 * bars.close()[t]));
    all.put("average_deviation.value", bars -> each(bars, 13, t -> distance(bars.close(), t, 14)));
    all.put("heiken_ashi.open", bars -> each(bars, 0, t -> open(bars, t)));
    all.put("heiken_ashi.close", bars -> each(bars, 0, t -> averagePrice(bars, t)));
    all.put(
        "heiken_ashi.high",
        bars ->
            each(
                bars,
                0,
                t -> Math.max(bars.high()[t], Math.max(open(bars, t), averagePrice(bars, t)))));
    all.put(
        "heiken_ashi.low",
        bars ->
            each(
                bars,
                0,
                t -> Math.min(bars.low()[t], Math.min(open(bars, t), averagePrice(bars, t)))));
    return all;
  }

  private static double averagePrice(NaiveBars bars, int t) {
    return (bars.open()[t] + bars.high()[t] + bars.low()[t] + bars.close()[t]) / 4;
  }

  private static double distance(double[] x, int t, int n) {
    double centre = mean(x, t, n);
    double sum = 0;
    for (int i = t - n + 1; i <= t; i++) {
      sum += Math.abs(x[i] - centre);
    }
    return sum / n;
  }

  /// The open written out: half the average bar before, a quarter the one before that, and so on
  /// back to the first.
  private static double open(NaiveBars bars, int t) {
    double sum = 0;
    double weight = 1;
    for (int i = t - 1; i >= 0; i--) {
      weight /= 2;
      sum += weight * averagePrice(bars, i);
    }
    return sum + weight * (bars.open()[0] + bars.close()[0]) / 2;
  }
}
