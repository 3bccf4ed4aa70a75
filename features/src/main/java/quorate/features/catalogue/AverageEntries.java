package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.average.Ema;
import quorate.features.indicator.average.Sma;
import quorate.features.indicator.average.Wilder;
import quorate.features.indicator.average.Wma;

/// Moving averages.
final class AverageEntries {
  private AverageEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "sma",
            "Simple moving average",
            List.of(SERIES),
            List.of(window(10, 1)),
            List.of("value"),
            "window",
            "Σ x / n over the last n values",
            "TA-Lib SMA",
            arguments -> new Sma((int) arguments[0])),
        new IndicatorEntry(
            "ema",
            "Exponential moving average",
            List.of(SERIES),
            List.of(window(10, 1)),
            List.of("value"),
            "window",
            "e += (x − e) · 2 / (n + 1); first the mean of n values",
            "TA-Lib EMA",
            arguments -> new Ema((int) arguments[0])),
        new IndicatorEntry(
            "wma",
            "Weighted moving average",
            List.of(SERIES),
            List.of(window(10, 1)),
            List.of("value"),
            "window",
            "Σ w·x / Σ w, weights n for the newest value down to 1",
            "TA-Lib WMA",
            arguments -> new Wma((int) arguments[0])),
        new IndicatorEntry(
            "wilder",
            "Wilder's smoothing",
            List.of(SERIES),
            List.of(window(14, 1)),
            List.of("value"),
            "window",
            "e += (x − e) / n; first the mean of n values",
            "Wilder 1978",
            arguments -> new Wilder((int) arguments[0])));
  }
}
