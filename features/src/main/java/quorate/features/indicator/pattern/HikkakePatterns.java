package quorate.features.indicator.pattern;

import java.util.List;

/// Inside bars whose breakout fails.
final class HikkakePatterns {
  private HikkakePatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        new PatternDefinition(
            "hikkake",
            "Hikkake",
            "TA-Lib CDLHIKKAKE; Chesler 2004",
            "±100 for a bar that breaks out of an inside bar, 100 downwards; ±200 when one of the"
                + " next three closes beyond the inside bar's other end",
            List.of(),
            Double.NaN,
            "6",
            (settings, none) -> new Hikkake(false, settings)),
        new PatternDefinition(
            "modified_hikkake",
            "Modified hikkake",
            "TA-Lib CDLHIKKAKEMOD; Chesler 2004",
            "a hikkake whose inside bar is inside another one, which closes near the end that prices"
                + " then break out of",
            List.of(CandleMeasure.NEAR),
            Double.NaN,
            "max(near_window, 1) + 6",
            (settings, none) -> new Hikkake(true, settings)));
  }
}
