package quorate.features.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quorate.domain.settings.Settings;
import quorate.features.expression.Expression;
import quorate.features.indicator.Indicator;

/// Every indicator by name.
public final class IndicatorCatalogue {
  private static final Map<String, IndicatorEntry> ENTRIES = entries();

  private IndicatorCatalogue() {}

  private static Map<String, IndicatorEntry> entries() {
    Map<String, IndicatorEntry> byName = new LinkedHashMap<>();
    for (IndicatorGroup group : IndicatorGroup.values()) {
      for (IndicatorEntry entry : group.entries()) {
        if (byName.put(entry.name(), entry) != null) {
          throw new IllegalStateException("two indicators are called \"" + entry.name() + "\"");
        }
      }
    }
    return byName;
  }

  /// All entries, group by group.
  public static List<IndicatorEntry> all() {
    return List.copyOf(ENTRIES.values());
  }

  public static Set<String> names() {
    return ENTRIES.keySet();
  }

  /// The entry of this name, null when there is none.
  public static @Nullable IndicatorEntry find(String name) {
    return ENTRIES.get(name);
  }

  /// A new indicator that follows the bars, as `rsi(14)` or `macd(12, 26, 9)` says.
  ///
  /// @throws IllegalArgumentException saying what is wrong with the expression
  public static Indicator create(String expression) {
    if (!(Expression.parse(expression) instanceof Expression.Call call)) {
      throw new IllegalArgumentException(
          "an indicator must be a name such as rsi(14), but was \"" + expression + "\"");
    }
    IndicatorEntry entry = find(call.name());
    if (entry == null) {
      throw unknown(call.name(), names(), expression);
    }
    if (!call.output().isEmpty()) {
      throw new IllegalArgumentException(
          "an indicator has all its outputs, but one was named, \"%s\" (feature \"%s\")"
              .formatted(call.output(), expression));
    }
    return entry.create(entry.numbers(call.arguments(), expression));
  }

  /// The error for a name that nobody knows.
  ///
  /// @param names that would have been known
  /// @param feature the expression it stands in
  public static IllegalArgumentException unknown(
      String name, Collection<String> names, String feature) {
    return new IllegalArgumentException(
        "unknown feature \"%s\"%s (feature \"%s\"); known are %s"
            .formatted(name, Settings.nearest(name, names), feature, String.join(", ", names)));
  }
}
