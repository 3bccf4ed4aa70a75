package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.kind;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.average.Dema;
import quorate.features.indicator.average.Ema;
import quorate.features.indicator.average.Hma;
import quorate.features.indicator.average.Kama;
import quorate.features.indicator.average.Mama;
import quorate.features.indicator.average.Midpoint;
import quorate.features.indicator.average.Midprice;
import quorate.features.indicator.average.MovingAverage;
import quorate.features.indicator.average.Sma;
import quorate.features.indicator.average.T3;
import quorate.features.indicator.average.Tema;
import quorate.features.indicator.average.Trima;
import quorate.features.indicator.average.VariableMovingAverage;
import quorate.features.indicator.average.Vwma;
import quorate.features.indicator.average.Wilder;
import quorate.features.indicator.average.Wma;
import quorate.features.indicator.average.Zlema;
import quorate.features.indicator.cycle.HilbertTrendline;

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
            "Wilder 1978; TA-Lib RMA",
            arguments -> new Wilder((int) arguments[0])),
        new IndicatorEntry(
            "dema",
            "Double exponential moving average",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "2 · window − 1",
            "2 · e₁ − e₂; e₁ = EMA, e₂ = EMA of e₁",
            "Mulloy 1994; TA-Lib DEMA",
            arguments -> new Dema((int) arguments[0])),
        new IndicatorEntry(
            "tema",
            "Triple exponential moving average",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "3 · window − 2",
            "3 · e₁ − 3 · e₂ + e₃; each e the EMA of the one before",
            "Mulloy 1994; TA-Lib TEMA",
            arguments -> new Tema((int) arguments[0])),
        new IndicatorEntry(
            "trima",
            "Triangular moving average",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "window",
            "SMA of n / 2 + 1 values, rounded down, of the SMA of (n + 1) / 2, rounded down",
            "TA-Lib TRIMA",
            arguments -> new Trima((int) arguments[0])),
        new IndicatorEntry(
            "kama",
            "Kaufman's adaptive moving average",
            List.of(SERIES),
            List.of(window(30, 2)),
            List.of("value"),
            "window + 1",
            "e += (x − e) · (r · (2/3 − 2/31) + 2/31)²; r = |x − x n before| / Σ |x − x before| over n,"
                + " 1 where nothing moves; first e = the value before",
            "Kaufman 1998; TA-Lib KAMA",
            arguments -> new Kama((int) arguments[0])),
        new IndicatorEntry(
            "mama",
            "MESA adaptive moving average",
            List.of(SERIES),
            List.of(
                new Parameter("fast", "", 0.5, 0.01, 0.99, false),
                new Parameter("slow", "", 0.05, 0.01, 0.99, false)),
            List.of("mama", "fama"),
            "33",
            "mama += (x − mama) · a, fama += (mama − fama) · a / 2; a = max(slow, fast / max(1, degrees"
                + " by which the phase of the dominant cycle fell))",
            "Ehlers 2001; TA-Lib MAMA",
            arguments -> new Mama(arguments[0], arguments[1])),
        new IndicatorEntry(
            "t3",
            "Tillson's T3",
            List.of(SERIES),
            List.of(window(5, 1), new Parameter("volume", "", 0.7, 0, 1, false)),
            List.of("value"),
            "6 · window − 5",
            "the operation (1 + v) · e − v · EMA of e, where e is the EMA, three times over",
            "Tillson 1998; TA-Lib T3",
            arguments -> new T3((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "moving_average",
            "Moving average of any kind",
            List.of(SERIES),
            List.of(window(30, 1), kind()),
            List.of("value"),
            "that of the kind",
            "kind 0 SMA, 1 EMA, 2 WMA, 3 DEMA, 4 TEMA, 5 TRIMA, 6 KAMA, 7 MAMA with 0.5 and 0.05, 8 T3"
                + " with 0.7; a window of 1 is the value itself",
            "TA-Lib MA",
            arguments -> new MovingAverage((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "variable_moving_average",
            "Moving average of changing windows",
            IndicatorEntry.PAIR,
            List.of(bars("least", 2, 1), bars("most", 30, 1), kind()),
            List.of("value"),
            "that of the kind for the most",
            "the moving average of x whose window is y, rounded towards 0 and kept from least to most",
            "TA-Lib MAVP",
            arguments ->
                new VariableMovingAverage(
                    (int) arguments[0], (int) arguments[1], (int) arguments[2])),
        new IndicatorEntry(
            "hma",
            "Hull's moving average",
            List.of(SERIES),
            List.of(window(20, 1)),
            List.of("value"),
            "window + √window − 1",
            "WMA of √n of (2 · WMA of n / 2 − WMA of n), counts rounded down",
            "Hull 2005; TA-Lib HMA",
            arguments -> new Hma((int) arguments[0])),
        new IndicatorEntry(
            "zlema",
            "Zero-lag exponential moving average",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "window + (window − 1) / 2",
            "EMA of x + (x − x (n − 1) / 2 values before)",
            "Ehlers and Way 2010; TA-Lib ZLEMA",
            arguments -> new Zlema((int) arguments[0])),
        new IndicatorEntry(
            "vwma",
            "Volume-weighted moving average",
            List.of("close", "volume"),
            List.of(window(30, 1)),
            List.of("value"),
            "window",
            "Σ close · volume / Σ volume over n bars; the close where there is no volume",
            "TA-Lib VWMA",
            arguments -> new Vwma((int) arguments[0])),
        new IndicatorEntry(
            "midpoint",
            "Middle of the extremes",
            List.of(SERIES),
            List.of(window(14, 1)),
            List.of("value"),
            "window",
            "(largest + smallest) / 2 of the last n values",
            "TA-Lib MIDPOINT",
            arguments -> new Midpoint((int) arguments[0])),
        new IndicatorEntry(
            "midprice",
            "Middle of highs and lows",
            List.of("high", "low"),
            List.of(window(14, 1)),
            List.of("value"),
            "window",
            "(highest high + lowest low) / 2 of the last n bars",
            "TA-Lib MIDPRICE",
            arguments -> new Midprice((int) arguments[0])),
        new IndicatorEntry(
            "hilbert_trendline",
            "Instantaneous trendline",
            List.of(SERIES),
            List.of(),
            List.of("value"),
            "64",
            "(4m + 3m₁ + 2m₂ + m₃) / 10; m = mean of the last dominant cycle, m₁ that of the value before …",
            "Ehlers 2001; TA-Lib HT_TRENDLINE",
            arguments -> new HilbertTrendline()));
  }
}
