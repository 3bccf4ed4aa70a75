package quorate.features.catalogue;

import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.structure.LowVolumeNode;
import quorate.features.indicator.structure.MicrostructureDynamics;

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

  static IndicatorEntry microstructureDynamics() {
    MicrostructureDynamics.Settings usual = MicrostructureDynamics.Settings.defaults();
    return new IndicatorEntry(
        "microstructure_dynamics",
        "Market microstructure dynamics, MMD",
        List.of("high", "low", "close", "volume", "tick", "finer bars", "trades"),
        List.of(
            window(usual.window(), 3),
            bars("atr_window", usual.atrWindow(), 1),
            new Parameter("bins_per_atr", "bin", usual.binsPerAtr(), 1, 1000, false),
            new Parameter("centre", "", usual.centre(), 0, WIDEST, false),
            new Parameter("bandwidth", "bar", usual.bandwidth(), 0.001, WIDEST, false),
            new Parameter("alpha", "", usual.alpha(), 0.001, WIDEST, false),
            bars("kernel_window", usual.kernelWindow(), 1)),
        MicrostructureDynamics.OUTPUTS,
        "max(window, atr_window + 1, kernel_window + 2)",
        "log-signature to degree 3 of the window's path of (time 0 … 1, log c, log(1 + volume)),"
            + " the last two over their deviations; √Σr², deviation of |r|, skewness and lag-1"
            + " autocorrelation of its log returns; skewness of the smoothed volume profile; second"
            + " difference of the kernel mean / ATR; [more](microstructure-dynamics.md)",
        "Chen 1957; Lyons 1998; Chevyrev and Kormilitzin 2016",
        arguments ->
            new MicrostructureDynamics(
                new MicrostructureDynamics.Settings(
                    (int) arguments[0],
                    (int) arguments[1],
                    arguments[2],
                    arguments[3],
                    arguments[4],
                    arguments[5],
                    (int) arguments[6])));
  }
}
