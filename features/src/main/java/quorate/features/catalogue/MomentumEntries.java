package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.LogReturn;
import quorate.features.indicator.momentum.Adx;
import quorate.features.indicator.momentum.Rsi;

/// How far and how steadily prices move.
final class MomentumEntries {
  private MomentumEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "return",
            "Logarithmic return",
            List.of("close"),
            List.of(window(1, 1)),
            List.of("value"),
            "window + 1",
            "Σ log(c / previous c) over the last n bars; 0 for the first bar after a gap",
            "definitions: bars",
            arguments -> new LogReturn((int) arguments[0])),
        new IndicatorEntry(
            "rsi",
            "Relative strength index",
            List.of(SERIES),
            List.of(window(14, 1)),
            List.of("value"),
            "window + 1",
            "100 · rise / (rise + fall), both Wilder means of n changes; 0 for a flat series",
            "Wilder 1978; TA-Lib RSI",
            arguments -> new Rsi((int) arguments[0])),
        new IndicatorEntry(
            "adx",
            "Average directional index",
            List.of("high", "low", "close"),
            List.of(window(14, 2)),
            List.of("adx", "plus_di", "minus_di"),
            "2 · window",
            "DI± = 100 · Wilder sum of movement± / of true range; ADX = Wilder mean of 100 · |DI+ −"
                + " DI−| / (DI+ + DI−)",
            "Wilder 1978; TA-Lib ADX, PLUS_DI, MINUS_DI",
            arguments -> new Adx((int) arguments[0])));
  }
}
