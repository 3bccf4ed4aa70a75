package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.share;
import static quorate.features.naive.Naive.smoothed;
import static quorate.features.naive.Naive.sum;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// Whether prices trend, which way and how strongly.
final class NaiveTrends {
  private NaiveTrends() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("adx.adx", bars -> adx(bars, 14));
    all.put("adx.plus_di", bars -> Naive.from(di(bars, 14, 1), 27));
    all.put("adx.minus_di", bars -> Naive.from(di(bars, 14, -1), 27));
    all.put("adxr.value", bars -> adxr(bars, 14));
    all.put("directional_index.dx", bars -> dx(bars, 14));
    all.put("directional_index.plus_di", bars -> di(bars, 14, 1));
    all.put("directional_index.minus_di", bars -> di(bars, 14, -1));
    all.put("directional_movement.plus", bars -> movement(bars, 14, 1));
    all.put("directional_movement.minus", bars -> movement(bars, 14, -1));
    all.put("aroon.up", bars -> each(bars, 14, t -> 100 - sinceTop(bars.high(), t, 1)));
    all.put("aroon.down", bars -> each(bars, 14, t -> 100 - sinceTop(bars.low(), t, -1)));
    all.put(
        "aroon.oscillator",
        bars -> each(bars, 14, t -> sinceTop(bars.low(), t, -1) - sinceTop(bars.high(), t, 1)));
    all.put("vortex.plus", bars -> each(bars, 14, t -> vortex(bars, t, 14, 1)));
    all.put("vortex.minus", bars -> each(bars, 14, t -> vortex(bars, t, 14, -1)));
    all.put("efficiency_ratio.value", bars -> each(bars, 10, t -> efficiency(bars, t, 10)));
    all.put("vertical_horizontal_filter.value", bars -> each(bars, 28, t -> filter(bars, t, 28)));
    all.put("fractal.swing_high", bars -> each(bars, 4, t -> top(bars.high(), t - 2, 1)));
    all.put("fractal.swing_low", bars -> each(bars, 4, t -> top(bars.low(), t - 2, -1)));
    return all;
  }

  /// Wilder's sum: the first n terms added up, from then on each sum loses its n-th part.
  private static double[] wilderSum(double[] terms, int n) {
    double sum = 0;
    double[] sums = new double[terms.length];
    Arrays.fill(sums, Double.NaN);
    for (int t = 1; t < terms.length; t++) {
      sum = sum - (t < n ? 0 : sum / n) + terms[t];
      sums[t] = sum;
    }
    return sums;
  }

  private static double[] movement(NaiveBars bars, int n, int sign) {
    return Naive.from(wilderSum(each(bars, 1, t -> bars.movement(t, sign)), n), n - 1);
  }

  private static double[] di(NaiveBars bars, int n, int sign) {
    double[] movement = movement(bars, n, sign);
    double[] range = wilderSum(each(bars, 1, bars::trueRange), n);
    return each(bars, n, t -> range[t] == 0 ? 0 : 100 * movement[t] / range[t]);
  }

  private static double[] dx(NaiveBars bars, int n) {
    double[] plus = di(bars, n, 1);
    double[] minus = di(bars, n, -1);
    return each(bars, n, t -> 100 * Math.abs(plus[t] - minus[t]) / (plus[t] + minus[t]));
  }

  private static double[] adx(NaiveBars bars, int n) {
    return smoothed(dx(bars, n), n, 1.0 / n);
  }

  private static double[] adxr(NaiveBars bars, int n) {
    double[] adx = adx(bars, n);
    return each(bars, 3 * n - 2, t -> (adx[t] + adx[t - n + 1]) / 2);
  }

  /// Bars since the top (`sign` 1) or bottom (−1) of the last 15, in percent of 14.
  private static double sinceTop(double[] x, int t, int sign) {
    int top = t;
    for (int i = t; i >= t - 14; i--) {
      top = sign * x[i] > sign * x[top] ? i : top;
    }
    return 100.0 * (t - top) / 14;
  }

  private static double vortex(NaiveBars bars, int t, int n, int sign) {
    double[] ahead = sign > 0 ? bars.high() : bars.low();
    double[] behind = sign > 0 ? bars.low() : bars.high();
    double movement = sum(t, n, i -> Math.abs(ahead[i] - behind[bars.afterGap()[i] ? i : i - 1]));
    return share(movement, sum(t, n, bars::trueRange));
  }

  private static double way(NaiveBars bars, int t, int n) {
    return sum(t, n, i -> Math.abs(bars.close()[i] - bars.close()[i - 1]));
  }

  private static double efficiency(NaiveBars bars, int t, int n) {
    double way = way(bars, t, n);
    return way == 0 ? 1 : Math.abs(bars.close()[t] - bars.close()[t - n]) / way;
  }

  private static double filter(NaiveBars bars, int t, int n) {
    double high = Arrays.stream(bars.close(), t - n + 1, t + 1).max().orElseThrow();
    double low = Arrays.stream(bars.close(), t - n + 1, t + 1).min().orElseThrow();
    return share(high - low, way(bars, t, n));
  }

  /// 100 where bar `t` stands above (`sign` 1) or below (−1) the two before and after it.
  private static double top(double[] x, int t, int sign) {
    for (int i = t - 2; i <= t + 2; i++) {
      if (i != t && sign * x[i] >= sign * x[t]) {
        return 0;
      }
    }
    return 100;
  }
}
