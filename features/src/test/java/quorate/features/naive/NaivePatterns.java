package quorate.features.naive;

import static quorate.features.naive.Naive.each;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "patterns" at its defaults, by `name.output`: the inequalities of `candles/rules.txt`,
/// and the two patterns that wait for a confirmation.
final class NaivePatterns {
  private NaivePatterns() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>(NaiveCandleRules.all());
    all.put("hikkake.value", bars -> hikkake(bars, 5, false));
    all.put("modified_hikkake.value", bars -> hikkake(bars, 10, true));
    return all;
  }

  private static double[] hikkake(NaiveBars bars, int first, boolean modified) {
    NaiveCandles candles = new NaiveCandles(bars);
    return each(
        bars,
        first,
        t -> {
          for (int age = 0; age <= 3; age++) {
            int sign = candles.failedBreakout(t - age, modified);
            if (sign != 0) {
              return age == 0 ? 100 * sign : confirmed(bars, t - age, t, sign) ? 200 * sign : 0;
            }
          }
          return 0;
        });
  }

  /// Whether t is the first bar since the breakout that closes beyond the inside bar's other end.
  private static boolean confirmed(NaiveBars bars, int breakout, int t, int sign) {
    double end = sign > 0 ? bars.high()[breakout - 1] : bars.low()[breakout - 1];
    for (int i = breakout + 1; i < t; i++) {
      if (sign * (bars.close()[i] - end) > 0) {
        return false;
      }
    }
    return sign * (bars.close()[t] - end) > 0;
  }
}
