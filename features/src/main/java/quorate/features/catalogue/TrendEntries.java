package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.trend.Adx;
import quorate.features.indicator.trend.Adxr;
import quorate.features.indicator.trend.Aroon;
import quorate.features.indicator.trend.DirectionalIndex;
import quorate.features.indicator.trend.DirectionalMovement;
import quorate.features.indicator.trend.EfficiencyRatio;
import quorate.features.indicator.trend.Fractal;
import quorate.features.indicator.trend.VerticalHorizontalFilter;
import quorate.features.indicator.trend.Vortex;

/// Whether prices trend, which way and how strongly.
final class TrendEntries {
  private TrendEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "adx",
            "Average directional index",
            List.of("high", "low", "close"),
            List.of(window(14, 2)),
            List.of("adx", "plus_di", "minus_di"),
            "2 · window",
            "DI± = 100 · Wilder sum of movement± / of true range; ADX = Wilder mean of 100 · |DI+ − DI−| / (DI+ + DI−)",
            "Wilder 1978; TA-Lib ADX",
            arguments -> new Adx((int) arguments[0])),
        new IndicatorEntry(
            "adxr",
            "Directional movement rating",
            List.of("high", "low", "close"),
            List.of(window(14, 2)),
            List.of("value"),
            "3 · window − 1",
            "mean of adx and adx n − 1 bars ago",
            "Wilder 1978; TA-Lib ADXR",
            arguments -> new Adxr((int) arguments[0])),
        new IndicatorEntry(
            "directional_index",
            "Directional index",
            List.of("high", "low", "close"),
            List.of(window(14, 1)),
            List.of("dx", "plus_di", "minus_di"),
            "window + 1",
            "DI± as of adx; DX = 100 · |DI+ − DI−| / (DI+ + DI−), as it was when nothing moves",
            "Wilder 1978; TA-Lib DX, PLUS_DI, MINUS_DI",
            arguments -> new DirectionalIndex((int) arguments[0])),
        new IndicatorEntry(
            "directional_movement",
            "Directional movement",
            List.of("high", "low"),
            List.of(window(14, 1)),
            List.of("plus", "minus"),
            "window, at least 2",
            "Wilder sums of the larger of h − previous h and previous l − l, where it is positive; 0 after a gap",
            "Wilder 1978; TA-Lib PLUS_DM, MINUS_DM",
            arguments -> new DirectionalMovement((int) arguments[0])),
        new IndicatorEntry(
            "aroon",
            "Aroon",
            List.of("high", "low"),
            List.of(window(14, 2)),
            List.of("oscillator", "up", "down"),
            "window + 1",
            "up, down = 100 · (n − bars since the highest high, lowest low of n + 1 bars) / n; oscillator = up − down",
            "Chande 1995; TA-Lib AROONOSC, AROON",
            arguments -> new Aroon((int) arguments[0])),
        new IndicatorEntry(
            "vortex",
            "Vortex indicator",
            List.of("high", "low", "close"),
            List.of(window(14, 1)),
            List.of("plus", "minus"),
            "window + 1",
            "plus = Σ |h − previous l| / Σ true range, minus = Σ |l − previous h| / Σ true range over n changes",
            "Botes and Siepman 2010; TA-Lib VORTEX",
            arguments -> new Vortex((int) arguments[0])),
        new IndicatorEntry(
            "efficiency_ratio",
            "Efficiency ratio",
            List.of(SERIES),
            List.of(window(10, 1)),
            List.of("value"),
            "window + 1",
            "|x − x n bars ago| / Σ |change| of n changes; 1 for a flat series",
            "Kaufman 1995; TA-Lib ER",
            arguments -> new EfficiencyRatio((int) arguments[0])),
        new IndicatorEntry(
            "vertical_horizontal_filter",
            "Vertical horizontal filter",
            List.of(SERIES),
            List.of(window(28, 2)),
            List.of("value"),
            "window + 1",
            "(highest − lowest of n values) / Σ |change| of n changes; 0 for a flat series",
            "White 1991; TA-Lib VHF",
            arguments -> new VerticalHorizontalFilter((int) arguments[0])),
        new IndicatorEntry(
            "fractal",
            "Fractal",
            List.of("high", "low"),
            List.of(bars("left", 2, 1), bars("right", 2, 1)),
            List.of("swing_high", "swing_low"),
            "left + right + 1",
            "100 where the high (low) so many bars to the right ago is above (below) all others from left before to right after it, otherwise 0",
            "Williams 1995; TA-Lib FRACTAL",
            arguments -> new Fractal((int) arguments[0], (int) arguments[1])));
  }
}
