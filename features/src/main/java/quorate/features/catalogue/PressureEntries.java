package quorate.features.catalogue;

import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.pressure.BalanceOfPower;
import quorate.features.indicator.pressure.ElderRay;
import quorate.features.indicator.pressure.IntradayMomentum;
import quorate.features.indicator.pressure.MoneyFlowIndex;
import quorate.features.indicator.pressure.Qstick;
import quorate.features.indicator.pressure.UltimateOscillator;
import quorate.features.indicator.pressure.WilliamsAccumulation;

/// What goes on inside the bars.
final class PressureEntries {
  private PressureEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "balance_of_power",
            "Balance of power",
            List.of("open", "high", "low", "close"),
            List.of(),
            List.of("value"),
            "1",
            "(c − o) / (h − l), 0 without a range",
            "Livshin 2001; TA-Lib BOP",
            arguments -> new BalanceOfPower()),
        new IndicatorEntry(
            "qstick",
            "Qstick",
            List.of("open", "close"),
            List.of(window(10, 1)),
            List.of("value"),
            "window",
            "SMA of c − o",
            "Chande and Kroll 1994; TA-Lib QSTICK",
            arguments -> new Qstick((int) arguments[0])),
        new IndicatorEntry(
            "intraday_momentum",
            "Intraday momentum index",
            List.of("open", "close"),
            List.of(window(14, 2)),
            List.of("value"),
            "window",
            "100 · Σ max(c − o, 0) / Σ |c − o| over n bars; 50 when no bar has a body",
            "Chande and Kroll 1994; TA-Lib IMI",
            arguments -> new IntradayMomentum((int) arguments[0])),
        new IndicatorEntry(
            "elder_ray",
            "Elder ray",
            List.of("high", "low", "close"),
            List.of(window(13, 1)),
            List.of("bull", "bear"),
            "window",
            "bull = h − EMA of closes; bear = l − EMA of closes",
            "Elder 1993; TA-Lib ERI",
            arguments -> new ElderRay((int) arguments[0])),
        new IndicatorEntry(
            "williams_accumulation",
            "Williams accumulation/distribution",
            List.of("high", "low", "close"),
            List.of(),
            List.of("value"),
            "1",
            "Σ (c − min(l, previous c) where c rose, c − max(h, previous c) where it fell) since the first bar; nothing after a gap",
            "Williams 1972; TA-Lib WAD",
            arguments -> new WilliamsAccumulation()),
        new IndicatorEntry(
            "money_flow_index",
            "Money flow index",
            List.of("high", "low", "close", "volume"),
            List.of(window(14, 1)),
            List.of("value"),
            "window + 1",
            "100 · Σ p · v where p rose / Σ p · v where it changed, over n changes, p = (h + l + c) / 3; 0 when nothing flows",
            "Quong and Soudack 1989; TA-Lib MFI",
            arguments -> new MoneyFlowIndex((int) arguments[0])),
        new IndicatorEntry(
            "ultimate_oscillator",
            "Ultimate oscillator",
            List.of("high", "low", "close"),
            List.of(bars("fast", 7, 1), bars("middle", 14, 2), bars("slow", 28, 3)),
            List.of("value"),
            "slow + 1",
            "100 · (4 · fast + 2 · middle + slow) / 7, each Σ (c − min(l, previous c)) / Σ true range",
            "Williams 1985; TA-Lib ULTOSC",
            arguments ->
                new UltimateOscillator(
                    (int) arguments[0], (int) arguments[1], (int) arguments[2])));
  }
}
