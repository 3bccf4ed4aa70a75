package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.smoothed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// Nadaraya–Watson regression at its defaults, with sums of 34 digits: each mean is worked out anew
/// and the slope is the difference of two.
final class NaiveNadarayaWatson {
  private final BigDecimal[] mean;
  private final double[] atr;

  private NaiveNadarayaWatson(NaiveBars bars) {
    this.atr = smoothed(each(bars, 1, bars::trueRange), 14, 1.0 / 14);
    this.mean = new BigDecimal[bars.size()];
    for (int t = 63; t < bars.size(); t++) {
      mean[t] = mean(bars.close(), t);
    }
  }

  private static BigDecimal mean(double[] close, int t) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (int i = 0; i < 64; i++) {
      BigDecimal weight = new BigDecimal(1 / Math.pow(1 + i * i / 1024.0, 8));
      sum = sum.add(weight.multiply(new BigDecimal(close[t - i])));
      weights = weights.add(weight);
    }
    return sum.divide(weights, MathContext.DECIMAL128);
  }

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put(
        "nadaraya_watson.value",
        bars -> {
          NaiveNadarayaWatson naive = new NaiveNadarayaWatson(bars);
          return each(bars, 65, t -> naive.mean[t].doubleValue());
        });
    all.put(
        "nadaraya_watson.distance",
        bars -> {
          NaiveNadarayaWatson naive = new NaiveNadarayaWatson(bars);
          return each(
              bars,
              65,
              t -> naive.inAtr(new BigDecimal(bars.close()[t]).subtract(naive.mean[t]), t));
        });
    all.put("nadaraya_watson.slope", bars -> each(bars, 65, new NaiveNadarayaWatson(bars)::slope));
    all.put("nadaraya_watson.turn", bars -> each(bars, 65, new NaiveNadarayaWatson(bars)::turn));
    return all;
  }

  private double inAtr(BigDecimal difference, int t) {
    return atr[t] == 0 ? 0 : difference.doubleValue() / atr[t];
  }

  private double slope(int t) {
    return inAtr(mean[t].subtract(mean[t - 1]), t);
  }

  private int turn(int t) {
    int now = (int) Math.signum(slope(t));
    boolean turned = now != 0 && now != Math.signum(slope(t - 1));
    return turned && Math.abs(slope(t)) >= 0.02 ? now : 0;
  }
}
