package quorate.features.naive;

import static quorate.features.naive.Naive.each;
import static quorate.features.naive.Naive.smoothed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import quorate.features.indicator.structure.MicrostructureDynamics;
import quorate.features.series.NaiveBars;

/// Those of the group "structure" that look inside their bars, here without any inside.
final class NaiveProfiles {
  private NaiveProfiles() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    List<String> outputs = List.of("price", "strength", "distance", "strong");
    for (int output = 0; output < outputs.size(); output++) {
      int place = output;
      all.put("low_volume_node." + outputs.get(output), bars -> lowVolumeNode(bars, place));
    }
    for (int output = 0; output < MicrostructureDynamics.OUTPUTS.size(); output++) {
      int place = output;
      all.put(
          "microstructure_dynamics." + MicrostructureDynamics.OUTPUTS.get(output),
          bars -> microstructure(bars, place));
    }
    return all;
  }

  private static double[] microstructure(NaiveBars bars, int output) {
    double[] atr = atr(bars);
    return each(
        bars,
        65,
        t -> {
          if (output == NaiveMicrostructure.PROFILE) {
            double width = NaiveVolumeProfile.width(0, atr[t]);
            return NaiveMicrostructure.skewness(profile(bars, t, width));
          }
          return NaiveMicrostructure.of(bars, t, atr[t], output);
        });
  }

  private static double[] atr(NaiveBars bars) {
    return smoothed(each(bars, 1, bars::trueRange), 14, 1.0 / 14);
  }

  private static double[] lowVolumeNode(NaiveBars bars, int output) {
    double[] atr = atr(bars);
    return each(
        bars,
        19,
        t -> {
          double width = NaiveVolumeProfile.width(0, atr[t]);
          NaiveVolumeProfile profile = profile(bars, t, width);
          List<NaiveLowVolumeNode.Bar> window = new ArrayList<>();
          for (int i = t - 19; i <= t; i++) {
            double before = i == 0 ? Double.NaN : bars.close()[i - 1];
            window.add(
                new NaiveLowVolumeNode.Bar(bars.low()[i], bars.high()[i], bars.close()[i], before));
          }
          return NaiveLowVolumeNode.of(profile, width, window, bars.close()[t], atr[t])[output];
        });
  }

  private static NaiveVolumeProfile profile(NaiveBars bars, int t, double width) {
    NaiveVolumeProfile profile = new NaiveVolumeProfile(width);
    for (int i = t - 19; i <= t; i++) {
      profile.bar(bars.low()[i], bars.high()[i], bars.volume()[i]);
    }
    return profile;
  }
}
