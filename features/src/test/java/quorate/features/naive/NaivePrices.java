package quorate.features.naive;

import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// The group "prices" at its defaults, by `name.output`.
final class NaivePrices {
  private NaivePrices() {}

  static Map<String, Function<NaiveBars, double[]>> all() {
    return Map.of();
  }
}
