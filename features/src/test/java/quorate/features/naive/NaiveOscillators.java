package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.highest;
import static quorate.features.naive.Naive.lowest;
import static quorate.features.naive.Naive.mean;
import static quorate.features.naive.Naive.share;
import static quorate.features.naive.Naive.sma;
import static quorate.features.naive.Naive.smoothed;
import static quorate.features.naive.Naive.sum;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// Where prices stand in their range, and how one-sidedly they move.
final class NaiveOscillators {
  private NaiveOscillators() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("rsi.value", bars -> rsi(bars, 14));
    all.put("chande_momentum.value", bars -> each(bars, 14, t -> chande(bars.close(), t, 14)));
    all.put("smoothed_chande_momentum.value", bars -> smoothedChande(bars, 14));
    all.put("stochastic.raw", bars -> Naive.from(raw(bars, 5), 8));
    all.put("stochastic.k", bars -> Naive.from(sma(raw(bars, 5), 3), 8));
    all.put("stochastic.d", bars -> sma(sma(raw(bars, 5), 3), 3));
    all.put("stochastic_rsi.k", bars -> Naive.from(stochasticRsi(bars), 20));
    all.put("stochastic_rsi.d", bars -> sma(stochasticRsi(bars), 3));
    all.put("stochastic_momentum.smi", bars -> Naive.from(stochasticMomentum(bars), 45));
    all.put("stochastic_momentum.signal", bars -> smoothed(stochasticMomentum(bars), 9, 0.2));
    all.put("kdj.k", bars -> Naive.from(k(bars), 12));
    all.put("kdj.d", bars -> d(bars));
    all.put("kdj.j", bars -> each(bars, 12, t -> 3 * k(bars)[t] - 2 * d(bars)[t]));
    all.put("williams_r.value", bars -> each(bars, 13, t -> belowHigh(bars, t, 14)));
    all.put("commodity_channel_index.value", bars -> channelIndex(bars, 14));
    return all;
  }

  private static double[] rises(NaiveBars bars, int n) {
    double[] c = bars.close();
    return smoothed(each(bars, 1, t -> Math.max(0, c[t] - c[t - 1])), n, 1.0 / n);
  }

  private static double[] falls(NaiveBars bars, int n) {
    double[] c = bars.close();
    return smoothed(each(bars, 1, t -> Math.max(0, c[t - 1] - c[t])), n, 1.0 / n);
  }

  private static double[] rsi(NaiveBars bars, int n) {
    double[] rise = rises(bars, n);
    double[] fall = falls(bars, n);
    return each(bars, n, t -> rise[t] + fall[t] == 0 ? 0 : 100 - 100 / (1 + rise[t] / fall[t]));
  }

  private static double[] smoothedChande(NaiveBars bars, int n) {
    double[] rise = rises(bars, n);
    double[] fall = falls(bars, n);
    return each(bars, n, t -> 100 * share(rise[t] - fall[t], rise[t] + fall[t]));
  }

  private static double chande(double[] x, int t, int n) {
    double rises = sum(t, n, i -> Math.max(0, x[i] - x[i - 1]));
    double falls = sum(t, n, i -> Math.max(0, x[i - 1] - x[i]));
    return 100 * share(rises - falls, rises + falls);
  }

  private static double[] raw(NaiveBars bars, int n) {
    return each(
        bars,
        n - 1,
        t -> {
          double low = lowest(bars, t, n);
          double high = highest(bars, t, n);
          return high == low ? 0 : 100 * (bars.close()[t] - low) / (high - low);
        });
  }

  private static double[] k(NaiveBars bars) {
    return smoothed(raw(bars, 9), 3, 1.0 / 3);
  }

  private static double[] d(NaiveBars bars) {
    return smoothed(k(bars), 3, 1.0 / 3);
  }

  private static double belowHigh(NaiveBars bars, int t, int n) {
    double high = highest(bars, t, n);
    return -100 * share(high - bars.close()[t], high - lowest(bars, t, n));
  }

  /// Where the close stood still, the RSI is what it was.
  private static double[] stochasticRsi(NaiveBars bars) {
    double[] rsi = rsi(bars, 14);
    for (int t = 15; t < rsi.length; t++) {
      rsi[t] = bars.close()[t] == bars.close()[t - 1] ? rsi[t - 1] : rsi[t];
    }
    return each(
        bars,
        18,
        t -> {
          double low = Arrays.stream(rsi, t - 4, t + 1).min().orElseThrow();
          double high = Arrays.stream(rsi, t - 4, t + 1).max().orElseThrow();
          return 100 * share(rsi[t] - low, high - low);
        });
  }

  private static double[] stochasticMomentum(NaiveBars bars) {
    double[] half = each(bars, 12, t -> 0.5 * (highest(bars, t, 13) - lowest(bars, t, 13)));
    double[] distance =
        each(bars, 12, t -> bars.close()[t] - 0.5 * (highest(bars, t, 13) + lowest(bars, t, 13)));
    double[] distances = smoothed(smoothed(distance, 25, 2.0 / 26), 2, 2.0 / 3);
    double[] halves = smoothed(smoothed(half, 25, 2.0 / 26), 2, 2.0 / 3);
    return each(bars, 37, t -> 100 * share(distances[t], halves[t]));
  }

  private static double[] channelIndex(NaiveBars bars, int n) {
    double[] typical = each(bars, 0, bars::typical);
    return each(
        bars,
        n - 1,
        t -> {
          double centre = mean(typical, t, n);
          double deviation = sum(t, n, i -> Math.abs(typical[i] - centre)) / n;
          return share(typical[t] - centre, 0.015 * deviation);
        });
  }
}
