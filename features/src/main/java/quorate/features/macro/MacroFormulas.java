package quorate.features.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.domain.settings.Settings;
import quorate.features.expression.Expression;
import quorate.features.expression.Expression.Call;
import quorate.features.expression.Expression.Literal;
import quorate.features.macro.MacroFormula.Change;
import quorate.features.macro.MacroFormula.Growth;
import quorate.features.macro.MacroFormula.Level;
import quorate.features.macro.MacroFormula.Minus;
import quorate.features.macro.MacroFormula.OfPeriod;
import quorate.features.macro.MacroFormula.Surprise;
import quorate.features.macro.MacroFormula.YearOnYear;

/// Makes formulas of what people write: the name of a feature, of a series in lower case, or a
/// function of them: `change(x, n)`, `growth(x, n)`, `yoy(x)`, `surprise(y, n)`, `minus(a, b)`.
final class MacroFormulas {
  private static final List<String> FUNCTIONS =
      List.of("change", "growth", "yoy", "surprise", "minus");
  private static final int MAX_PERIODS = 1_000;
  private static final int ONE_YEAR_OF_MONTHS = 12;

  private final Set<String> series;

  /// @param series that will come
  MacroFormulas(Set<String> series) {
    this.series = new TreeSet<>(series);
  }

  MacroFormula of(String feature) {
    return of(Expression.parse(feature), feature);
  }

  private MacroFormula of(Expression expression, String feature) {
    if (!(expression instanceof Call call)) {
      throw wrong("a macro feature must be a name or a function", expression.text(), feature);
    }
    if (!call.output().isEmpty()) {
      throw wrong("a macro feature must have no output named", call.text(), feature);
    }
    return switch (call.name()) {
      case "change" -> new Change(seriesOf(call, feature), periods(call, 1, feature));
      case "growth" -> new Growth(seriesOf(call, feature), periods(call, 1, feature));
      case "yoy" -> {
        count(call, 1, 1, feature);
        yield new YearOnYear(seriesOf(call, feature));
      }
      case "surprise" -> {
        int window = periods(call, ONE_YEAR_OF_MONTHS, feature);
        if (!(of(call.arguments().getFirst(), feature) instanceof OfPeriod inner)) {
          throw wrong("a surprise must be of one series", call.text(), feature);
        }
        yield new Surprise(inner, window);
      }
      case "minus" -> {
        count(call, 2, 2, feature);
        yield new Minus(of(call.arguments().get(0), feature), of(call.arguments().get(1), feature));
      }
      default -> named(call, feature);
    };
  }

  private MacroFormula named(Call call, String feature) {
    count(call, 0, 0, feature);
    Optional<MacroEntry> entry = MacroCatalogue.find(call.name());
    return entry.isPresent()
        ? of(Expression.parse(entry.get().formula()), feature)
        : new Level(series(call.name(), feature));
  }

  private String seriesOf(Call call, String feature) {
    count(call, 1, 2, feature);
    if (call.arguments().getFirst() instanceof Call inner
        && inner.arguments().isEmpty()
        && inner.output().isEmpty()) {
      return series(inner.name(), feature);
    }
    throw wrong("%s must be of a series".formatted(call.name()), call.text(), feature);
  }

  private String series(String name, String feature) {
    String id = name.toUpperCase(Locale.ROOT);
    if (series.contains(id)) {
      return id;
    }
    List<String> known = new ArrayList<>(MacroCatalogue.names());
    known.addAll(FUNCTIONS);
    series.forEach(each -> known.add(each.toLowerCase(Locale.ROOT)));
    throw new IllegalArgumentException(
        "a macro feature must be made of series that come in (%s), but \"%s\" does not%s; add its file to the data (macro feature \"%s\")"
            .formatted(String.join(", ", series), id, Settings.nearest(name, known), feature));
  }

  private static int periods(Call call, int otherwise, String feature) {
    count(call, 1, 2, feature);
    if (call.arguments().size() == 1) {
      return otherwise;
    }
    if (call.arguments().get(1) instanceof Literal literal
        && literal.value() == Math.rint(literal.value())
        && literal.value() >= 1
        && literal.value() <= MAX_PERIODS) {
      return (int) literal.value();
    }
    throw wrong(
        "periods must be a whole number from 1 to " + MAX_PERIODS,
        call.arguments().get(1).text(),
        feature);
  }

  private static void count(Call call, int least, int most, String feature) {
    int found = call.arguments().size();
    if (found < least || found > most) {
      throw wrong(
          "%s must have %s"
              .formatted(
                  call.name(),
                  most == 0
                      ? "no arguments"
                      : least == most
                          ? least + (least == 1 ? " argument" : " arguments")
                          : "%d or %d arguments".formatted(least, most)),
          found + " of them",
          feature);
    }
  }

  private static IllegalArgumentException wrong(String rule, String found, String feature) {
    return new IllegalArgumentException(
        "%s, but was %s (macro feature \"%s\")".formatted(rule, found, feature));
  }
}
