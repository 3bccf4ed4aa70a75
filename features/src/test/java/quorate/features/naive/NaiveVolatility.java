package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.smoothed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "volatility" at its defaults, by `name.output`.
final class NaiveVolatility {
  private NaiveVolatility() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("realised_volatility.value", bars -> each(bars, 20, t -> realised(bars, t, 20)));
    all.put("true_range.value", bars -> each(bars, 0, bars::trueRange));
    all.put("atr.value", bars -> smoothed(each(bars, 1, bars::trueRange), 14, 1.0 / 14));
    return all;
  }

  private static double realised(NaiveBars bars, int t, int n) {
    double squares = 0;
    for (int i = t - n + 1; i <= t; i++) {
      squares += Math.pow(bars.logReturn(i), 2);
    }
    return Math.sqrt(squares / n);
  }
}
