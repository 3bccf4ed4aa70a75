package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.minus;
import static quorate.features.naive.Naive.share;
import static quorate.features.naive.Naive.sma;
import static quorate.features.naive.Naive.smoothed;
import static quorate.features.naive.Naive.sum;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// What goes on inside the bars.
final class NaivePressure {
  private NaivePressure() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("balance_of_power.value", bars -> each(bars, 0, t -> balance(bars, t)));
    all.put("qstick.value", bars -> sma(each(bars, 0, t -> body(bars, t)), 10));
    all.put("intraday_momentum.value", bars -> each(bars, 13, t -> intraday(bars, t, 14)));
    all.put("elder_ray.bull", bars -> minus(bars.high(), smoothed(bars.close(), 13, 2.0 / 14)));
    all.put("elder_ray.bear", bars -> minus(bars.low(), smoothed(bars.close(), 13, 2.0 / 14)));
    all.put(
        "williams_accumulation.value",
        bars -> each(bars, 0, t -> sum(t, t, i -> accumulated(bars, i))));
    all.put("money_flow_index.value", bars -> each(bars, 14, t -> moneyFlow(bars, t, 14)));
    all.put("ultimate_oscillator.value", bars -> each(bars, 28, t -> ultimate(bars, t)));
    return all;
  }

  private static double body(NaiveBars bars, int t) {
    return bars.close()[t] - bars.open()[t];
  }

  private static double balance(NaiveBars bars, int t) {
    return share(body(bars, t), bars.high()[t] - bars.low()[t]);
  }

  private static double intraday(NaiveBars bars, int t, int n) {
    double rising = sum(t, n, i -> Math.max(0, body(bars, i)));
    double falling = sum(t, n, i -> Math.max(0, -body(bars, i)));
    return rising + falling == 0 ? 50 : 100 * rising / (rising + falling);
  }

  private static double accumulated(NaiveBars bars, int t) {
    double close = bars.close()[t];
    double before = bars.close()[t - 1];
    if (close == before || bars.afterGap()[t]) {
      return 0;
    }
    return close > before
        ? close - Math.min(bars.low()[t], before)
        : close - Math.max(bars.high()[t], before);
  }

  private static double moneyFlow(NaiveBars bars, int t, int n) {
    double in = sum(t, n, i -> typicalChange(bars, i) > 0 ? money(bars, i) : 0);
    double out = sum(t, n, i -> typicalChange(bars, i) < 0 ? money(bars, i) : 0);
    return 100 * share(in, in + out);
  }

  private static double typicalChange(NaiveBars bars, int t) {
    return bars.afterGap()[t] ? 0 : bars.typical(t) - bars.typical(t - 1);
  }

  private static double money(NaiveBars bars, int t) {
    return bars.typical(t) * bars.volume()[t];
  }

  private static double ultimate(NaiveBars bars, int t) {
    return 100 * (4 * bought(bars, t, 7) + 2 * bought(bars, t, 14) + bought(bars, t, 28)) / 7;
  }

  private static double bought(NaiveBars bars, int t, int n) {
    double bought = sum(t, n, i -> bars.close()[i] - trueLow(bars, i));
    return share(bought, sum(t, n, bars::trueRange));
  }

  private static double trueLow(NaiveBars bars, int t) {
    return bars.afterGap()[t] ? bars.low()[t] : Math.min(bars.low()[t], bars.close()[t - 1]);
  }
}
