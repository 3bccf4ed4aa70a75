package quorate.features.naive;

import static quorate.features.naive.Naive.deviation;
import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.highest;
import static quorate.features.naive.Naive.lowest;
import static quorate.features.naive.Naive.mean;
import static quorate.features.naive.Naive.sma;
import static quorate.features.naive.Naive.smoothed;

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
    all.put("bollinger_extended.middle", bars -> sma(bars.close(), 20));
    all.put("bollinger_extended.upper", bars -> each(bars, 19, t -> band(bars, t, 2)));
    all.put("bollinger_extended.lower", bars -> each(bars, 19, t -> band(bars, t, -2)));
    all.put("keltner.middle", bars -> keltner(bars, 0));
    all.put("keltner.upper", bars -> keltner(bars, 2));
    all.put("keltner.lower", bars -> keltner(bars, -2));
    all.put("acceleration_bands.middle", bars -> sma(bars.close(), 20));
    all.put("acceleration_bands.upper", bars -> sma(accelerated(bars, bars.high(), 4), 20));
    all.put("acceleration_bands.lower", bars -> sma(accelerated(bars, bars.low(), -4), 20));
    all.put("ichimoku.tenkan", bars -> each(bars, 77, t -> middle(bars, t, 9)));
    all.put("ichimoku.kijun", bars -> each(bars, 77, t -> middle(bars, t, 26)));
    all.put(
        "ichimoku.senkou_a",
        bars -> each(bars, 77, t -> 0.5 * (middle(bars, t - 26, 9) + middle(bars, t - 26, 26))));
    all.put("ichimoku.senkou_b", bars -> each(bars, 77, t -> middle(bars, t - 26, 52)));
    all.put("ichimoku.chikou", bars -> each(bars, 77, t -> bars.close()[t] - bars.close()[t - 26]));
    all.putAll(NaiveStops.all());
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

  private static double middle(NaiveBars bars, int t, int n) {
    return 0.5 * (highest(bars, t, n) + lowest(bars, t, n));
  }

  private static double[] keltner(NaiveBars bars, double multiplier) {
    double[] average = smoothed(each(bars, 0, bars::typical), 20, 2.0 / 21);
    double[] range = smoothed(each(bars, 10, bars::trueRange), 10, 0.1);
    return each(bars, 19, t -> average[t] + multiplier * range[t]);
  }

  private static double[] accelerated(NaiveBars bars, double[] price, double factor) {
    return each(
        bars,
        0,
        t -> {
          double width = (bars.high()[t] - bars.low()[t]) / (bars.high()[t] + bars.low()[t]);
          return price[t] + factor * width * price[t];
        });
  }
}
