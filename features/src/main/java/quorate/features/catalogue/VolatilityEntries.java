package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.volatility.Atr;
import quorate.features.indicator.volatility.Bollinger;
import quorate.features.indicator.volatility.Donchian;
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
            arguments -> new RealisedVolatility((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "donchian",
            "Donchian channel",
            List.of("high", "low"),
            List.of(window(20, 1)),
            List.of("middle", "upper", "lower"),
            "window",
            "upper = highest high, lower = lowest low of n bars, this one included; middle between them",
            "TA-Lib MAX, MIN",
            arguments -> new Donchian((int) arguments[0])));
  }
}
