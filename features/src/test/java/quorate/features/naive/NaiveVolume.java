package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.smoothed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// The group "volume" at its defaults, by `name.output`.
final class NaiveVolume {
  private NaiveVolume() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("vwap.value", bars -> each(bars, 0, t -> vwap(bars, t)));
    all.put(
        "on_balance_volume.value",
        bars ->
            each(bars, 0, t -> sum(0, t, i -> i == 0 ? bars.volume()[0] : signedVolume(bars, i))));
    all.put(
        "accumulation_distribution.value",
        bars -> each(bars, 0, t -> sum(0, t, i -> flow(bars, i))));
    all.put("chaikin_oscillator.value", bars -> each(bars, 9, t -> oscillator(bars, t, 3, 10)));
    all.put("chaikin_money_flow.value", bars -> each(bars, 19, t -> moneyFlow(bars, t, 20)));
    all.put(
        "price_volume_trend.value",
        bars -> each(bars, 0, t -> sum(1, t, i -> (ratio(bars, i) - 1) * bars.volume()[i])));
    all.put("negative_volume_index.value", bars -> each(bars, 0, t -> index(bars, t, -1)));
    all.put("positive_volume_index.value", bars -> each(bars, 0, t -> index(bars, t, 1)));
    all.put(
        "force_index.value",
        bars -> smoothed(each(bars, 1, t -> change(bars, t) * bars.volume()[t]), 13, 2.0 / 14));
    all.put(
        "market_facilitation.value",
        bars -> each(bars, 0, t -> orZero((bars.high()[t] - bars.low()[t]) / bars.volume()[t])));
    all.put("percentage_volume_oscillator.value", bars -> volumeOscillator(bars, 12, 26));
    all.put(
        "relative_volume.value",
        bars ->
            each(
                bars,
                20,
                t -> orZero(bars.volume()[t] / sum(t - 20, t - 1, i -> bars.volume()[i]) * 20)));
    return all;
  }

  private static double sum(int first, int last, IntToDoubleFunction term) {
    double sum = 0;
    for (int i = first; i <= last; i++) {
      sum += term.applyAsDouble(i);
    }
    return sum;
  }

  /// Divisions by no volume at all.
  private static double orZero(double quotient) {
    return Double.isFinite(quotient) ? quotient : 0;
  }

  private static double change(NaiveBars bars, int t) {
    return bars.afterGap()[t] ? 0 : bars.close()[t] - bars.close()[t - 1];
  }

  private static double ratio(NaiveBars bars, int t) {
    return bars.afterGap()[t] ? 1 : bars.close()[t] / bars.close()[t - 1];
  }

  private static double signedVolume(NaiveBars bars, int t) {
    double change = change(bars, t);
    return change > 0 ? bars.volume()[t] : change < 0 ? -bars.volume()[t] : 0;
  }

  private static double flow(NaiveBars bars, int t) {
    double range = bars.high()[t] - bars.low()[t];
    double share = (bars.close()[t] - bars.low()[t]) / range;
    return range == 0 ? 0 : (2 * share - 1) * bars.volume()[t];
  }

  private static double oscillator(NaiveBars bars, int t, int fast, int slow) {
    double line = flow(bars, 0);
    double quick = line;
    double lazy = line;
    for (int i = 1; i <= t; i++) {
      line += flow(bars, i);
      quick += (line - quick) * 2 / (fast + 1);
      lazy += (line - lazy) * 2 / (slow + 1);
    }
    return quick - lazy;
  }

  private static double moneyFlow(NaiveBars bars, int t, int n) {
    double volume = sum(t - n + 1, t, i -> bars.volume()[i]);
    return orZero(sum(t - n + 1, t, i -> flow(bars, i)) / volume);
  }

  private static double[] volumeOscillator(NaiveBars bars, int fast, int slow) {
    double[] quick = smoothed(bars.volume(), fast, 2.0 / (fast + 1));
    double[] lazy = smoothed(bars.volume(), slow, 2.0 / (slow + 1));
    return each(bars, slow - 1, t -> orZero(100 * (quick[t] - lazy[t]) / lazy[t]));
  }

  private static double index(NaiveBars bars, int t, int direction) {
    double index = 1000;
    for (int i = 1; i <= t; i++) {
      double more = bars.volume()[i] - bars.volume()[i - 1];
      index *= more * direction > 0 ? ratio(bars, i) : 1;
    }
    return index;
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
