package quorate.market.source;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What LEAN's zips say by their layout alone: columns, times and symbols.
///
/// Entries have no header. Tick, second and minute rows carry milliseconds since midnight of the
/// date in the entry's name, hour and daily rows a date with hour and minute; bars are stamped with
/// their start. Quote bars become quotes at the end of the bar with its closing bid and ask: that
/// is what was known then, and the prices inside the bar have no order to replay.
final class LeanForm {
  /// Length of a row's interval.
  enum Resolution {
    TICK("1m", 0),
    SECOND("1s", 1_000_000_000L),
    MINUTE("1m", 60_000_000_000L),
    HOUR("1h", 3_600_000_000_000L),
    DAILY("day", 86_400_000_000_000L);

    /// Span of its bars, as mappings write it.
    final String timeframe;

    /// From a row's stamp until it is known.
    final long lengthNs;

    Resolution(String timeframe, long lengthNs) {
      this.timeframe = timeframe;
      this.lengthNs = lengthNs;
    }

    boolean isOfDay() {
      return this == TICK || this == SECOND || this == MINUTE;
    }
  }

  /// `20131007_es_minute_trade_201312.csv`, `es_quote_201312.csv`, `eurusd.csv`.
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:\\d{8}_)?([a-z0-9]+?)(?:_(?:tick|second|minute|hour|daily))?"
              + "(?:_(?:trade|quote|openinterest))?(?:_(\\d{4})(\\d{2})(?:\\d{2})?)?\\.csv",
          Pattern.CASE_INSENSITIVE);

  /// Month codes of futures, January to December.
  private static final String MONTHS = "FGHJKMNQUVXZ";

  private LeanForm() {}

  static TimeRule time(Resolution resolution) {
    return new TimeRule(
        List.of("0"),
        resolution.isOfDay() ? "ms_of_day" : "yyyyMMdd HH:mm",
        ZoneId.of("UTC"),
        resolution.isOfDay() ? Pattern.compile("^(\\d{8})_") : null,
        "yyyyMMdd",
        TimeRule.Overlap.REFUSE);
  }

  static Map<String, String> columns(SourceKind kind, Resolution resolution) {
    return switch (kind) {
      case TRADES -> Map.of("price", "1", "quantity", "2");
      case QUOTES ->
          resolution == Resolution.TICK
              ? Map.of("bid", "1", "ask", "2", "bid_size", "none", "ask_size", "none")
              : Map.of("bid", "4", "bid_size", "5", "ask", "9", "ask_size", "10");
      case BARS -> Map.of("open", "1", "high", "2", "low", "3", "close", "4", "volume", "5");
      case OPEN_INTEREST -> Map.of("quantity", "1");
      case TABLE -> Map.of();
    };
  }

  /// The symbol an entry is about: `ESZ3` (or `ESZ13`) for a future's expiry of December 2013,
  /// `EURUSD` otherwise; null when the name has another form.
  static @Nullable String symbol(String entry, int yearDigits) {
    Matcher name = ENTRY.matcher(entry);
    if (!name.matches()) {
      return null;
    }
    String root = name.group(1).toUpperCase(Locale.ROOT);
    if (name.group(2) == null) {
      return root;
    }
    int month = Integer.parseInt(name.group(3));
    if (month < 1 || month > 12) {
      return null;
    }
    return root + MONTHS.charAt(month - 1) + name.group(2).substring(4 - yearDigits);
  }
}
