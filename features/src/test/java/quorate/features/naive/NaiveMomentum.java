package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.highest;
import static quorate.features.naive.Naive.lowest;
import static quorate.features.naive.Naive.minus;
import static quorate.features.naive.Naive.sma;
import static quorate.features.naive.Naive.smoothed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "momentum" at its defaults, by `name.output`.
final class NaiveMomentum {
  private NaiveMomentum() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("return.value", bars -> each(bars, 1, bars::logReturn));
    all.put("rsi.value", bars -> rsi(bars, 14));
    all.put("macd.macd", bars -> Naive.from(macd(bars), 33));
    all.put("macd.signal", bars -> smoothed(macd(bars), 9, 0.2));
    all.put("macd.histogram", bars -> minus(macd(bars), smoothed(macd(bars), 9, 0.2)));
    all.put("adx.adx", bars -> smoothed(dx(bars, 14), 14, 1.0 / 14));
    all.put("adx.plus_di", bars -> Naive.from(di(bars, 14, 1), 27));
    all.put("adx.minus_di", bars -> Naive.from(di(bars, 14, -1), 27));
    all.put("stochastic.raw", bars -> Naive.from(rawStochastic(bars, 5), 8));
    all.put("stochastic.k", bars -> Naive.from(sma(rawStochastic(bars, 5), 3), 8));
    all.put("stochastic.d", bars -> sma(sma(rawStochastic(bars, 5), 3), 3));
    return all;
  }

  private static double[] rsi(NaiveBars bars, int n) {
    double[] c = bars.close();
    double[] rise = smoothed(each(bars, 1, t -> Math.max(0, c[t] - c[t - 1])), n, 1.0 / n);
    double[] fall = smoothed(each(bars, 1, t -> Math.max(0, c[t - 1] - c[t])), n, 1.0 / n);
    return each(bars, n, t -> rise[t] + fall[t] == 0 ? 0 : 100 - 100 / (1 + rise[t] / fall[t]));
  }

  private static double[] macd(NaiveBars bars) {
    double[] fast = smoothed(Naive.from(bars.close(), 14), 12, 2.0 / 13);
    return minus(fast, smoothed(bars.close(), 26, 2.0 / 27));
  }

  /// 100 · Wilder's sum of the movement / Wilder's sum of the true range.
  private static double[] di(NaiveBars bars, int n, int sign) {
    double movement = 0;
    double range = 0;
    double[] di = new double[bars.size()];
    Arrays.fill(di, Double.NaN);
    for (int t = 1; t < bars.size(); t++) {
      double lost = t < n ? 0 : 1.0 / n;
      movement = movement - lost * movement + bars.movement(t, sign);
      range = range - lost * range + bars.trueRange(t);
      if (t >= n) {
        di[t] = range == 0 ? 0 : 100 * movement / range;
      }
    }
    return di;
  }

  private static double[] dx(NaiveBars bars, int n) {
    double[] plus = di(bars, n, 1);
    double[] minus = di(bars, n, -1);
    return each(bars, n, t -> 100 * Math.abs(plus[t] - minus[t]) / (plus[t] + minus[t]));
  }

  private static double[] rawStochastic(NaiveBars bars, int n) {
    return each(
        bars,
        n - 1,
        t -> {
          double low = lowest(bars, t, n);
          double high = highest(bars, t, n);
          return high == low ? 0 : 100 * (bars.close()[t] - low) / (high - low);
        });
  }
}
