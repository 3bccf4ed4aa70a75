package quorate.app.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.market.source.SourceKind;

/// What a table's columns hold.
///
/// @param kind of its rows
/// @param columns from a mapping's name of a value (`price`, `open`, …) to the column, in order
/// @param symbol the column that names instruments
/// @param isPanel whether the columns' names are symbols and their fields closes
record RoleGuess(
    SourceKind kind, Map<String, Integer> columns, Optional<Integer> symbol, boolean isPanel) {
  private static final Map<String, Set<String>> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("bid", Set.of("bid", "bidpx", "bidprice", "bestbid"));
    WORDS.put("ask", Set.of("ask", "askpx", "askprice", "offer", "bestask"));
    WORDS.put("bid_size", Set.of("bidsize", "bidsz", "bidqty", "bidvolume", "bidquantity"));
    WORDS.put("ask_size", Set.of("asksize", "asksz", "askqty", "askvolume", "askquantity"));
    WORDS.put("open", Set.of("open", "o", "first"));
    WORDS.put("high", Set.of("high", "h", "max"));
    WORDS.put("low", Set.of("low", "l", "min"));
    WORDS.put("close", Set.of("close", "c", "last", "settle"));
    WORDS.put("price", Set.of("price", "px", "last", "tradeprice", "rate"));
    WORDS.put(
        "quantity",
        Set.of("quantity", "qty", "size", "sz", "amount", "volume", "vol", "lots", "contracts"));
    WORDS.put("volume", Set.of("volume", "vol", "v", "qty", "quantity", "tickvolume", "size"));
    WORDS.put("id", Set.of("id", "tradeid", "tid"));
    WORDS.put("symbol", Set.of("symbol", "ticker", "instrument", "stock", "pair", "contract"));
  }

  RoleGuess {
    columns = Map.copyOf(columns);
  }

  static Optional<RoleGuess> of(SampleTable table, TimeGuess time) {
    List<Integer> others = others(table, time);
    return table.hasNames() ? byName(table, time, others) : byPlace(table, others);
  }

  /// The columns that do not say when.
  private static List<Integer> others(SampleTable table, TimeGuess time) {
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < table.names().size(); i++) {
      if (!time.columns().contains(i)) {
        others.add(i);
      }
    }
    return others;
  }

  private static Map<String, Integer> called(SampleTable table, List<Integer> others) {
    Map<String, Integer> found = new LinkedHashMap<>();
    WORDS.forEach((value, words) ->
        others.stream()
            .filter(i -> words.contains(TimeGuess.folded(table.names().get(i))))
            .filter(i -> value.equals("symbol") || value.equals("id") || table.isNumeric(i))
            .findFirst()
            .ifPresent(i -> found.put(value, i)));
    return found;
  }

  private static List<String> partsOfBars(Map<String, Integer> found) {
    return values(SourceKind.BARS).stream().filter(found::containsKey).toList();
  }

  /// Why a table means nothing to us: the value that bars lack, and the columns that could be it.
  static String lack(SampleTable table, TimeGuess time) {
    Map<String, Integer> found =
        table.hasNames() ? called(table, others(table, time)) : Map.<String, Integer>of();
    List<String> parts = partsOfBars(found);
    if (parts.size() < 2) {
      return "the columns are not those of trades, quotes or bars";
    }
    String missing = found.containsKey("close") ? "open" : "close";
    List<String> candidates =
        others(table, time).stream()
            .filter(i -> !found.containsValue(i) && table.isNumeric(i))
            .map(i -> '"' + table.names().get(i) + '"')
            .toList();
    return "bars need a column for %s, but there are only those for %s%s"
        .formatted(
            missing,
            String.join(", ", parts),
            candidates.isEmpty() ? "" : "; it could be " + String.join(" or ", candidates));
  }

  private static Optional<RoleGuess> byName(
      SampleTable table, TimeGuess time, List<Integer> others) {
    Map<String, Integer> found = called(table, others);
    Optional<Integer> symbol = Optional.ofNullable(found.get("symbol"));
    if (found.containsKey("bid") && found.containsKey("ask")) {
      return Optional.of(role(SourceKind.QUOTES, found, symbol));
    }
    if (found.containsKey("open") && found.containsKey("close")) {
      return Optional.of(role(SourceKind.BARS, found, symbol));
    }
    if (found.containsKey("price") && found.containsKey("quantity")) {
      return Optional.of(role(SourceKind.TRADES, found, symbol));
    }
    Integer close = found.getOrDefault("close", found.get("price"));
    if (close != null) {
      found.put("close", close);
      return Optional.of(role(SourceKind.BARS, found, symbol));
    }
    List<Integer> numbers = others.stream().filter(table::isNumeric).toList();
    return numbers.isEmpty() || partsOfBars(found).size() > 1 || time.step().toMinutes() < 1
        ? Optional.empty()
        : Optional.of(new RoleGuess(SourceKind.BARS, Map.of(), Optional.empty(), true));
  }

  private static RoleGuess role(
      SourceKind kind, Map<String, Integer> found, Optional<Integer> symbol) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (String value : values(kind)) {
      if (found.containsKey(value)) {
        columns.put(value, found.get(value));
      }
    }
    return new RoleGuess(kind, columns, symbol, false);
  }

  /// The values of a row, in the order in which vendors write them.
  static List<String> values(SourceKind kind) {
    return switch (kind) {
      case TRADES -> List.of("price", "quantity", "id");
      case QUOTES -> List.of("bid", "ask", "bid_size", "ask_size");
      case BARS -> List.of("open", "high", "low", "close", "volume");
      case OPEN_INTEREST, TABLE -> List.of();
    };
  }

  /// Without names the places of most vendors: open, high, low, close and volume, or price and
  /// size, or two prices that are nearly equal.
  private static Optional<RoleGuess> byPlace(SampleTable table, List<Integer> others) {
    List<Integer> numbers = others.stream().filter(table::isNumeric).toList();
    Optional<Integer> symbol = others.stream().filter(i -> !numbers.contains(i)).findFirst();
    SourceKind kind;
    if (numbers.size() >= 4 && areBars(table, numbers)) {
      kind = SourceKind.BARS;
    } else if (numbers.size() >= 2 && areNear(table, numbers)) {
      kind = SourceKind.QUOTES;
    } else if (numbers.size() >= 2) {
      kind = SourceKind.TRADES;
    } else {
      return Optional.empty();
    }
    Map<String, Integer> found = new LinkedHashMap<>();
    List<String> values = values(kind);
    int places = kind == SourceKind.BARS ? values.size() : 2;
    for (int i = 0; i < Math.min(places, numbers.size()); i++) {
      found.put(values.get(i), numbers.get(i));
    }
    return Optional.of(role(kind, found, symbol));
  }

  private static boolean areBars(SampleTable table, List<Integer> at) {
    long fit = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      double open = table.number(row, at.get(0));
      double high = table.number(row, at.get(1));
      double low = table.number(row, at.get(2));
      double close = table.number(row, at.get(3));
      fit += high >= Math.max(open, close) && low <= Math.min(open, close) ? 1 : 0;
    }
    return fit >= 0.9 * table.rows().size();
  }

  private static boolean areNear(SampleTable table, List<Integer> at) {
    long fit = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      double bid = table.number(row, at.get(0));
      double ask = table.number(row, at.get(1));
      fit += bid <= ask && ask < bid * 1.05 ? 1 : 0;
    }
    return fit >= 0.9 * table.rows().size();
  }
}
