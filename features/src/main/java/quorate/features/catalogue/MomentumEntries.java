package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.kind;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import java.util.stream.Stream;
import quorate.features.indicator.LogReturn;
import quorate.features.indicator.momentum.AcceleratorOscillator;
import quorate.features.indicator.momentum.AwesomeOscillator;
import quorate.features.indicator.momentum.Coppock;
import quorate.features.indicator.momentum.DetrendedPrice;
import quorate.features.indicator.momentum.ForecastOscillator;
import quorate.features.indicator.momentum.Macd;
import quorate.features.indicator.momentum.MacdExtended;
import quorate.features.indicator.momentum.Momentum;
import quorate.features.indicator.momentum.PriceOscillator;
import quorate.features.indicator.momentum.RateOfChange;
import quorate.features.indicator.momentum.Trix;
import quorate.features.indicator.momentum.TrueStrength;

/// How fast prices move.
final class MomentumEntries {
  private MomentumEntries() {}

  static List<IndicatorEntry> all() {
    return Stream.of(changes(), OscillatorEntries.all(), TrendEntries.all(), PressureEntries.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<IndicatorEntry> changes() {
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
            "momentum",
            "Momentum: the change over some bars",
            List.of(SERIES),
            List.of(window(10, 1)),
            List.of("value"),
            "window + 1",
            "x − x n bars ago",
            "TA-Lib MOM",
            arguments -> new Momentum((int) arguments[0])),
        new IndicatorEntry(
            "rate_of_change",
            "Rate of change",
            List.of(SERIES),
            List.of(window(10, 1)),
            List.of("percent", "fraction", "ratio", "ratio_percent"),
            "window + 1",
            "with p = x n bars ago: percent = 100 · (x − p) / p; fraction = (x − p) / p; ratio = x / p; ratio_percent = 100 · x / p; all 0 where p is 0",
            "TA-Lib ROC, ROCP, ROCR, ROCR100",
            arguments -> new RateOfChange((int) arguments[0])),
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
            "macd_fixed",
            "Moving average convergence divergence, 12 and 26 bars",
            List.of(SERIES),
            List.of(bars("signal", 9, 1)),
            List.of("macd", "signal", "histogram"),
            "25 + signal",
            "as macd(12, 26, signal), with 0.15 for 2 / 13 and 0.075 for 2 / 27",
            "Appel 2005; TA-Lib MACDFIX",
            arguments -> Macd.fixed((int) arguments[0])),
        new IndicatorEntry(
            "macd_extended",
            "Moving average convergence divergence of any kinds of average",
            List.of(SERIES),
            List.of(
                bars("fast", 12, 1),
                bars("slow", 26, 2),
                bars("signal", 9, 1),
                kind("fast_kind"),
                kind("slow_kind"),
                kind("signal_kind")),
            List.of("macd", "signal", "histogram"),
            "longer of the two averages + signal − 1",
            "macd = fast average − slow average, ready at the same bar; signal = average of macd; histogram = macd − signal; kinds as in moving_average",
            "Appel 2005; TA-Lib MACDEXT",
            arguments ->
                new MacdExtended(
                    (int) arguments[0],
                    (int) arguments[1],
                    (int) arguments[2],
                    (int) arguments[3],
                    (int) arguments[4],
                    (int) arguments[5])),
        new IndicatorEntry(
            "price_oscillator",
            "Price oscillator",
            List.of(SERIES),
            List.of(bars("fast", 12, 1), bars("slow", 26, 2), kind("kind", 1)),
            List.of("absolute", "percentage"),
            "slow, or what its kind of average takes",
            "absolute = fast average − slow average; percentage = 100 · absolute / slow average, 0 where that is 0; kinds as in moving_average",
            "Appel 2005; TA-Lib APO, PPO",
            arguments ->
                new PriceOscillator((int) arguments[0], (int) arguments[1], (int) arguments[2])),
        new IndicatorEntry(
            "awesome_oscillator",
            "Awesome oscillator",
            List.of("high", "low"),
            List.of(bars("fast", 5, 1), bars("slow", 34, 2)),
            List.of("value"),
            "slow",
            "SMA fast − SMA slow of (h + l) / 2",
            "Williams 1998; TA-Lib AO",
            arguments -> new AwesomeOscillator((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "accelerator_oscillator",
            "Accelerator oscillator",
            List.of("high", "low"),
            List.of(bars("fast", 5, 1), bars("slow", 34, 2), bars("signal", 5, 1)),
            List.of("value"),
            "slow + signal − 1",
            "awesome_oscillator − its SMA",
            "Williams 1998; TA-Lib AC",
            arguments ->
                new AcceleratorOscillator(
                    (int) arguments[0], (int) arguments[1], (int) arguments[2])),
        new IndicatorEntry(
            "coppock",
            "Coppock curve",
            List.of(SERIES),
            List.of(window(10, 1), bars("first", 11, 1), bars("second", 14, 1)),
            List.of("value"),
            "longer of first and second + window",
            "WMA of the sum of two rates of change, in percent",
            "Coppock 1962; TA-Lib COPPOCK",
            arguments -> new Coppock((int) arguments[0], (int) arguments[1], (int) arguments[2])),
        new IndicatorEntry(
            "trix",
            "TRIX",
            List.of(SERIES),
            List.of(window(30, 1)),
            List.of("value"),
            "3 · window − 1",
            "one-bar rate of change of EMA of EMA of EMA, in percent",
            "Hutson 1983; TA-Lib TRIX",
            arguments -> new Trix((int) arguments[0])),
        new IndicatorEntry(
            "true_strength",
            "True strength index",
            List.of(SERIES),
            List.of(bars("first", 25, 1), bars("second", 13, 1)),
            List.of("value"),
            "first + second",
            "100 · EMA of EMA of changes / EMA of EMA of |changes|; 0 when nothing moves",
            "Blau 1995; TA-Lib TSI",
            arguments -> new TrueStrength((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "detrended_price",
            "Detrended price oscillator",
            List.of(SERIES),
            List.of(window(20, 2)),
            List.of("value"),
            "window, at least 3",
            "x ⌊n / 2⌋ + 1 bars ago − SMA up to now; it speaks of that earlier bar, and is known only now",
            "Blau 1995; TA-Lib DPO",
            arguments -> new DetrendedPrice((int) arguments[0])),
        new IndicatorEntry(
            "forecast_oscillator",
            "Forecast oscillator",
            List.of(SERIES),
            List.of(window(5, 2)),
            List.of("value"),
            "window + 1",
            "100 · (x − forecast) / x, forecast by the least-squares line through the n values before",
            "Chande and Kroll 1994; TA-Lib FOSC",
            arguments -> new ForecastOscillator((int) arguments[0])));
  }
}
