package quorate.features.naive;

import static quorate.features.naive.Naive.each;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "volume" at its defaults, by `name.output`.
final class NaiveVolume {
  private NaiveVolume() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("vwap.value", bars -> each(bars, 0, t -> vwap(bars, t)));
    return all;
  }

  private static double vwap(NaiveBars bars, int t) {
    double traded = 0;
    double volume = 0;
    for (int i = t; i >= 0; i--) {
      traded += bars.typical(i) * bars.volume()[i];
      volume += bars.volume()[i];
      if (bars.opensSession()[i]) {
        break;
      }
    }
    return volume == 0 ? bars.typical(t) : traded / volume;
  }
}
