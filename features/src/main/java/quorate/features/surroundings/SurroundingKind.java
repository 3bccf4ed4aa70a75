package quorate.features.surroundings;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import quorate.features.expression.Expression;
import quorate.features.expression.Expression.Call;

/// Which of the surroundings a feature looks at.
public enum SurroundingKind {
  /// Releases of economic series, by `macro(...)`.
  MACRO,
  /// Signals of texts, by `text(...)`.
  TEXT;

  /// What any of these features looks at, however deep inside.
  ///
  /// @throws IllegalArgumentException when one of them is no expression
  public static Set<SurroundingKind> in(Collection<String> features) {
    Set<SurroundingKind> found = EnumSet.noneOf(SurroundingKind.class);
    for (String feature : features) {
      collect(Expression.parse(feature), found);
    }
    return found;
  }

  private static void collect(Expression expression, Set<SurroundingKind> found) {
    if (expression instanceof Call call) {
      for (SurroundingKind kind : values()) {
        if (call.name().equals(kind.name().toLowerCase(Locale.ROOT))) {
          found.add(kind);
          return;
        }
      }
      call.arguments().forEach(argument -> collect(argument, found));
    }
  }
}
