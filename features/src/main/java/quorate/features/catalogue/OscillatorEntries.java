package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.kind;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.oscillator.ChandeMomentum;
import quorate.features.indicator.oscillator.CommodityChannelIndex;
import quorate.features.indicator.oscillator.Kdj;
import quorate.features.indicator.oscillator.Rsi;
import quorate.features.indicator.oscillator.SmoothedChandeMomentum;
import quorate.features.indicator.oscillator.Stochastic;
import quorate.features.indicator.oscillator.StochasticMomentum;
import quorate.features.indicator.oscillator.StochasticRsi;
import quorate.features.indicator.oscillator.WilliamsR;

/// Where prices stand in their range, and how one-sidedly they move.
final class OscillatorEntries {
  private OscillatorEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
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
            "chande_momentum",
            "Chande momentum oscillator",
            List.of(SERIES),
            List.of(window(14, 1)),
            List.of("value"),
            "window + 1",
            "100 · (Σ rises − Σ falls) / (Σ rises + Σ falls) of n changes; 0 for a flat series",
            "Chande and Kroll 1994; TA-Lib CMOU",
            arguments -> new ChandeMomentum((int) arguments[0])),
        new IndicatorEntry(
            "smoothed_chande_momentum",
            "Chande momentum oscillator, smoothed",
            List.of(SERIES),
            List.of(window(14, 1)),
            List.of("value"),
            "window + 1",
            "100 · (rise − fall) / (rise + fall), both Wilder means of n changes; 0 for a flat series",
            "Chande and Kroll 1994; TA-Lib CMO",
            arguments -> new SmoothedChandeMomentum((int) arguments[0])),
        new IndicatorEntry(
            "stochastic",
            "Stochastic oscillator",
            List.of("high", "low", "close"),
            List.of(
                window(5, 1),
                bars("slowing", 3, 1),
                bars("signal", 3, 1),
                kind("slow_kind"),
                kind("signal_kind")),
            List.of("k", "d", "raw"),
            "window + slowing + signal − 2",
            "raw = 100 · (c − lowest low) / (highest high − lowest low), 0 without a range; k = average of raw; d = average of k; kinds as in moving_average",
            "Lane 1984; TA-Lib STOCH, with slowing 1 STOCHF",
            arguments ->
                new Stochastic(
                    (int) arguments[0],
                    (int) arguments[1],
                    (int) arguments[2],
                    (int) arguments[3],
                    (int) arguments[4])),
        new IndicatorEntry(
            "stochastic_rsi",
            "Stochastic RSI",
            List.of(SERIES),
            List.of(window(14, 1), bars("range", 5, 1), bars("signal", 3, 1), kind("kind")),
            List.of("k", "d"),
            "window + range + signal − 1",
            "k = 100 · (rsi − lowest) / (highest − lowest) of the last values of rsi, 0 without a range; d = average of k; kinds as in moving_average",
            "Chande and Kroll 1994; TA-Lib STOCHRSI",
            arguments ->
                new StochasticRsi(
                    (int) arguments[0],
                    (int) arguments[1],
                    (int) arguments[2],
                    (int) arguments[3])),
        new IndicatorEntry(
            "stochastic_momentum",
            "Stochastic momentum index",
            List.of("high", "low", "close"),
            List.of(window(13, 1), bars("fast", 2, 1), bars("slow", 25, 1), bars("signal", 9, 1)),
            List.of("smi", "signal"),
            "window + fast + slow + signal − 3",
            "100 · EMA fast of EMA slow of (c − middle of the range) / the same of half the range; signal = EMA of smi",
            "Blau 1995; TA-Lib SMI",
            arguments ->
                new StochasticMomentum(
                    (int) arguments[0],
                    (int) arguments[1],
                    (int) arguments[2],
                    (int) arguments[3])),
        new IndicatorEntry(
            "kdj",
            "KDJ",
            List.of("high", "low", "close"),
            List.of(window(9, 1), bars("slowing", 3, 1), bars("signal", 3, 1)),
            List.of("k", "d", "j"),
            "window + slowing + signal − 2",
            "k = Wilder mean of raw, as in stochastic; d = Wilder mean of k; j = 3k − 2d",
            "Lane 1984; TA-Lib KDJ",
            arguments -> new Kdj((int) arguments[0], (int) arguments[1], (int) arguments[2])),
        new IndicatorEntry(
            "williams_r",
            "Williams %R",
            List.of("high", "low", "close"),
            List.of(window(14, 1)),
            List.of("value"),
            "window",
            "−100 · (highest high − c) / (highest high − lowest low), 0 without a range",
            "Williams 1973; TA-Lib WILLR",
            arguments -> new WilliamsR((int) arguments[0])),
        new IndicatorEntry(
            "commodity_channel_index",
            "Commodity channel index",
            List.of("high", "low", "close"),
            List.of(window(14, 2)),
            List.of("value"),
            "window",
            "(p − mean) / (0.015 · mean absolute deviation) over n bars, p = (h + l + c) / 3; 0 when nothing deviates",
            "Lambert 1980; TA-Lib CCI",
            arguments -> new CommodityChannelIndex((int) arguments[0])));
  }
}
