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
}
