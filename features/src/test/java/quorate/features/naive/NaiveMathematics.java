package quorate.features.naive;

import static quorate.features.naive.Naive.each;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import quorate.features.series.NaiveBars;

/// The group "mathematics" at its defaults, by `name.output`.
final class NaiveMathematics {
  private NaiveMathematics() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put("sum.value", bars -> each(bars, 29, t -> last(bars, t, 30).sum()));
    all.put("cumulative_sum.value", bars -> each(bars, 0, t -> last(bars, t, t + 1).sum()));
    all.put("maximum.value", bars -> each(bars, 29, t -> last(bars, t, 30).max().orElseThrow()));
    all.put("minimum.value", bars -> each(bars, 29, t -> last(bars, t, 30).min().orElseThrow()));
    all.put("bars_since_maximum.value", bars -> each(bars, 29, t -> age(bars, t, 30, 1)));
    all.put("bars_since_minimum.value", bars -> each(bars, 29, t -> age(bars, t, 30, -1)));
    return all;
  }

  private static DoubleStream last(NaiveBars bars, int t, int n) {
    return Arrays.stream(bars.close(), t - n + 1, t + 1);
  }

  private static int age(NaiveBars bars, int t, int n, int sign) {
    double[] x = bars.close();
    int oldest = t;
    for (int i = t - 1; i > t - n; i--) {
      oldest = sign * x[i] > sign * x[oldest] ? i : oldest;
    }
    return t - oldest;
  }
}
