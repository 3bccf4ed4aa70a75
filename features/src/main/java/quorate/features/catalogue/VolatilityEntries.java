package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.volatility.Bollinger;
import quorate.features.indicator.volatility.RealisedVolatility;

/// How widely prices move.
final class VolatilityEntries {
  private static final double MAX_PERIODS = 366.0 * 24 * 60 * 60;

  private VolatilityEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "bollinger",
            "Bollinger bands",
            List.of(SERIES),
            List.of(window(20, 2), new Parameter("deviations", "", 2, 0.001, 1000, false)),
            List.of("middle", "upper", "lower", "percent_b", "bandwidth"),
            "window",
            "middle = SMA; upper, lower = middle ± k · population deviation; percent_b = (x − lower)"
                + " / (upper − lower), 0.5 where they meet; bandwidth = (upper − lower) / middle",
            "Bollinger 2001; TA-Lib BBANDS",
            arguments -> new Bollinger((int) arguments[0], arguments[1])),
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
