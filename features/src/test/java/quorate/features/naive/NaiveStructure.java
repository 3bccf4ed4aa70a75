package quorate.features.naive;

import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "structure" at its defaults, by `name.output`.
final class NaiveStructure {
  private NaiveStructure() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    return NaiveProfiles.all();
  }
}
