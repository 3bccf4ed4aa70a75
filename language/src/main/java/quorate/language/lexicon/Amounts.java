package quorate.language.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Amounts in a sentence: numbers with a unit such as `mn` behind them or a currency before.
final class Amounts {
  private static final Map<String, Double> UNITS =
      Map.of(
          "m",
          1e6,
          "mn",
          1e6,
          "mln",
          1e6,
          "million",
          1e6,
          "bn",
          1e9,
          "billion",
          1e9,
          "thousand",
          1e3);
  private static final Set<String> CURRENCIES =
      Set.of("eur", "usd", "gbp", "sek", "dkk", "nok", "euro", "euros", "rbl", "lvl", "ltl", "eek");

  private Amounts() {}

  /// The first amount, NaN when there is none.
  static double first(List<String> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      double amount = at(tokens, i, to);
      if (!Double.isNaN(amount)) {
        return amount;
      }
    }
    return Double.NaN;
  }

  /// The last amount, NaN when there is none.
  static double last(List<String> tokens, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      double amount = at(tokens, i, to);
      if (!Double.isNaN(amount)) {
        return amount;
      }
    }
    return Double.NaN;
  }

  private static double at(List<String> tokens, int place, int to) {
    String token = tokens.get(place);
    if (!Tokens.isNumber(token) || token.indexOf('.') != token.lastIndexOf('.')) {
      return Double.NaN;
    }
    Double unit = place + 1 < to ? UNITS.get(tokens.get(place + 1)) : null;
    boolean money = place > 0 && CURRENCIES.contains(tokens.get(place - 1));
    if (unit == null && !money) {
      return Double.NaN;
    }
    return Double.parseDouble(token) * (unit == null ? 1 : unit);
  }
}
