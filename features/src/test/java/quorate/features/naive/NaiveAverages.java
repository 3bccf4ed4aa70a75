package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.sma;
import static quorate.features.naive.Naive.smoothed;
import static quorate.features.naive.Naive.wma;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
    return all;
  }
}
