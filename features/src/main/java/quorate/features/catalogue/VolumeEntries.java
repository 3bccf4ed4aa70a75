package quorate.features.catalogue;

import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.kind;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.volume.AccumulationDistribution;
import quorate.features.indicator.volume.ChaikinMoneyFlow;
import quorate.features.indicator.volume.ChaikinOscillator;
import quorate.features.indicator.volume.ForceIndex;
import quorate.features.indicator.volume.MarketFacilitation;
import quorate.features.indicator.volume.OnBalanceVolume;
import quorate.features.indicator.volume.PercentageVolumeOscillator;
import quorate.features.indicator.volume.PriceVolumeTrend;
import quorate.features.indicator.volume.RelativeVolume;
import quorate.features.indicator.volume.VolumeIndex;
import quorate.features.indicator.volume.Vwap;

/// What volume says about prices.
final class VolumeEntries {
  private static final List<String> BAR = List.of("high", "low", "close", "volume");
  private static final List<String> CLOSE_AND_VOLUME = List.of("close", "volume");

  private VolumeEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "vwap",
            "Volume-weighted average price of the session",
            List.of("high", "low", "close", "volume", "session start"),
            List.of(),
            List.of("value"),
            "1",
            "Σ t·v / Σ v since the session's first bar, t = (h + l + c) / 3; t without volume",
            "Berkowitz, Logue and Noser 1988; TA-Lib VWAP, which is not anchored to sessions",
            arguments -> new Vwap()),
        new IndicatorEntry(
            "on_balance_volume",
            "On-balance volume",
            CLOSE_AND_VOLUME,
            List.of(),
            List.of("value"),
            "1",
            "Σ ±v, the sign that of the close's change; v on the first bar, 0 after a gap",
            "Granville 1963; TA-Lib OBV",
            arguments -> new OnBalanceVolume()),
        new IndicatorEntry(
            "accumulation_distribution",
            "Accumulation/distribution line",
            BAR,
            List.of(),
            List.of("value"),
            "1",
            "Σ flow, flow = v · ((c − l) − (h − c)) / (h − l), 0 for a bar without range",
            "Chaikin; TA-Lib AD",
            arguments -> new AccumulationDistribution()),
        new IndicatorEntry(
            "chaikin_oscillator",
            "Chaikin oscillator",
            BAR,
            List.of(bars("fast", 3, 2), bars("slow", 10, 2)),
            List.of("value"),
            "max(fast, slow)",
            "EMA fast − EMA slow of the accumulation/distribution line, both begun at its first value",
            "Chaikin; TA-Lib ADOSC",
            arguments -> new ChaikinOscillator((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "chaikin_money_flow",
            "Chaikin money flow",
            BAR,
            List.of(window(20, 1)),
            List.of("value"),
            "window",
            "Σ flow / Σ v over n bars, flow as in accumulation_distribution; 0 without volume",
            "Chaikin; TA-Lib CMF",
            arguments -> new ChaikinMoneyFlow((int) arguments[0])),
        new IndicatorEntry(
            "price_volume_trend",
            "Price volume trend",
            CLOSE_AND_VOLUME,
            List.of(),
            List.of("value"),
            "1",
            "Σ v · (c − previous c) / previous c; 0 on the first bar and after a gap",
            "TA-Lib PVT",
            arguments -> new PriceVolumeTrend()),
        new IndicatorEntry(
            "negative_volume_index",
            "Negative volume index",
            CLOSE_AND_VOLUME,
            List.of(),
            List.of("value"),
            "1",
            "1000, then times c / previous c at bars with less volume than the bar before",
            "Fosback 1976; TA-Lib NVI",
            arguments -> VolumeIndex.negative()),
        new IndicatorEntry(
            "positive_volume_index",
            "Positive volume index",
            CLOSE_AND_VOLUME,
            List.of(),
            List.of("value"),
            "1",
            "1000, then times c / previous c at bars with more volume than the bar before",
            "Fosback 1976; TA-Lib PVI",
            arguments -> VolumeIndex.positive()),
        new IndicatorEntry(
            "force_index",
            "Elder's force index",
            CLOSE_AND_VOLUME,
            List.of(window(13, 1)),
            List.of("value"),
            "window + 1",
            "EMA of (c − previous c) · v, 0 after a gap",
            "Elder 1993; TA-Lib EFI",
            arguments -> new ForceIndex((int) arguments[0])),
        new IndicatorEntry(
            "market_facilitation",
            "Market facilitation index",
            List.of("high", "low", "volume"),
            List.of(),
            List.of("value"),
            "1",
            "(h − l) / v, 0 without volume",
            "Williams 1995; TA-Lib MARKETFI",
            arguments -> new MarketFacilitation()),
        new IndicatorEntry(
            "percentage_volume_oscillator",
            "Percentage volume oscillator",
            List.of("volume"),
            List.of(bars("fast", 12, 1), bars("slow", 26, 2), kind("kind", 1)),
            List.of("value"),
            "that of the slow average",
            "100 · (fast − slow) / slow, averages of v; 0 where the slow one is below 1e-14",
            "TA-Lib PVO",
            arguments ->
                new PercentageVolumeOscillator(
                    (int) arguments[0], (int) arguments[1], (int) arguments[2])),
        new IndicatorEntry(
            "relative_volume",
            "Relative volume",
            List.of("volume"),
            List.of(window(20, 1)),
            List.of("value"),
            "window + 1",
            "v / mean v of the n bars before; 0 where those had none",
            "TA-Lib RVOL",
            arguments -> new RelativeVolume((int) arguments[0])));
  }
}
