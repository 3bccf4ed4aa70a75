package quorate.features.indicator.pattern;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import quorate.features.indicator.Indicator;

/// One pattern: what it is called, what it looks like, and how it is made.
///
/// @param name as expressions call it
/// @param title as a person calls it
/// @param source TA-Lib's function
/// @param meaning what the candles look like, and which way the pattern points
/// @param measures the words about candles that it uses
/// @param penetration how deep a candle must reach into the first body unless told otherwise, as a
///   share of that body; NaN for a pattern without
/// @param warmUp bars until it is ready, as a formula of its windows
/// @param maker makes it
public record PatternDefinition(
    String name,
    String title,
    String source,
    String meaning,
    List<CandleMeasure> measures,
    double penetration,
    String warmUp,
    Maker maker) {
  /// Makes the indicator of a pattern.
  public interface Maker {
    Indicator make(CandleSettings settings, double penetration);
  }

  public PatternDefinition {
    measures = List.copyOf(measures);
  }

  static PatternDefinition pattern(
      String name,
      String title,
      String source,
      String meaning,
      List<CandleMeasure> measures,
      Colours colours,
      Rule rule) {
    return patient(name, title, source, meaning, measures, colours, 0, rule);
  }

  /// One that TA-Lib begins later than it could.
  ///
  /// @param patience by how many bars
  static PatternDefinition patient(
      String name,
      String title,
      String source,
      String meaning,
      List<CandleMeasure> measures,
      Colours colours,
      int patience,
      Rule rule) {
    return new PatternDefinition(
        name,
        title,
        source,
        meaning,
        measures,
        Double.NaN,
        warmUp(measures, rule.candles() + patience),
        (settings, none) ->
            rule.maker()
                .over(
                    new Candles(rule.candles(), measures, settings, rule.measuresAlways()),
                    colours,
                    patience));
  }

  /// One whose last candles must reach so deep into the first body.
  static PatternDefinition penetrating(
      String name,
      String title,
      String source,
      String meaning,
      List<CandleMeasure> measures,
      Colours colours,
      double usual,
      DoubleFunction<Rule> rule) {
    return new PatternDefinition(
        name,
        title,
        source,
        meaning,
        measures,
        usual,
        warmUp(measures, rule.apply(usual).candles()),
        (settings, penetration) -> {
          Rule penetrating = rule.apply(penetration);
          return penetrating
              .maker()
              .over(
                  new Candles(
                      penetrating.candles(), measures, settings, penetrating.measuresAlways()),
                  colours,
                  0);
        });
  }

  /// Whether it asks how deep a candle reaches into the first body.
  public boolean penetrates() {
    return !Double.isNaN(penetration);
  }

  /// A new one that has seen nothing.
  ///
  /// @param penetration as a share of the first body; of no matter to a pattern without
  public Indicator create(CandleSettings settings, double penetration) {
    return maker.make(settings, penetration);
  }

  private static String warmUp(List<CandleMeasure> measures, int bars) {
    if (measures.isEmpty()) {
      return Integer.toString(bars);
    }
    String windows =
        measures.stream().map(CandleMeasure::windowText).collect(Collectors.joining(", "));
    return (measures.size() > 1 ? "max(%s) + %d" : "%s + %d").formatted(windows, bars);
  }
}
