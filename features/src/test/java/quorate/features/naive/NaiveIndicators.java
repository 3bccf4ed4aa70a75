package quorate.features.naive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import quorate.features.series.NaiveBars;

/// Every output of every indicator at its defaults, as its definition reads: each value worked out
/// anew from whole arrays, nothing carried along but what the definition itself carries.
public final class NaiveIndicators {
  private NaiveIndicators() {}

  /// By `name.output`; arrays with NaN where there is no value yet.
  public static Map<String, Function<NaiveBars, double[]>> all() {
    Map<String, Function<NaiveBars, double[]>> all = new HashMap<>();
    for (Map<String, Function<NaiveBars, double[]>> group :
        List.of(
            NaiveAverages.all(),
            NaiveChannels.all(),
            NaivePrices.all(),
            NaiveMomentum.all(),
            NaiveVolume.all(),
            NaiveVolatility.all(),
            NaiveCycles.all(),
            NaiveStatistics.all(),
            NaiveMathematics.all(),
            NaivePatterns.all(),
            NaiveStructure.all())) {
      group.forEach((name, form) -> {
        if (all.put(name, form) != null) {
          throw new IllegalStateException("two naive forms of " + name);
        }
      });
    }
    return all;
  }
}
