package quorate.market.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quorate.domain.settings.Settings;

/// Where the symbol of a row is written.
///
/// @param from which of the others holds
/// @param text the symbol, or the column's name or index; empty for the others
/// @param pattern with one group, searched in the entry's name and, without a match, in the file's
/// @param panel the columns that are symbols, empty for every column but the time
/// @param rename from a vendor's symbol to ours; others stay as they are
/// @param yearDigits of the contract codes made from LEAN's expiries, 1 or 2
record SymbolRule(
    From from,
    String text,
    @Nullable Pattern pattern,
    List<String> panel,
    Map<String, String> rename,
    int yearDigits) {
  /// What says which instrument a row is about.
  enum From {
    FIXED,
    COLUMN,
    NAME,
    PANEL,
    /// The root and expiry in the name of a LEAN entry.
    LEAN,
    /// Nothing: the rows are about no instrument.
    NOTHING
  }

  SymbolRule {
    panel = List.copyOf(panel);
    rename = Map.copyOf(rename);
  }

  /// @param otherwise what holds when nothing is declared; FIXED when something must be
  static SymbolRule read(Settings section, From otherwise, int yearDigits) {
    String symbol = section.text("symbol", "");
    String column = section.text("column", "");
    String name = section.text("name", "");
    List<String> panel = section.texts("panel");
    Map<String, String> rename = new LinkedHashMap<>();
    Settings renames = section.section("rename");
    for (String key : List.copyOf(renames.keys())) {
      rename.put(key, renames.text(key));
    }
    int given =
        (symbol.isEmpty() ? 0 : 1)
            + (column.isEmpty() ? 0 : 1)
            + (name.isEmpty() ? 0 : 1)
            + (panel.isEmpty() ? 0 : 1);
    if (given > 1 || (given == 0 && otherwise == From.FIXED)) {
      throw section.broken(
          "symbol", "the only one given of symbol, column, name and panel", given + " of them");
    }
    if (!symbol.isEmpty()) {
      return new SymbolRule(From.FIXED, symbol, null, List.of(), rename, yearDigits);
    }
    if (!column.isEmpty()) {
      return new SymbolRule(From.COLUMN, column, null, List.of(), rename, yearDigits);
    }
    if (!name.isEmpty()) {
      return new SymbolRule(
          From.NAME, "", grouped(section, "name", name), List.of(), rename, yearDigits);
    }
    if (!panel.isEmpty()) {
      List<String> columns = panel.equals(List.of("all")) ? List.of() : panel;
      return new SymbolRule(From.PANEL, "", null, columns, rename, yearDigits);
    }
    return new SymbolRule(otherwise, "", null, List.of(), rename, yearDigits);
  }

  /// A regular expression with a group to take.
  static Pattern grouped(Settings section, String key, String text) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(text);
    } catch (IllegalArgumentException e) {
      throw section.broken(key, "a regular expression", text);
    }
    if (pattern.matcher("").groupCount() < 1) {
      throw section.broken(key, "a regular expression with a group in parentheses", text);
    }
    return pattern;
  }

  /// What the pattern's group says of an entry, or else of its file; null when it matches neither.
  static @Nullable String named(Pattern pattern, String entry, String file) {
    Matcher inEntry = pattern.matcher(entry);
    if (inEntry.find()) {
      return inEntry.group(1);
    }
    Matcher inFile = pattern.matcher(file);
    return inFile.find() ? inFile.group(1) : null;
  }

  String renamed(String symbol) {
    return rename.getOrDefault(symbol, symbol);
  }
}
