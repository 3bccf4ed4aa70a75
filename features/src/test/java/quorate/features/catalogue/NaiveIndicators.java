package quorate.features.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// Every output of every indicator at its defaults, as its definition reads: each value worked out
/// anew from whole arrays, nothing carried along but what the definition itself carries.
final class NaiveIndicators {
  private NaiveIndicators() {}

  /// By `name.output`; arrays with NaN where there is no value yet.
  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("sma.value", bars -> sma(bars.close(), 10));
    all.put("ema.value", bars -> smoothed(bars.close(), 10, 2.0 / 11));
    all.put("wilder.value", bars -> smoothed(bars.close(), 14, 1.0 / 14));
    all.put("wma.value", bars -> each(bars, 9, t -> wma(bars.close(), t, 10)));
    all.put("vwap.value", bars -> each(bars, 0, t -> vwap(bars, t)));
    all.put("return.value", bars -> each(bars, 1, bars::logReturn));
    all.put("rsi.value", bars -> rsi(bars, 14));
    all.put("macd.macd", bars -> from(macd(bars), 33));
    all.put("macd.signal", bars -> smoothed(macd(bars), 9, 0.2));
    all.put("macd.histogram", bars -> minus(macd(bars), smoothed(macd(bars), 9, 0.2)));
    all.put("adx.adx", bars -> smoothed(dx(bars, 14), 14, 1.0 / 14));
    all.put("adx.plus_di", bars -> from(di(bars, 14, 1), 27));
    all.put("adx.minus_di", bars -> from(di(bars, 14, -1), 27));
    all.put("stochastic.raw", bars -> from(rawStochastic(bars, 5), 8));
    all.put("stochastic.k", bars -> from(sma(rawStochastic(bars, 5), 3), 8));
    all.put("stochastic.d", bars -> sma(sma(rawStochastic(bars, 5), 3), 3));
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
    all.put("realised_volatility.value", bars -> each(bars, 20, t -> realised(bars, t, 20)));
    all.put("true_range.value", bars -> each(bars, 0, bars::trueRange));
    all.put("atr.value", bars -> smoothed(each(bars, 1, bars::trueRange), 14, 1.0 / 14));
    all.put(
        "standard_deviation.value", bars -> each(bars, 19, t -> deviation(bars.close(), t, 20)));
    all.put(
        "linear_regression_slope.value", bars -> each(bars, 13, t -> slope(bars.close(), t, 14)));
    return all;
  }

  private static double[] each(NaiveBars bars, int first, IntToDoubleFunction value) {
    double[] values = new double[bars.size()];
    Arrays.setAll(values, t -> t < first ? Double.NaN : value.applyAsDouble(t));
    return values;
  }

  private static double[] from(double[] values, int first) {
    double[] later = values.clone();
    Arrays.fill(later, 0, first, Double.NaN);
    return later;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, t -> a[t] - b[t]);
    return difference;
  }

  private static double mean(double[] x, int t, int n) {
    double sum = 0;
    for (int i = t - n + 1; i <= t; i++) {
      sum += x[i];
    }
    return sum / n;
  }

  /// NaN in a window makes the mean NaN, so the mean of a late series begins late.
  private static double[] sma(double[] x, int n) {
    double[] means = new double[x.length];
    Arrays.setAll(means, t -> t < n - 1 ? Double.NaN : mean(x, t, n));
    return means;
  }

  /// The mean of the first n values there are, then `share` of the way to each new one.
  private static double[] smoothed(double[] x, int n, double share) {
    double[] smooth = sma(x, n);
    boolean begun = false;
    for (int t = 0; t < x.length; t++) {
      if (begun) {
        smooth[t] = (1 - share) * smooth[t - 1] + share * x[t];
      }
      begun |= !Double.isNaN(smooth[t]);
    }
    return smooth;
  }

  private static double wma(double[] x, int t, int n) {
    double sum = 0;
    double weights = 0;
    for (int weight = n; weight >= 1; weight--) {
      sum += weight * x[t - n + weight];
      weights += weight;
    }
    return sum / weights;
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

  private static double[] rsi(NaiveBars bars, int n) {
    double[] c = bars.close();
    double[] rise = smoothed(each(bars, 1, t -> Math.max(0, c[t] - c[t - 1])), n, 1.0 / n);
    double[] fall = smoothed(each(bars, 1, t -> Math.max(0, c[t - 1] - c[t])), n, 1.0 / n);
    return each(bars, n, t -> rise[t] + fall[t] == 0 ? 0 : 100 - 100 / (1 + rise[t] / fall[t]));
  }

  private static double[] macd(NaiveBars bars) {
    double[] fast = smoothed(from(bars.close(), 14), 12, 2.0 / 13);
    return minus(fast, smoothed(bars.close(), 26, 2.0 / 27));
  }

  /// 100 · Wilder's sum of the movement / Wilder's sum of the true range.
  private static double[] di(NaiveBars bars, int n, int sign) {
    double movement = 0;
    double range = 0;
    double[] di = new double[bars.size()];
    Arrays.fill(di, Double.NaN);
    for (int t = 1; t < bars.size(); t++) {
      double lost = t < n ? 0 : 1.0 / n;
      movement = movement - lost * movement + bars.movement(t, sign);
      range = range - lost * range + bars.trueRange(t);
      if (t >= n) {
        di[t] = range == 0 ? 0 : 100 * movement / range;
      }
    }
    return di;
  }

  private static double[] dx(NaiveBars bars, int n) {
    double[] plus = di(bars, n, 1);
    double[] minus = di(bars, n, -1);
    return each(bars, n, t -> 100 * Math.abs(plus[t] - minus[t]) / (plus[t] + minus[t]));
  }

  private static double highest(NaiveBars bars, int t, int n) {
    return Arrays.stream(bars.high(), t - n + 1, t + 1).max().orElseThrow();
  }

  private static double lowest(NaiveBars bars, int t, int n) {
    return Arrays.stream(bars.low(), t - n + 1, t + 1).min().orElseThrow();
  }

  private static double[] rawStochastic(NaiveBars bars, int n) {
    return each(
        bars,
        n - 1,
        t -> {
          double low = lowest(bars, t, n);
          double high = highest(bars, t, n);
          return high == low ? 0 : 100 * (bars.close()[t] - low) / (high - low);
        });
  }

  private static double deviation(double[] x, int t, int n) {
    double centre = mean(x, t, n);
    double squares = 0;
    for (int i = t - n + 1; i <= t; i++) {
      squares += (x[i] - centre) * (x[i] - centre);
    }
    return Math.sqrt(squares / n);
  }

  private static double band(NaiveBars bars, int t, double k) {
    return mean(bars.close(), t, 20) + k * deviation(bars.close(), t, 20);
  }

  private static double percentB(NaiveBars bars, int t) {
    double lower = band(bars, t, -2);
    double width = band(bars, t, 2) - lower;
    return width < 1e-9 ? 0.5 : (bars.close()[t] - lower) / width;
  }

  private static double realised(NaiveBars bars, int t, int n) {
    double squares = 0;
    for (int i = t - n + 1; i <= t; i++) {
      squares += Math.pow(bars.logReturn(i), 2);
    }
    return Math.sqrt(squares / n);
  }

  private static double slope(double[] x, int t, int n) {
    double level = mean(x, t, n);
    double covariance = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double place = i - (n - 1) / 2.0;
      covariance += place * (x[t - n + 1 + i] - level);
      spread += place * place;
    }
    return covariance / spread;
  }
}
