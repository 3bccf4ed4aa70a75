package quorate.features.naive;

import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "cycles" at its defaults, by `name.output`.
final class NaiveCycles {
  private NaiveCycles() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    return Map.of();
  }

  /// Ehlers' MAMA of 0.5 and 0.05, or with half its share its follower.
  static double[] mama(double[] x, double part) {
    NaiveHilbert cycle = new NaiveHilbert(x, 12);
    double[] mama = new double[x.length];
    double[] average = new double[x.length];
    for (int t = 12; t < x.length; t++) {
      double fall = cycle.degrees(t - 1) - cycle.degrees(t);
      double share = fall <= 1 ? 0.5 : Math.max(0.05, 0.5 / fall);
      mama[t] = share * x[t] + (1 - share) * mama[t - 1];
      average[t] =
          part == 1 ? mama[t] : part * share * mama[t] + (1 - part * share) * average[t - 1];
    }
    return Naive.from(average, 32);
  }
}
