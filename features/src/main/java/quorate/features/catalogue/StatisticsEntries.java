package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.statistics.LinearRegressionSlope;
import quorate.features.indicator.statistics.StandardDeviation;

/// Statistics of a moving window.
final class StatisticsEntries {
  private StatisticsEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "standard_deviation",
            "Rolling standard deviation",
            List.of(SERIES),
            List.of(window(20, 2)),
            List.of("value"),
            "window",
            "√(Σ (x − mean)² / n), the population's",
            "TA-Lib STDDEV",
            arguments -> new StandardDeviation((int) arguments[0])),
        new IndicatorEntry(
            "linear_regression_slope",
            "Slope of the least-squares line",
            List.of(SERIES),
            List.of(window(14, 2)),
            List.of("value"),
            "window",
            "Σ (i − ī)·x / Σ (i − ī)², a bar",
            "TA-Lib LINEARREG_SLOPE",
            arguments -> new LinearRegressionSlope((int) arguments[0])));
  }
}
