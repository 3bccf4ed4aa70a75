package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.smoothed;
import static quorate.features.naive.Naive.wma;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The machine-learning momentum index at its defaults: all crossings are found first, in exact
/// arithmetic, and each bar sorts those that are labelled by then.
final class NaiveMlmi {
  private final double[] c;
  private final double[] slow;
  private final double[] quick;
  private final List<Integer> crossings = new ArrayList<>();

  private NaiveMlmi(NaiveBars bars) {
    c = each(bars, 0, t -> (bars.open()[t] + bars.high()[t] + bars.low()[t] + bars.close()[t]) / 4);
    slow = strength(20);
    quick = strength(5);
    for (int t = 39; t < c.length; t++) {
      if (above(t) != above(t - 1)) {
        crossings.add(t);
      }
    }
  }

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("mlmi.value", bars -> new NaiveMlmi(bars).values());
    all.put("mlmi.signal", bars -> signals(new NaiveMlmi(bars).values()));
    all.put("mlmi.strength", bars -> map(new NaiveMlmi(bars).values(), v -> Math.abs(v - 50) / 50));
    all.put("mlmi.centred", bars -> map(new NaiveMlmi(bars).values(), v -> v / 50 - 1));
    return all;
  }

  private static double[] map(double[] values, DoubleUnaryOperator form) {
    return Arrays.stream(values).map(form).toArray();
  }

  private static double[] signals(double[] values) {
    double[] signals = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      boolean first = t == 0 || Double.isNaN(values[t - 1]);
      double now = Math.signum(values[t] - 50);
      double before = first ? now : Math.signum(values[t - 1] - 50);
      // To 50 or across it: from below +1, from above −1.
      signals[t] = Double.isNaN(now) ? now : before != 0 && now != before ? -before : 0;
    }
    return signals;
  }

  private boolean above(int t) {
    return weighted(t, 5)
            .multiply(BigDecimal.valueOf(210))
            .compareTo(weighted(t, 20).multiply(BigDecimal.valueOf(15)))
        > 0;
  }

  private BigDecimal weighted(int t, int n) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int weight = 1; weight <= n; weight++) {
      sum = sum.add(new BigDecimal(c[t - n + weight]).multiply(BigDecimal.valueOf(weight)));
    }
    return sum;
  }

  private double[] strength(int n) {
    double[] rises = new double[c.length];
    double[] falls = new double[c.length];
    Arrays.setAll(rises, t -> t == 0 ? Double.NaN : Math.max(0, c[t] - c[t - 1]));
    Arrays.setAll(falls, t -> t == 0 ? Double.NaN : Math.max(0, c[t - 1] - c[t]));
    double[] up = smoothed(rises, n, 1.0 / n);
    double[] down = smoothed(falls, n, 1.0 / n);
    double[] rsi = new double[c.length];
    Arrays.setAll(rsi, t -> up[t] + down[t] == 0 ? 0 : 100 * up[t] / (up[t] + down[t]));
    double[] smooth = new double[c.length];
    Arrays.setAll(smooth, t -> t < n + 19 ? Double.NaN : wma(rsi, t, 20));
    return smooth;
  }

  /// Sum of five labels; NaN while there are fewer.
  private double votes(int t) {
    List<Integer> labelled = new ArrayList<>();
    for (int i = crossings.size() - 2; i >= 0 && labelled.size() < 200; i--) {
      if (crossings.get(i + 1) <= t) {
        labelled.add(i);
      }
    }
    if (labelled.size() < 5) {
      return Double.NaN;
    }
    labelled.sort(
        Comparator.comparingDouble(i ->
            Math.pow(slow[crossings.get(i)] - slow[t], 2)
                + Math.pow(quick[crossings.get(i)] - quick[t], 2)));
    return labelled.stream()
        .limit(5)
        .mapToDouble(i -> Math.signum(c[crossings.get(i + 1)] - c[crossings.get(i)]))
        .sum();
  }

  private double[] values() {
    double[] votes = new double[c.length];
    Arrays.setAll(votes, this::votes);
    double[] values = new double[c.length];
    Arrays.setAll(values, t -> t < 13 ? Double.NaN : 50 + 50 * balance(votes, t) / (5 * 105));
    return values;
  }

  private static double balance(double[] votes, int t) {
    double sum = 0;
    for (int weight = 1; weight <= 14; weight++) {
      sum += weight * votes[t - 14 + weight];
    }
    return sum;
  }
}
