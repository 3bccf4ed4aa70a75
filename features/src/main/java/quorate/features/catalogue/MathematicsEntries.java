package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.mathematics.BarsSinceExtreme;
import quorate.features.indicator.mathematics.CumulativeSum;
import quorate.features.indicator.mathematics.Extreme;
import quorate.features.indicator.mathematics.Sum;

/// Sums and extremes of any series; what is done number by number is a [FeatureFunction].
final class MathematicsEntries {
  private MathematicsEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "sum",
            "Rolling sum",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "window",
            "Σ x over the last n values",
            "TA-Lib SUM",
            arguments -> new Sum((int) arguments[0])),
        new IndicatorEntry(
            "cumulative_sum",
            "Running total",
            List.of(SERIES),
            List.of(),
            List.of("value"),
            "1",
            "Σ x over all values since the first one seen",
            "TA-Lib CUMSUM",
            arguments -> new CumulativeSum()),
        new IndicatorEntry(
            "maximum",
            "Rolling maximum",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "window",
            "the largest of the last n values",
            "TA-Lib MAX, MINMAX",
            arguments -> Extreme.maximum((int) arguments[0])),
        new IndicatorEntry(
            "minimum",
            "Rolling minimum",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "window",
            "the smallest of the last n values",
            "TA-Lib MIN, MINMAX",
            arguments -> Extreme.minimum((int) arguments[0])),
        new IndicatorEntry(
            "bars_since_maximum",
            "Bars since the rolling maximum",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "window",
            "how many bars ago the largest of the last n values was, the newest of equal ones",
            "TA-Lib MAXINDEX, MINMAXINDEX, as places of the series",
            arguments -> BarsSinceExtreme.maximum((int) arguments[0])),
        new IndicatorEntry(
            "bars_since_minimum",
            "Bars since the rolling minimum",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "window",
            "how many bars ago the smallest of the last n values was, the newest of equal ones",
            "TA-Lib MININDEX, MINMAXINDEX, as places of the series",
            arguments -> BarsSinceExtreme.minimum((int) arguments[0])));
  }
}
