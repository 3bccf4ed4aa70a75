package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;

import java.util.List;
import quorate.features.indicator.cycle.DominantCyclePeriod;
import quorate.features.indicator.cycle.DominantCyclePhase;
import quorate.features.indicator.cycle.HilbertPhasor;
import quorate.features.indicator.cycle.HilbertSine;
import quorate.features.indicator.cycle.HilbertTrendMode;

/// How long the market's cycle is, and where in it we are: Ehlers' Hilbert family.
final class CycleEntries {
  private CycleEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "dominant_cycle_period",
            "Dominant cycle period",
            List.of(SERIES),
            List.of(),
            List.of("value"),
            "33",
            "bars in which the smoothed phasor of the series goes round once, 6 to 50",
            "Ehlers 2001; TA-Lib HT_DCPERIOD",
            arguments -> new DominantCyclePeriod()),
        new IndicatorEntry(
            "dominant_cycle_phase",
            "Dominant cycle phase",
            List.of(SERIES),
            List.of(),
            List.of("value"),
            "64",
            "degrees, −45 to 315, of the dominant frequency in the last cycle of smoothed values",
            "Ehlers 2001; TA-Lib HT_DCPHASE",
            arguments -> new DominantCyclePhase()),
        new IndicatorEntry(
            "hilbert_phasor",
            "Phasor of the dominant cycle",
            List.of(SERIES),
            List.of(),
            List.of("in_phase", "quadrature"),
            "33",
            "in_phase = the series freed of its trend by a Hilbert transformer, three values ago;"
                + " quadrature = turned by a quarter cycle by another",
            "Ehlers 2001; TA-Lib HT_PHASOR",
            arguments -> new HilbertPhasor()),
        new IndicatorEntry(
            "hilbert_sine",
            "Sine of the dominant cycle",
            List.of(SERIES),
            List.of(),
            List.of("sine", "lead_sine"),
            "64",
            "sine = sin(phase), lead_sine = sin(phase + 45°)",
            "Ehlers 2001; TA-Lib HT_SINE",
            arguments -> new HilbertSine()),
        new IndicatorEntry(
            "hilbert_trend_mode",
            "Trend or cycle",
            List.of(SERIES),
            List.of(),
            List.of("value"),
            "64",
            "0 for half a period after sine and lead_sine cross and while the phase goes at 0.67 to 1.5"
                + " of the period's pace; else, and 1.5 % or more off the trendline, 1",
            "Ehlers 2001; TA-Lib HT_TRENDMODE",
            arguments -> new HilbertTrendMode()));
  }
}
