package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.channel.Bollinger;
import quorate.features.indicator.channel.Donchian;

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
            "TA-Lib MAX, MIN",
            arguments -> new Donchian((int) arguments[0])));
  }
}
