package quorate.features.naive;

import static quorate.features.naive.Naive.deviation;
import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.highest;
import static quorate.features.naive.Naive.lowest;
import static quorate.features.naive.Naive.mean;
import static quorate.features.naive.Naive.sma;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "channels" at its defaults, by `name.output`.
final class NaiveChannels {
  private NaiveChannels() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("donchian.upper", bars -> each(bars, 19, t -> highest(bars, t, 20)));
    all.put("donchian.lower", bars -> each(bars, 19, t -> lowest(bars, t, 20)));
    all.put(
        "donchian.middle",
        bars -> each(bars, 19, t -> 0.5 * (highest(bars, t, 20) + lowest(bars, t, 20))));
    all.put("bollinger.middle", bars -> sma(bars.close(), 20));
    all.put("bollinger.upper", bars -> each(bars, 19, t -> band(bars, t, 2)));
    all.put("bollinger.lower", bars -> each(bars, 19, t -> band(bars, t, -2)));
    all.put("bollinger.percent_b", bars -> each(bars, 19, t -> percentB(bars, t)));
    all.put(
        "bollinger.bandwidth",
        bars ->
            each(
                bars, 19, t -> (band(bars, t, 2) - band(bars, t, -2)) / mean(bars.close(), t, 20)));
    return all;
  }

  private static double band(NaiveBars bars, int t, double k) {
    return mean(bars.close(), t, 20) + k * deviation(bars.close(), t, 20);
  }

  private static double percentB(NaiveBars bars, int t) {
    double lower = band(bars, t, -2);
    double width = band(bars, t, 2) - lower;
    return width < 1e-9 ? 0.5 : (bars.close()[t] - lower) / width;
  }
}
