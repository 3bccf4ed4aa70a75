package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.smoothed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The stops of the group "channels" at their defaults, by `name.output`.
final class NaiveStops {
  private NaiveStops() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("parabolic_sar.value", bars -> sizes(parabolic(bars)));
    all.put("parabolic_sar.side", bars -> signs(parabolic(bars)));
    all.put("parabolic_sar_extended.value", bars -> sizes(parabolic(bars)));
    all.put("parabolic_sar_extended.side", bars -> signs(parabolic(bars)));
    all.put("parabolic_sar_extended.signed", NaiveStops::parabolic);
    all.put("supertrend.value", bars -> sizes(supertrend(bars)));
    all.put("supertrend.side", bars -> signs(supertrend(bars)));
    return all;
  }

  private static double[] sizes(double[] signed) {
    return Arrays.stream(signed).map(Math::abs).toArray();
  }

  private static double[] signs(double[] signed) {
    return Arrays.stream(signed).map(Math::signum).toArray();
  }

  /// Wilder's rules for long and for short, one after the other; negative while short.
  private static double[] parabolic(NaiveBars bars) {
    double[] high = bars.high();
    double[] low = bars.low();
    double[] signed = new double[high.length];
    signed[0] = Double.NaN;
    double fallen = low[0] - low[1];
    boolean isLong = fallen <= 0 || fallen <= high[1] - high[0];
    double stop = isLong ? low[0] : high[0];
    double extreme = isLong ? high[1] : low[1];
    double rate = 0.02;
    for (int t = 1; t < high.length; t++) {
      double twoHighs = Math.max(high[t], high[Math.max(1, t - 1)]);
      double twoLows = Math.min(low[t], low[Math.max(1, t - 1)]);
      boolean touched = isLong ? low[t] <= stop : high[t] >= stop;
      if (touched) {
        stop = isLong ? Math.max(extreme, twoHighs) : Math.min(extreme, twoLows);
        isLong = !isLong;
        rate = 0.02;
        extreme = isLong ? high[t] : low[t];
      } else if (isLong ? high[t] > extreme : low[t] < extreme) {
        rate = Math.min(0.2, rate + 0.02);
        extreme = isLong ? high[t] : low[t];
      }
      signed[t] = isLong ? stop : -stop;
      stop = (1 - rate) * stop + rate * extreme;
      stop = isLong ? Math.min(stop, twoLows) : Math.max(stop, twoHighs);
    }
    return signed;
  }

  /// Negative while falling.
  private static double[] supertrend(NaiveBars bars) {
    double[] close = bars.close();
    double[] range = smoothed(each(bars, 1, bars::trueRange), 10, 0.1);
    double[] upper = each(bars, 10, t -> (bars.high()[t] + bars.low()[t]) / 2 + 3 * range[t]);
    double[] lower = each(bars, 10, t -> (bars.high()[t] + bars.low()[t]) / 2 - 3 * range[t]);
    double[] signed = new double[close.length];
    Arrays.fill(signed, Double.NaN);
    signed[10] = lower[10];
    boolean rising = true;
    for (int t = 11; t < close.length; t++) {
      if (close[t - 1] <= upper[t - 1]) {
        upper[t] = Math.min(upper[t - 1], upper[t]);
      }
      if (close[t - 1] >= lower[t - 1]) {
        lower[t] = Math.max(lower[t - 1], lower[t]);
      }
      rising = rising ? close[t] >= lower[t] : close[t] > upper[t];
      signed[t] = rising ? lower[t] : -upper[t];
    }
    return signed;
  }
}
