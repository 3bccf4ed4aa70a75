package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.smoothed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// Fair value gaps at their defaults, without ticks: each zone's whole life is worked out from the
/// bar it was formed by, and a bar asks every zone what it is to it.
final class NaiveFairValueGap {
  private static final int LIFE = 50;

  private final NaiveBars bars;
  private final double[] atr;
  private final List<Zone> zones = new ArrayList<>();

  /// @param side 1 bullish, −1 bearish
  /// @param ended bar that mitigated or removed it
  private record Zone(int side, int formed, double near, double far, int ended, boolean mitigated) {
    boolean activeAt(int t) {
      return formed <= t && t < ended;
    }
  }

  private NaiveFairValueGap(NaiveBars bars) {
    this.bars = bars;
    this.atr = smoothed(each(bars, 1, bars::trueRange), 14, 1.0 / 14);
    for (int t = 15; t < bars.size(); t++) {
      double before = bars.close()[t - 1];
      double least = 0.15 * atr[t - 1];
      double up = bars.low()[t] - bars.high()[t - 2];
      double down = bars.low()[t - 2] - bars.high()[t];
      if (up > 0 && up >= least && before > bars.high()[t - 2]) {
        zones.add(live(1, t, bars.low()[t], bars.high()[t - 2]));
      }
      if (down > 0 && down >= least && before < bars.low()[t - 2]) {
        zones.add(live(-1, t, bars.high()[t], bars.low()[t - 2]));
      }
    }
  }

  private Zone live(int side, int formed, double near, double far) {
    for (int age = 1; age <= LIFE && formed + age < bars.size(); age++) {
      int t = formed + age;
      double beyond = side * (far - bars.close()[t]);
      boolean touched = side > 0 ? bars.low()[t] <= near : bars.high()[t] >= near;
      if (beyond > 0 || touched) {
        return new Zone(side, formed, near, far, t, beyond <= 0);
      }
    }
    return new Zone(side, formed, near, far, formed + LIFE + 1, false);
  }

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    put(all, "bullish", gaps -> t -> gaps.active(t).stream().anyMatch(z -> z.side > 0) ? 1 : 0);
    put(all, "bearish", gaps -> t -> gaps.active(t).stream().anyMatch(z -> z.side < 0) ? 1 : 0);
    put(all, "level", gaps -> t -> gaps.nearest(t).map(Zone::near).orElse(0.0));
    put(all, "distance", gaps -> gaps::distance);
    put(all, "age", gaps -> t -> gaps.nearest(t).map(z -> (double) (t - z.formed)).orElse(0.0));
    put(
        all,
        "age_decay",
        gaps -> t -> gaps.nearest(t).map(z -> Math.exp((z.formed - t) / 10.0)).orElse(0.0));
    put(all, "size", gaps -> t -> gaps.nearest(t).map(z -> Math.abs(z.near - z.far)).orElse(0.0));
    put(
        all,
        "mitigation",
        gaps ->
            t ->
                Math.signum(
                    gaps.zones.stream()
                        .filter(z -> z.mitigated && z.ended == t)
                        .mapToInt(Zone::side)
                        .sum()));
    return all;
  }

  private static void put(
      Map<String, Function<NaiveBars, double[]>> all,
      String output,
      Function<NaiveFairValueGap, IntToDoubleFunction> form) {
    all.put(
        "fair_value_gap." + output,
        bars -> each(bars, 15, form.apply(new NaiveFairValueGap(bars))));
  }

  private List<Zone> active(int t) {
    return zones.stream().filter(zone -> zone.activeAt(t)).toList();
  }

  private Optional<Zone> nearest(int t) {
    return active(t).stream()
        .min(
            Comparator.comparingDouble((Zone z) -> Math.abs(bars.close()[t] - z.near))
                .thenComparingDouble(Zone::near));
  }

  private double distance(int t) {
    return nearest(t)
        .filter(z -> atr[t] != 0)
        .map(z -> (bars.close()[t] - z.near) / atr[t])
        .orElse(0.0);
  }
}
