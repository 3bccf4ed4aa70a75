package quorate.features.surroundings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quorate.domain.MacroRelease;
import quorate.domain.TextSignal;
import quorate.features.expression.Expression;
import quorate.features.expression.Expression.Call;
import quorate.features.macro.MacroCatalogue;
import quorate.features.text.TextSettings;

/// Everything dated that a run knows besides market events: releases of economic series and signals
/// of texts, as a whole and in the order of time.
///
/// It reaches ahead of whoever looks; a [Lookout] shows of it what is out. Immutable and safe to
/// share: each timeframe of each instrument has a lookout of its own.
public final class Surroundings {
  private static final Surroundings NONE = new Surroundings(null, null);

  private final @Nullable Releases releases;
  private final @Nullable Signals signals;

  private Surroundings(@Nullable Releases releases, @Nullable Signals signals) {
    this.releases = releases;
    this.signals = signals;
  }

  /// @param inOrder of time
  /// @param series that may be named; null while nobody has read them
  record Releases(List<MacroRelease> inOrder, @Nullable Set<String> series) {
    /// The series that a feature may be made of.
    Set<String> seriesFor(String feature) {
      return series == null ? namesIn(Expression.parse(feature), new TreeSet<>()) : series;
    }

    private static Set<String> namesIn(Expression expression, Set<String> names) {
      if (expression instanceof Call call) {
        names.add(call.name().toUpperCase(Locale.ROOT));
        call.arguments().forEach(argument -> namesIn(argument, names));
        MacroCatalogue.find(call.name())
            .ifPresent(entry -> namesIn(Expression.parse(entry.formula()), names));
      }
      return names;
    }
  }

  /// @param bySymbol each in the order of time
  record Signals(Map<String, List<TextSignal>> bySymbol, TextSettings settings) {}

  /// Nothing: `macro(...)` and `text(...)` are refused.
  public static Surroundings none() {
    return NONE;
  }

  /// What will be read later: features can be checked as far as they name what is known beforehand.
  ///
  /// @param macro whether releases will be there
  /// @param texts whether signals will be there
  public static Surroundings promised(boolean macro, boolean texts) {
    return new Surroundings(
        macro ? new Releases(List.of(), null) : null,
        texts ? new Signals(Map.of(), TextSettings.defaults()) : null);
  }

  /// These with releases of economic series.
  ///
  /// @param inOrder of their times
  /// @param series that may be named, whether or not a value is out
  public Surroundings withMacro(List<MacroRelease> inOrder, Set<String> series) {
    return new Surroundings(new Releases(List.copyOf(inOrder), new TreeSet<>(series)), signals);
  }

  /// These with signals of texts.
  ///
  /// @param inOrder of their times, of any symbols
  public Surroundings withTexts(List<TextSignal> inOrder, TextSettings settings) {
    Map<String, List<TextSignal>> bySymbol = new HashMap<>();
    for (TextSignal signal : inOrder) {
      bySymbol.computeIfAbsent(signal.symbol(), symbol -> new ArrayList<>()).add(signal);
    }
    return new Surroundings(releases, new Signals(bySymbol, settings));
  }

  /// A look at them from the beginning on.
  ///
  /// @param symbol of the instrument whose texts are asked for
  public Lookout of(String symbol) {
    return new Lookout(symbol, releases, signals);
  }
}
