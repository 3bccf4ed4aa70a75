package quorate.features.catalogue;

import java.util.ArrayList;
import java.util.List;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.pattern.CandleMeasure;
import quorate.features.indicator.pattern.CandleSetting;
import quorate.features.indicator.pattern.CandleSettings;
import quorate.features.indicator.pattern.PatternDefinition;
import quorate.features.indicator.pattern.Patterns;

/// The 61 candlestick patterns, each with its penetration, where it has one, and the window and
/// factor of every measure it uses.
final class PatternEntries {
  private static final double MAX_PENETRATION = 100;
  private static final double MAX_FACTOR = 1000;

  private PatternEntries() {}

  static List<IndicatorEntry> all() {
    return Patterns.all().stream().map(PatternEntries::entry).toList();
  }

  private static IndicatorEntry entry(PatternDefinition pattern) {
    return new IndicatorEntry(
        pattern.name(),
        pattern.title(),
        List.of("open", "high", "low", "close"),
        parameters(pattern),
        List.of("value"),
        pattern.warmUp(),
        pattern.meaning(),
        pattern.source(),
        arguments -> create(pattern, arguments));
  }

  private static List<Parameter> parameters(PatternDefinition pattern) {
    List<Parameter> parameters = new ArrayList<>();
    if (pattern.penetrates()) {
      parameters.add(
          new Parameter("penetration", "", pattern.penetration(), 0, MAX_PENETRATION, false));
    }
    for (CandleMeasure measure : pattern.measures()) {
      CandleSetting usual = measure.usual();
      parameters.add(
          new Parameter(measure.windowText(), "bar", usual.window(), 0, Windows.MAX, true));
      parameters.add(
          new Parameter(measure.text() + "_factor", "", usual.factor(), 0, MAX_FACTOR, false));
    }
    return parameters;
  }

  private static Indicator create(PatternDefinition pattern, double[] arguments) {
    int place = pattern.penetrates() ? 1 : 0;
    CandleSettings settings = CandleSettings.defaults();
    for (CandleMeasure measure : pattern.measures()) {
      int window = (int) arguments[place++];
      double factor = arguments[place++];
      settings = settings.with(measure, new CandleSetting(measure.usual().range(), window, factor));
    }
    return pattern.create(settings, pattern.penetrates() ? arguments[0] : Double.NaN);
  }
}
