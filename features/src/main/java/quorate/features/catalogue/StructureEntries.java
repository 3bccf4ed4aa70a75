package quorate.features.catalogue;

import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.structure.FairValueGap;
import quorate.features.indicator.structure.Mlmi;
import quorate.features.indicator.structure.NadarayaWatson;

/// The six of `es-futures`; Heiken Ashi stands with the prices.
final class StructureEntries {
  private StructureEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        fairValueGap(),
        mlmi(),
        nadarayaWatson(),
        ProfileEntries.lowVolumeNode(),
        ProfileEntries.microstructureDynamics());
  }

  private static IndicatorEntry fairValueGap() {
    return new IndicatorEntry(
        "fair_value_gap",
        "Fair value gap, FVG",
        List.of("high", "low", "close", "tick"),
        List.of(
            new Parameter("share", "", 0.15, 0, 1000, false),
            bars("life", 50, 1),
            bars("atr_window", 14, 1),
            new Parameter("ticks", "tick", 1, 0, 1_000_000, false),
            new Parameter("percent", "", 0, 0, 100, false),
            new Parameter("decay", "bar", 10, 0.001, 1_000_000, false)),
        List.of(
            "bullish", "bearish", "level", "distance", "age", "age_decay", "size", "mitigation"),
        "atr_window + 2",
        "bullish zone from h[t−2] (far) to l[t] (near edge) when l[t] > h[t−2], c[t−1] > h[t−2] and"
            + " l[t] − h[t−2] ≥ max(ticks · tick, share · ATR[t−1]), with percent > 0 ≥ max(ticks ·"
            + " tick, percent of c[t−1]); for life bars: c beyond the far edge removes it, else a"
            + " touch of the near edge mitigates it; bearish mirrored",
        "ICT; Wilder 1978 (ATR)",
        arguments ->
            new FairValueGap(
                arguments[0],
                (int) arguments[1],
                (int) arguments[2],
                arguments[3],
                arguments[4],
                arguments[5]));
  }

  private static IndicatorEntry mlmi() {
    return new IndicatorEntry(
        "mlmi",
        "Machine-learning momentum index, MLMI",
        List.of("open", "high", "low", "close"),
        List.of(
            new Parameter("level", "", 0, 0, 50, false),
            bars("quick_average", 5, 1),
            bars("slow_average", 20, 2),
            bars("quick_rsi", 5, 1),
            bars("slow_rsi", 20, 2),
            bars("rsi_smoothing", 20, 1),
            new Parameter("memory", "pair", 200, 1, 10_000, true),
            new Parameter("neighbours", "pair", 5, 1, 1_000, true),
            bars("smoothing", 14, 1)),
        List.of("value", "signal", "strength", "centred"),
        "max(slow_average + 1, slow_rsi + rsi_smoothing) + neighbours + smoothing − 1",
        "at crossings of WMAs of c = (o + h + l + c) / 4 the pair (WMA of slow RSI, WMA of quick"
            + " RSI) is remembered, labelled at the next crossing with the sign of the change of c;"
            + " value = 50 + 50 · WMA of the mean label of the nearest pairs; signal ±1 when it"
            + " comes to 50 ± level",
        "after Zeiierman (TradingView); Cover and Hart 1967",
        arguments ->
            new Mlmi(
                new Mlmi.Settings(
                    arguments[0],
                    (int) arguments[1],
                    (int) arguments[2],
                    (int) arguments[3],
                    (int) arguments[4],
                    (int) arguments[5],
                    (int) arguments[6],
                    (int) arguments[7],
                    (int) arguments[8])));
  }

  private static IndicatorEntry nadarayaWatson() {
    return new IndicatorEntry(
        "nadaraya_watson",
        "Nadaraya–Watson regression, rational quadratic kernel, NW-RQK",
        List.of("high", "low", "close"),
        List.of(
            new Parameter("threshold", "", 0.02, 0, 1000, false),
            new Parameter("bandwidth", "bar", 8, 0.001, 1_000_000, false),
            new Parameter("alpha", "", 8, 0.001, 1_000_000, false),
            window(64, 1),
            bars("atr_window", 14, 1)),
        List.of("value", "distance", "slope", "turn"),
        "max(window, atr_window) + 2",
        "ŷ = Σ w(i)·c[t−i] / Σ w(i), i = 0 … window − 1, w(i) = (1 + i² / (2·alpha·bandwidth²))^"
            + "(−alpha); distance = (c − ŷ) / ATR; slope = (ŷ − previous ŷ) / ATR; turn +1 when"
            + " slope > 0 ≥ slope before and slope ≥ threshold, −1 mirrored",
        "Nadaraya 1964; Watson 1964; Rasmussen and Williams 2006, eq. 4.19",
        arguments ->
            new NadarayaWatson(
                arguments[0], arguments[1], arguments[2], (int) arguments[3], (int) arguments[4]));
  }
}
