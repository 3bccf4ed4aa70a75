package quorate.features.naive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// The group "cycles" at its defaults, by `name.output`.
final class NaiveCycles {
  private NaiveCycles() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.put(
        "dominant_cycle_period.value",
        bars -> Naive.from(new NaiveHilbert(bars.close(), 12).smoothPeriod, 32));
    all.put(
        "hilbert_phasor.in_phase", bars -> Naive.from(new NaiveHilbert(bars.close(), 12).i1, 32));
    all.put(
        "hilbert_phasor.quadrature", bars -> Naive.from(new NaiveHilbert(bars.close(), 12).q1, 32));
    all.put("dominant_cycle_phase.value", bars -> Naive.from(phase(bars.close()), 63));
    all.put("hilbert_sine.sine", bars -> Naive.from(sine(bars.close(), 0), 63));
    all.put("hilbert_sine.lead_sine", bars -> Naive.from(sine(bars.close(), 45), 63));
    all.put("hilbert_trend_mode.value", bars -> Naive.from(trendMode(bars.close()), 63));
    return all;
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

  /// In degrees. Values are counted from the newest, which changes no sum over whole cycles.
  private static double[] phase(double[] x) {
    NaiveHilbert cycle = new NaiveHilbert(x, 37);
    double[] phase = new double[x.length];
    for (int t = 37; t < x.length; t++) {
      double real = 0;
      double imaginary = 0;
      for (int i = 0; i < cycle.length(t); i++) {
        double angle = Math.toRadians(360.0 * i / cycle.length(t));
        real += Math.sin(angle) * (cycle.smooth[t - i] - cycle.smooth[t]);
        imaginary += Math.cos(angle) * (cycle.smooth[t - i] - cycle.smooth[t]);
      }
      double angle = Math.toDegrees(Math.atan(real / imaginary));
      phase[t] =
          (imaginary == 0 ? 90 * Math.signum(real) : angle)
              + (90 + 360 / cycle.smoothPeriod[t])
              + (imaginary < 0 ? 180 : 0);
      phase[t] -= phase[t] > 315 ? 360 : 0;
    }
    return phase;
  }

  private static double[] sine(double[] x, double ahead) {
    return Arrays.stream(phase(x)).map(p -> Math.sin(Math.toRadians(p + ahead))).toArray();
  }

  private static double[] trendMode(double[] x) {
    NaiveHilbert cycle = new NaiveHilbert(x, 37);
    IntToDoubleFunction trendline = NaiveAverages.trendline(x);
    double[] phase = phase(x);
    double[] sine = sine(x, 0);
    double[] lead = sine(x, 45);
    double[] mode = new double[x.length];
    int crossing = 37;
    for (int t = 63; t < x.length; t++) {
      boolean above = sine[t] > lead[t];
      boolean below = sine[t] < lead[t];
      if ((above && sine[t - 1] <= lead[t - 1]) || (below && sine[t - 1] >= lead[t - 1])) {
        crossing = t;
      }
      double pace = (phase[t] - phase[t - 1]) / (360 / cycle.smoothPeriod[t]);
      boolean cycling = t - crossing + 1 < cycle.smoothPeriod[t] / 2 || (pace > 0.67 && pace < 1.5);
      double line = trendline.applyAsDouble(t);
      mode[t] = Math.abs(cycle.smooth[t] / line - 1) >= 0.015 || !cycling ? 1 : 0;
    }
    return mode;
  }
}
