package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.mean;
import static quorate.features.naive.Naive.minus;
import static quorate.features.naive.Naive.share;
import static quorate.features.naive.Naive.sma;
import static quorate.features.naive.Naive.smoothed;
import static quorate.features.naive.Naive.wma;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "momentum" at its defaults, by `name.output`.
final class NaiveMomentum {
  private NaiveMomentum() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = changes();
    all.putAll(averages());
    all.putAll(NaiveOscillators.all());
    all.putAll(NaiveTrends.all());
    all.putAll(NaivePressure.all());
    return all;
  }

  private static Map<String, Function<NaiveBars, double[]>> changes() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("return.value", bars -> each(bars, 1, bars::logReturn));
    all.put("momentum.value", bars -> each(bars, 10, t -> change(bars.close(), t, 10)));
    all.put("rate_of_change.percent", bars -> each(bars, 10, t -> 100 * rate(bars, t, 10)));
    all.put("rate_of_change.fraction", bars -> each(bars, 10, t -> rate(bars, t, 10)));
    all.put("rate_of_change.ratio", bars -> each(bars, 10, t -> 1 + rate(bars, t, 10)));
    all.put(
        "rate_of_change.ratio_percent", bars -> each(bars, 10, t -> 100 + 100 * rate(bars, t, 10)));
    all.put("coppock.value", NaiveMomentum::coppock);
    all.put("true_strength.value", NaiveMomentum::trueStrength);
    all.put(
        "detrended_price.value",
        bars -> each(bars, 19, t -> bars.close()[t - 11] - mean(bars.close(), t, 20)));
    all.put("forecast_oscillator.value", bars -> each(bars, 5, t -> surprise(bars.close(), t, 5)));
    return all;
  }

  private static Map<String, Function<NaiveBars, double[]>> averages() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("macd.macd", bars -> Naive.from(macd(bars), 33));
    all.put("macd.signal", bars -> ema(macd(bars), 9));
    all.put("macd.histogram", bars -> minus(macd(bars), ema(macd(bars), 9)));
    all.put("macd_fixed.macd", bars -> Naive.from(fixedMacd(bars), 33));
    all.put("macd_fixed.signal", bars -> ema(fixedMacd(bars), 9));
    all.put("macd_fixed.histogram", bars -> minus(fixedMacd(bars), ema(fixedMacd(bars), 9)));
    all.put("macd_extended.macd", bars -> Naive.from(simpleMacd(bars), 33));
    all.put("macd_extended.signal", bars -> sma(simpleMacd(bars), 9));
    all.put("macd_extended.histogram", bars -> minus(simpleMacd(bars), sma(simpleMacd(bars), 9)));
    all.put(
        "price_oscillator.absolute", bars -> minus(ema(bars.close(), 12), ema(bars.close(), 26)));
    all.put("price_oscillator.percentage", NaiveMomentum::percentage);
    all.put("awesome_oscillator.value", NaiveMomentum::awesome);
    all.put("accelerator_oscillator.value", bars -> minus(awesome(bars), sma(awesome(bars), 5)));
    all.put("trix.value", NaiveMomentum::trix);
    return all;
  }

  private static double change(double[] x, int t, int n) {
    return x[t] - x[t - n];
  }

  private static double rate(NaiveBars bars, int t, int n) {
    return bars.close()[t] / bars.close()[t - n] - 1;
  }

  private static double[] ema(double[] x, int n) {
    return smoothed(x, n, 2.0 / (n + 1));
  }

  private static double[] macd(NaiveBars bars) {
    return minus(ema(Naive.from(bars.close(), 14), 12), ema(bars.close(), 26));
  }

  private static double[] fixedMacd(NaiveBars bars) {
    return minus(
        smoothed(Naive.from(bars.close(), 14), 12, 0.15), smoothed(bars.close(), 26, 0.075));
  }

  private static double[] simpleMacd(NaiveBars bars) {
    return minus(sma(bars.close(), 12), sma(bars.close(), 26));
  }

  private static double[] percentage(NaiveBars bars) {
    double[] fast = ema(bars.close(), 12);
    double[] slow = ema(bars.close(), 26);
    return each(bars, 25, t -> 100 * (fast[t] / slow[t] - 1));
  }

  private static double[] awesome(NaiveBars bars) {
    double[] middle = each(bars, 0, t -> bars.low()[t] + 0.5 * (bars.high()[t] - bars.low()[t]));
    return minus(sma(middle, 5), sma(middle, 34));
  }

  private static double[] coppock(NaiveBars bars) {
    double[] rates = each(bars, 14, t -> 100 * (rate(bars, t, 11) + rate(bars, t, 14)));
    return each(bars, 23, t -> wma(rates, t, 10));
  }

  private static double[] trix(NaiveBars bars) {
    double[] x = ema(ema(ema(bars.close(), 30), 30), 30);
    return each(bars, 88, t -> 100 * (x[t] / x[t - 1] - 1));
  }

  private static double[] trueStrength(NaiveBars bars) {
    double[] changes = each(bars, 1, t -> change(bars.close(), t, 1));
    double[] sizes = each(bars, 1, t -> Math.abs(changes[t]));
    double[] change = ema(ema(changes, 25), 13);
    double[] size = ema(ema(sizes, 25), 13);
    return each(bars, 37, t -> 100 * share(change[t], size[t]));
  }

  /// Against the value at n of the line through the n values before, at 0 to n − 1.
  private static double surprise(double[] x, int t, int n) {
    double level = mean(x, t - 1, n);
    double centre = (n - 1) / 2.0;
    double covariance = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      covariance += (i - centre) * (x[t - n + i] - level);
      spread += (i - centre) * (i - centre);
    }
    return 100 * (x[t] - level - (n - centre) * covariance / spread) / x[t];
  }
}
