package quorate.features.catalogue;

import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.structure.NadarayaWatson;

/// The six of `es-futures`; Heiken Ashi stands with the prices.
final class StructureEntries {
  private StructureEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(nadarayaWatson(), ProfileEntries.lowVolumeNode());
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
