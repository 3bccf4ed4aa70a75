package quorate.market.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quorate.domain.Instrument;
import quorate.market.calendar.SessionCalendar;

/// The instruments that a source has met, numbered in the order in which it met their symbols.
final class Symbols {
  private final SymbolRule rule;
  private final Listings listings;
  private final List<Instrument> met = new ArrayList<>();
  private final List<SessionCalendar> calendars = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int column = -1;
  private int current;
  private byte[] lastText = {};

  Symbols(SymbolRule rule, Listings listings) {
    this.rule = rule;
    this.listings = listings;
  }

  /// Prepares for the rows of one entry.
  ///
  /// @param symbolColumn where each row says its symbol, -1 when the whole entry has one
  /// @throws IllegalArgumentException when the symbol is unknown or the name does not hold one
  void enter(String entry, String file, int symbolColumn) {
    column = symbolColumn;
    lastText = new byte[0];
    current =
        switch (rule.from()) {
          case FIXED -> numberOf(rule.text());
          case NAME -> numberOf(named(entry, file));
          case LEAN -> numberOf(lean(entry.isEmpty() ? file : entry));
          case COLUMN, PANEL, NOTHING -> -1;
        };
  }

  private String named(String entry, String file) {
    Pattern pattern = rule.pattern();
    String symbol = pattern == null ? null : SymbolRule.named(pattern, entry, file);
    if (symbol == null) {
      throw new IllegalArgumentException(
          "name must hold a symbol that matches \"%s\", but does not".formatted(pattern));
    }
    return symbol;
  }

  private String lean(String name) {
    @Nullable String symbol = LeanForm.symbol(name, rule.yearDigits());
    if (symbol == null) {
      throw new IllegalArgumentException(
          "name must be one of LEAN's such as 20131007_es_minute_trade_201312.csv, but was \"%s\""
              .formatted(Excerpt.of(name)));
    }
    return symbol;
  }

  /// The number of the instrument that a row is about.
  ///
  /// @throws IllegalArgumentException when its symbol is unknown
  int of(Fields row) {
    if (column < 0) {
      return current;
    }
    int from = row.starts[column];
    int to = row.ends[column];
    if (!Arrays.equals(lastText, 0, lastText.length, row.bytes, from, to)) {
      current = numberOf(row.text(column).strip());
      lastText = Arrays.copyOfRange(row.bytes, from, to);
    }
    return current;
  }

  /// The number of a vendor's symbol.
  ///
  /// @throws IllegalArgumentException when nobody listed it
  int numberOf(String vendorSymbol) {
    String symbol = rule.renamed(vendorSymbol);
    Integer known = numbers.get(symbol);
    if (known != null) {
      return known;
    }
    Instrument instrument = listed(symbol);
    SessionCalendar calendar = listings.calendars().apply(instrument.calendar());
    int number = met.size();
    met.add(instrument);
    calendars.add(calendar);
    numbers.put(symbol, number);
    return number;
  }

  private Instrument listed(String symbol) {
    try {
      return listings.instruments().apply(symbol);
    } catch (IllegalArgumentException unknown) {
      String shown = Excerpt.of(symbol);
      if (shown.equals(symbol)) {
        throw unknown;
      }
      // What is said of an unknown symbol quotes it whole.
      throw new IllegalArgumentException(
          "instrument must be declared, but \"%s\" is not".formatted(shown), unknown);
    }
  }

  Instrument get(int number) {
    return met.get(number);
  }

  SessionCalendar calendar(int number) {
    return calendars.get(number);
  }

  int count() {
    return met.size();
  }
}
