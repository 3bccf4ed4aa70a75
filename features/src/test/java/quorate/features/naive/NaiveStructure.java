package quorate.features.naive;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "structure" at its defaults, by `name.output`.
final class NaiveStructure {
  private NaiveStructure() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    all.putAll(NaiveFairValueGap.all());
    all.putAll(NaiveMlmi.all());
    all.putAll(NaiveNadarayaWatson.all());
    all.putAll(NaiveProfiles.all());
    return all;
  }
}
