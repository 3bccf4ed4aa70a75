package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.LogReturn;
import quorate.features.indicator.momentum.Adx;
import quorate.features.indicator.momentum.Macd;
import quorate.features.indicator.momentum.Rsi;
import quorate.features.indicator.momentum.Stochastic;

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
            arguments -> new Adx((int) arguments[0])),
        new IndicatorEntry(
            "macd",
            "Moving average convergence divergence",
            List.of(SERIES),
            List.of(bars("fast", 12, 1), bars("slow", 26, 2), bars("signal", 9, 1)),
            List.of("macd", "signal", "histogram"),
            "slow + signal − 1",
            "macd = EMA fast − EMA slow, both begun at the same bar; signal = EMA of macd; histogram = macd − signal",
            "Appel 2005; TA-Lib MACD",
            arguments -> new Macd((int) arguments[0], (int) arguments[1], (int) arguments[2])),
        new IndicatorEntry(
            "stochastic",
            "Stochastic oscillator",
            List.of("high", "low", "close"),
            List.of(window(5, 1), bars("slowing", 3, 1), bars("signal", 3, 1)),
            List.of("k", "d", "raw"),
            "window + slowing + signal − 2",
            "raw = 100 · (c − lowest low) / (highest high − lowest low), 0 without a range; k = SMA of raw; d = SMA of k",
            "Lane 1984; TA-Lib STOCH, with slowing 1 STOCHF",
            arguments ->
                new Stochastic((int) arguments[0], (int) arguments[1], (int) arguments[2])));
  }
}
