package quorate.features.naive;

import static quorate.features.naive.Naive.deviation;
import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.mean;
import static quorate.features.naive.Naive.smoothed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// The group "volatility" at its defaults, by `name.output`.
final class NaiveVolatility {
  private NaiveVolatility() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("true_range.value", bars -> each(bars, 0, bars::trueRange));
    all.put("atr.value", NaiveVolatility::atr);
    all.put(
        "normalised_atr.value",
        bars -> {
          double[] atr = atr(bars);
          return each(bars, 14, t -> 100 * atr[t] / bars.close()[t]);
        });
    all.put("average_day_range.value", bars -> each(bars, 13, t -> mean(ranges(bars), t, 14)));
    all.put("chaikin_volatility.value", bars -> chaikin(bars, 10, 10));
    all.put("mass_index.value", bars -> mass(bars, 9, 25));
    all.put("relative_volatility.value", bars -> relative(bars, 14, 10));
    all.put(
        "realised_volatility.value", bars -> root(bars, 20, 20, t -> square(bars.logReturn(t))));
    all.put(
        "parkinson_volatility.value",
        bars ->
            root(
                bars,
                19,
                20,
                t -> square(Math.log(bars.high()[t] / bars.low()[t])) / 4 / Math.log(2)));
    all.put("garman_klass_volatility.value", bars -> root(bars, 19, 20, t -> garmanKlass(bars, t)));
    all.put(
        "rogers_satchell_volatility.value",
        bars -> root(bars, 19, 20, t -> rogersSatchell(bars, t)));
    all.put("yang_zhang_volatility.value", bars -> yangZhang(bars, 20));
    return all;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double[] ranges(NaiveBars bars) {
    return each(bars, 0, t -> bars.high()[t] - bars.low()[t]);
  }

  private static double[] atr(NaiveBars bars) {
    return smoothed(each(bars, 1, bars::trueRange), 14, 1.0 / 14);
  }

  private static double[] chaikin(NaiveBars bars, int n, int change) {
    double[] range = smoothed(ranges(bars), n, 2.0 / (n + 1));
    return each(
        bars,
        n - 1 + change,
        t -> range[t - change] == 0 ? 0 : 100 * (range[t] / range[t - change] - 1));
  }

  private static double[] mass(NaiveBars bars, int fast, int slow) {
    double[] range = smoothed(ranges(bars), fast, 2.0 / (fast + 1));
    double[] smoothed = smoothed(range, fast, 2.0 / (fast + 1));
    double[] ratio = each(bars, 0, t -> smoothed[t] == 0 ? 1 : range[t] / smoothed[t]);
    return each(bars, 2 * (fast - 1) + slow - 1, t -> slow * mean(ratio, t, slow));
  }

  private static double[] relative(NaiveBars bars, int n, int m) {
    double[] c = bars.close();
    double[] moved = each(bars, m - 1, t -> flat(c, t, m) ? 0 : deviation(c, t, m));
    double[] rise =
        smoothed(each(bars, 1, t -> c[t] > c[t - 1] ? moved[t] : 0 * moved[t]), n, 1.0 / n);
    double[] fall =
        smoothed(each(bars, 1, t -> c[t] < c[t - 1] ? moved[t] : 0 * moved[t]), n, 1.0 / n);
    return each(
        bars, m + n - 2, t -> rise[t] + fall[t] == 0 ? 50 : 100 * rise[t] / (rise[t] + fall[t]));
  }

  private static boolean flat(double[] x, int t, int n) {
    return Arrays.stream(x, t - n + 1, t + 1).distinct().count() == 1;
  }

  /// The root of the mean of n terms.
  private static double[] root(NaiveBars bars, int first, int n, IntToDoubleFunction term) {
    double[] terms = each(bars, 1, term);
    terms[0] = first < n ? term.applyAsDouble(0) : 0;
    return each(bars, first, t -> Math.sqrt(mean(terms, t, n)));
  }

  private static double garmanKlass(NaiveBars bars, int t) {
    double range = Math.log(bars.high()[t] / bars.low()[t]);
    double closing = Math.log(bars.close()[t] / bars.open()[t]);
    return square(range) / 2 - (2 * Math.log(2) - 1) * square(closing);
  }

  private static double rogersSatchell(NaiveBars bars, int t) {
    double o = Math.log(bars.open()[t]);
    double h = Math.log(bars.high()[t]);
    double l = Math.log(bars.low()[t]);
    double c = Math.log(bars.close()[t]);
    return (h - o) * (h - c) + (l - o) * (l - c);
  }

  private static double[] yangZhang(NaiveBars bars, int n) {
    double[] jumps =
        each(bars, 1, t -> bars.afterGap()[t] ? 0 : Math.log(bars.open()[t] / bars.close()[t - 1]));
    double[] days = each(bars, 0, t -> Math.log(bars.close()[t] / bars.open()[t]));
    double[] within = each(bars, 0, t -> rogersSatchell(bars, t));
    double k = 0.34 / (1.34 + (n + 1.0) / (n - 1));
    double sample = n / (n - 1.0);
    return each(
        bars,
        n,
        t ->
            Math.sqrt(
                sample * square(deviation(jumps, t, n))
                    + k * sample * square(deviation(days, t, n))
                    + (1 - k) * mean(within, t, n)));
  }
}
