package quorate.features.catalogue;

import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.structure.LowVolumeNode;

/// Those of the six of `es-futures` that look inside their bars.
final class ProfileEntries {
  private static final double WIDEST = 1_000_000;

  private ProfileEntries() {}

  static IndicatorEntry lowVolumeNode() {
    LowVolumeNode.Settings usual = LowVolumeNode.Settings.defaults();
    return new IndicatorEntry(
        "low_volume_node",
        "Low-volume node, LVN",
        List.of("high", "low", "close", "volume", "tick", "finer bars", "trades"),
        List.of(
            window(usual.window(), 1),
            bars("atr_window", usual.atrWindow(), 1),
            new Parameter("bins_per_atr", "bin", usual.binsPerAtr(), 1, 1000, false),
            new Parameter("centre", "", usual.centre(), 0, WIDEST, false),
            new Parameter("depth", "", usual.depth(), 0, 1, false),
            new Parameter("lowest_share", "", usual.lowestShare(), 0, 1, false),
            new Parameter("highest_share", "", usual.highestShare(), 0, 1, false),
            new Parameter("emptiness_weight", "", usual.emptinessWeight(), 0, WIDEST, false),
            new Parameter("touch_weight", "", usual.touchWeight(), 0, WIDEST, false),
            new Parameter("bounce_weight", "", usual.bounceWeight(), 0, WIDEST, false),
            new Parameter("recency_weight", "", usual.recencyWeight(), 0, WIDEST, false),
            new Parameter("enough_touches", "", usual.enoughTouches(), 1, WIDEST, true),
            bars("reaction_bars", usual.reactionBars(), 1),
            new Parameter("memory", "bar", usual.memory(), 0.001, WIDEST, false),
            new Parameter("strong", "", usual.strong(), 0, WIDEST, false)),
        List.of("price", "strength", "distance", "strong"),
        "max(window, atr_window + 1)",
        "of the window's volume in bins of ATR / bins_per_atr, smoothed by 1, centre, 1: the bin"
            + " nearest to c that is below its left neighbour, not above its right one, at most depth"
            + " of the largest; strength of emptiness, touches, bounce and recency; distance = (c −"
            + " price) / ATR; [more](low-volume-node.md)",
        "Steidlmayer and Koy 1986; Dalton, Jones and Dalton 1990",
        arguments ->
            new LowVolumeNode(
                new LowVolumeNode.Settings(
                    (int) arguments[0],
                    (int) arguments[1],
                    arguments[2],
                    arguments[3],
                    arguments[4],
                    arguments[5],
                    arguments[6],
                    arguments[7],
                    arguments[8],
                    arguments[9],
                    arguments[10],
                    (int) arguments[11],
                    (int) arguments[12],
                    arguments[13],
                    arguments[14])));
  }
}
