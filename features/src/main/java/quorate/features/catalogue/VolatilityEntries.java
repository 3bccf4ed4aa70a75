package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.volatility.Atr;
import quorate.features.indicator.volatility.AverageDayRange;
import quorate.features.indicator.volatility.ChaikinVolatility;
import quorate.features.indicator.volatility.GarmanKlass;
import quorate.features.indicator.volatility.MassIndex;
import quorate.features.indicator.volatility.NormalisedAtr;
import quorate.features.indicator.volatility.Parkinson;
import quorate.features.indicator.volatility.RealisedVolatility;
import quorate.features.indicator.volatility.RelativeVolatility;
import quorate.features.indicator.volatility.RogersSatchell;
import quorate.features.indicator.volatility.YangZhang;

/// How widely prices move.
final class VolatilityEntries {
  private static final Parameter PERIODS =
      new Parameter("periods_per_year", "", 1, 0.001, 366.0 * 24 * 60 * 60, false);

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
            "normalised_atr",
            "Normalised average true range",
            List.of("high", "low", "close"),
            List.of(window(14, 1)),
            List.of("value"),
            "window + 1",
            "100 · ATR / c, 0 where c is 0",
            "Forman 2006; TA-Lib NATR",
            arguments -> new NormalisedAtr((int) arguments[0])),
        new IndicatorEntry(
            "average_day_range",
            "Average day range",
            List.of("high", "low"),
            List.of(window(14, 1)),
            List.of("value"),
            "window",
            "mean of h − l over n bars",
            "TA-Lib ADR",
            arguments -> new AverageDayRange((int) arguments[0])),
        new IndicatorEntry(
            "chaikin_volatility",
            "Chaikin's volatility",
            List.of("high", "low"),
            List.of(window(10, 1), bars("change", 10, 1)),
            List.of("value"),
            "window + change",
            "100 · (e − e, change bars ago) / e, change bars ago; e = EMA of h − l; 0 where that was 0",
            "Chaikin; TA-Lib CVI",
            arguments -> new ChaikinVolatility((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "mass_index",
            "Mass index",
            List.of("high", "low"),
            List.of(bars("fast", 9, 2), bars("slow", 25, 2)),
            List.of("value"),
            "2 · (fast − 1) + slow",
            "Σ of e / EMA fast of e over slow bars, e = EMA fast of h − l; a ratio to 0 is 1",
            "Dorsey 1992; TA-Lib MASSI",
            arguments -> new MassIndex((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "relative_volatility",
            "Relative volatility index",
            List.of(SERIES),
            List.of(window(14, 1), bars("deviation", 10, 2)),
            List.of("value"),
            "window + deviation − 1",
            "100 · u / (u + d), Wilder means of the population deviation over deviation bars, in u"
                + " when x rose and in d when it fell; 50 where both are 0",
            "Dorsey 1993; TA-Lib RVI",
            arguments -> new RelativeVolatility((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "realised_volatility",
            "Realised volatility, close to close",
            List.of("close"),
            List.of(window(20, 1), PERIODS),
            List.of("value"),
            "window + 1",
            "√(periods · Σ r² / n), r the last n one-bar log returns, 0 after a gap",
            "Barndorff-Nielsen and Shephard 2002",
            arguments -> new RealisedVolatility((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "parkinson_volatility",
            "Parkinson's volatility",
            List.of("high", "low"),
            List.of(window(20, 1), PERIODS),
            List.of("value"),
            "window",
            "√(periods · Σ log²(h / l) / (4 n log 2))",
            "Parkinson 1980",
            arguments -> new Parkinson((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "garman_klass_volatility",
            "Garman and Klass's volatility",
            List.of("open", "high", "low", "close"),
            List.of(window(20, 1), PERIODS),
            List.of("value"),
            "window",
            "√(periods · Σ (½ log²(h / l) − (2 log 2 − 1) log²(c / o)) / n)",
            "Garman and Klass 1980",
            arguments -> new GarmanKlass((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "rogers_satchell_volatility",
            "Rogers and Satchell's volatility",
            List.of("open", "high", "low", "close"),
            List.of(window(20, 1), PERIODS),
            List.of("value"),
            "window",
            "√(periods · Σ (log(h / o) log(h / c) + log(l / o) log(l / c)) / n)",
            "Rogers and Satchell 1991",
            arguments -> new RogersSatchell((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "yang_zhang_volatility",
            "Yang and Zhang's volatility",
            List.of("open", "high", "low", "close"),
            List.of(window(20, 2), PERIODS),
            List.of("value"),
            "window + 1",
            "√(periods · (s²(log(o / previous c)) + k s²(log(c / o)) + (1 − k) · Rogers and"
                + " Satchell's mean)), s² with n − 1, k = 0.34 / (1.34 + (n + 1) / (n − 1)); the jump"
                + " over a gap is 0",
            "Yang and Zhang 2000",
            arguments -> new YangZhang((int) arguments[0], arguments[1])));
  }
}
