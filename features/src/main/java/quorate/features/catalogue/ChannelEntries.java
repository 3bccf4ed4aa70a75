package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.kind;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.channel.Acceleration;
import quorate.features.indicator.channel.AccelerationBands;
import quorate.features.indicator.channel.Bollinger;
import quorate.features.indicator.channel.BollingerExtended;
import quorate.features.indicator.channel.Donchian;
import quorate.features.indicator.channel.Ichimoku;
import quorate.features.indicator.channel.Keltner;
import quorate.features.indicator.channel.ParabolicSar;
import quorate.features.indicator.channel.ParabolicSarExtended;
import quorate.features.indicator.channel.Supertrend;

/// Lines round prices that prices seldom leave.
final class ChannelEntries {
  private ChannelEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "bollinger",
            "Bollinger bands",
            List.of(SERIES),
            List.of(window(20, 2), new Parameter("deviations", "", 2, 0.001, 1000, false)),
            List.of("middle", "upper", "lower", "percent_b", "bandwidth"),
            "window",
            "middle = SMA; upper, lower = middle ± k · population deviation; percent_b = (x − lower)"
                + " / (upper − lower), 0.5 where they meet; bandwidth = (upper − lower) / middle",
            "Bollinger 2001; TA-Lib BBANDS",
            arguments -> new Bollinger((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "donchian",
            "Donchian channel",
            List.of("high", "low"),
            List.of(window(20, 1)),
            List.of("middle", "upper", "lower"),
            "window",
            "upper = highest high, lower = lowest low of n bars, this one included; middle between them",
            "TA-Lib DONCHIAN",
            arguments -> new Donchian((int) arguments[0])),
        new IndicatorEntry(
            "bollinger_extended",
            "Bollinger bands of any kind",
            List.of(SERIES),
            List.of(
                window(20, 2),
                new Parameter("up", "", 2, -1000, 1000, false),
                new Parameter("down", "", 2, -1000, 1000, false),
                kind()),
            List.of("middle", "upper", "lower"),
            "window, or that of the kind if it is longer",
            "middle = moving average of the kind; upper, lower = middle + up, − down · population"
                + " deviation of the last n values",
            "Bollinger 2001; TA-Lib BBANDS",
            arguments ->
                new BollingerExtended(
                    (int) arguments[0], arguments[1], arguments[2], (int) arguments[3])),
        new IndicatorEntry(
            "keltner",
            "Keltner channel",
            List.of("high", "low", "close"),
            List.of(window(20, 2), bars("range", 10, 1), multiplier(2)),
            List.of("middle", "upper", "lower"),
            "max(window, range + 1)",
            "middle = EMA of (high + low + close) / 3; upper, lower = middle ± multiplier · ATR of"
                + " range bars, both begun so that they are ready together",
            "Raschke and Connors 1995; TA-Lib KC",
            arguments -> new Keltner((int) arguments[0], (int) arguments[1], arguments[2])),
        new IndicatorEntry(
            "acceleration_bands",
            "Acceleration bands",
            List.of("high", "low", "close"),
            List.of(window(20, 2)),
            List.of("middle", "upper", "lower"),
            "window",
            "SMA of close, of high · (1 + w) and of low · (1 − w); w = 4 · (high − low) / (high + low)",
            "Headley 2002; TA-Lib ACCBANDS",
            arguments -> new AccelerationBands((int) arguments[0])),
        new IndicatorEntry(
            "parabolic_sar",
            "Parabolic stop and reverse",
            List.of("high", "low"),
            List.of(acceleration("acceleration", 0.02), acceleration("most", 0.2)),
            List.of("value", "side"),
            "2",
            "s += a · (extreme − s), not beyond the last two bars; a grows by acceleration to most with"
                + " each new extreme; touched, it starts at the extreme on the other side",
            "Wilder 1978; TA-Lib SAR",
            arguments -> new ParabolicSar(arguments[0], arguments[1])),
        new IndicatorEntry(
            "parabolic_sar_extended",
            "Parabolic stop and reverse, each side its own",
            List.of("high", "low"),
            List.of(
                new Parameter("start", "", 0, -1e12, 1e12, false),
                new Parameter("offset", "", 0, 0, 1, false),
                acceleration("long_first", 0.02),
                acceleration("long_step", 0.02),
                acceleration("long_most", 0.2),
                acceleration("short_first", 0.02),
                acceleration("short_step", 0.02),
                acceleration("short_most", 0.2)),
            List.of("value", "side", "signed"),
            "2",
            "as parabolic_sar, a beginning at first and growing by step; start > 0 long at start, < 0"
                + " short at −start; offset: share by which a reversal moves the stop away; signed ="
                + " value · side",
            "Wilder 1978; TA-Lib SAREXT",
            arguments ->
                new ParabolicSarExtended(
                    arguments[0],
                    arguments[1],
                    new Acceleration(arguments[2], arguments[3], arguments[4]),
                    new Acceleration(arguments[5], arguments[6], arguments[7]))),
        new IndicatorEntry(
            "supertrend",
            "Supertrend",
            List.of("high", "low", "close"),
            List.of(window(10, 2), multiplier(3)),
            List.of("value", "side"),
            "window + 1",
            "bands (high + low) / 2 ± multiplier · ATR that only move towards prices until a close beyond"
                + " lets them go; the lower while rising, side 1, the upper while falling, −1",
            "Seban; TA-Lib SUPERTREND",
            arguments -> new Supertrend((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "ichimoku",
            "Ichimoku Kinko Hyo",
            List.of("high", "low", "close"),
            List.of(
                bars("tenkan", 9, 1),
                bars("kijun", 26, 1),
                bars("span", 52, 1),
                bars("displacement", 26, 1)),
            List.of("tenkan", "kijun", "senkou_a", "senkou_b", "chikou"),
            "max(tenkan, kijun, span) + displacement",
            "tenkan, kijun = (highest + lowest) / 2; senkou_a = (tenkan + kijun) / 2 and senkou_b ="
                + " (highest + lowest) / 2 of span, both as of displacement bars ago; chikou = close −"
                + " close displacement bars ago",
            "Hosoda 1969; Elliott 2007",
            arguments ->
                new Ichimoku(
                    (int) arguments[0],
                    (int) arguments[1],
                    (int) arguments[2],
                    (int) arguments[3])));
  }

  private static Parameter multiplier(double defaultValue) {
    return new Parameter("multiplier", "", defaultValue, 0, 1000, false);
  }

  private static Parameter acceleration(String name, double defaultValue) {
    return new Parameter(name, "", defaultValue, 0, 1, false);
  }
}
