package quorate.app.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quorate.domain.settings.Settings;
import quorate.market.instrument.InstrumentCatalogue;

/// Which instrument a file is about, when no column says it.
///
/// @param symbol as a mapping names it
/// @param like the declared instrument it resembles most; empty when it is declared itself
public record SymbolGuess(String symbol, String like) {
  private static final List<String> CURRENCIES =
      List.of("USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD");

  /// The first part of the name that is a declared instrument, or else its first part.
  static SymbolGuess of(String name, InstrumentCatalogue catalogue) {
    String upper = name.toUpperCase(Locale.ROOT);
    String[] parts = upper.split("[^A-Z0-9]+", -1);
    List<String> candidates = new ArrayList<>();
    for (int i = 0; i + 1 < parts.length; i++) {
      candidates.add(parts[i] + "-" + parts[i + 1]);
      candidates.add(parts[i] + parts[i + 1]);
    }
    candidates.addAll(List.of(parts));
    for (String candidate : candidates) {
      if (catalogue.contains(candidate)) {
        return new SymbolGuess(candidate, "");
      }
    }
    for (String part : parts) {
      if (part.matches("[A-Z][A-Z0-9]*")) {
        return named(part, catalogue);
      }
    }
    return named("MINE", catalogue);
  }

  /// A symbol the user has named.
  static SymbolGuess named(String symbol, InstrumentCatalogue catalogue) {
    return new SymbolGuess(symbol, catalogue.contains(symbol) ? "" : likeliest(symbol));
  }

  private static String likeliest(String symbol) {
    boolean pair =
        symbol.length() == 6
            && CURRENCIES.contains(symbol.substring(0, 3))
            && CURRENCIES.contains(symbol.substring(3));
    if (pair) {
      return "EURUSD";
    }
    return symbol.matches(".*-?USD[TC]?|.*-(BTC|ETH|EUR)") ? "BTC-USD" : "SPY";
  }

  /// Whether it can be ingested as it is.
  public boolean isDeclared() {
    return like.isEmpty();
  }

  /// The catalogue with this symbol in it.
  InstrumentCatalogue in(InstrumentCatalogue catalogue) {
    return isDeclared()
        ? catalogue
        : catalogue.with(
            Settings.of(Map.of("instruments", List.of(Map.of("symbol", symbol, "like", like)))));
  }

  /// What a user's `instruments.yaml` must say.
  public String declaration() {
    return "instruments:\n  - {symbol: %s, like: %s}".formatted(symbol, like);
  }
}
