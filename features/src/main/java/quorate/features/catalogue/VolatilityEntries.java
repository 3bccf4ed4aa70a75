package quorate.features.catalogue;

import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.volatility.Atr;
import quorate.features.indicator.volatility.RealisedVolatility;

/// How widely prices move.
final class VolatilityEntries {
  private static final double MAX_PERIODS = 366.0 * 24 * 60 * 60;

  private VolatilityEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "true_range",
            "True range",
            List.of("high", "low", "close"),
            List.of(),
            List.of("value"),
            "1",
            "max(h, previous c) − min(l, previous c); h − l on the first bar and after a gap",
            "Wilder 1978; TA-Lib TRANGE",
            arguments -> new TrueRange()),
        new IndicatorEntry(
            "atr",
            "Average true range",
            List.of("high", "low", "close"),
            List.of(window(14, 1)),
            List.of("value"),
            "window + 1",
            "Wilder mean of the true range from the second bar on",
            "Wilder 1978; TA-Lib ATR",
            arguments -> new Atr((int) arguments[0])),
        new IndicatorEntry(
            "realised_volatility",
            "Realised volatility, close to close",
            List.of("close"),
            List.of(
                window(20, 1), new Parameter("periods_per_year", "", 1, 0.001, MAX_PERIODS, false)),
            List.of("value"),
            "window + 1",
            "√(periods · Σ r² / n), r the last n one-bar log returns, 0 after a gap",
            "Barndorff-Nielsen and Shephard 2002",
            arguments -> new RealisedVolatility((int) arguments[0], arguments[1])));
  }
}
