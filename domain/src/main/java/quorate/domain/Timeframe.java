package quorate.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rule by which trades become bars: a span of time, or an amount of trading.
///
/// Written as `30s`, `5m`, `1h`, `1d` for time, `500t` for ticks (trades), `1000v` for volume and
/// `5000000$` for value in whole currency units.
///
/// @param kind what is counted
/// @param size how much of it fills a bar: nanoseconds (whole seconds, at most a day), trades,
///   whole units, or whole currency units
public record Timeframe(Kind kind, long size) {
  /// What fills a bar.
  public enum Kind {
    TIME,
    TICKS,
    VOLUME,
    DOLLARS
  }

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,11})(s|m|h|d|t|v|\\$)");
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long MINUTE_NS = 60 * SECOND_NS;
  private static final long HOUR_NS = 60 * MINUTE_NS;
  private static final long DAY_NS = 24 * HOUR_NS;

  public Timeframe {
    if (size <= 0) {
      throw new IllegalArgumentException("timeframe must be positive, but was " + size);
    }
    if (kind == Kind.TIME && size % SECOND_NS != 0) {
      throw new IllegalArgumentException(
          "timeframe must be whole seconds, but was " + size + " ns");
    }
    if (kind == Kind.TIME && size > DAY_NS) {
      throw longerThanASession(timeText(size));
    }
  }

  public static Timeframe ofMinutes(int minutes) {
    return new Timeframe(Kind.TIME, minutes * MINUTE_NS);
  }

  /// Reads `5m`, `1h`, `500t`, `1000v` or `5000000$`.
  ///
  /// @throws IllegalArgumentException when the text has another form
  public static Timeframe parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "timeframe must be a number and one of s, m, h, d, t (trades), v (volume), $ (value),"
              + " such as 5m, but was \""
              + text
              + "\"");
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "s" -> ofTime(number, SECOND_NS, text);
      case "m" -> ofTime(number, MINUTE_NS, text);
      case "h" -> ofTime(number, HOUR_NS, text);
      case "d" -> ofTime(number, DAY_NS, text);
      case "t" -> new Timeframe(Kind.TICKS, number);
      case "v" -> new Timeframe(Kind.VOLUME, number);
      default -> new Timeframe(Kind.DOLLARS, number);
    };
  }

  private static Timeframe ofTime(long number, long unitNs, String text) {
    if (number > DAY_NS / unitNs) {
      throw longerThanASession(text);
    }
    return new Timeframe(Kind.TIME, number * unitNs);
  }

  private static IllegalArgumentException longerThanASession(String found) {
    return new IllegalArgumentException(
        "timeframe must be at most one session (1d), but was " + found);
  }

  public boolean isTime() {
    return kind == Kind.TIME;
  }

  /// Length in nanoseconds.
  ///
  /// @throws IllegalStateException when bars of this timeframe have no fixed length
  public long durationNs() {
    if (kind != Kind.TIME) {
      throw new IllegalStateException("bars of " + this + " have no fixed length in time");
    }
    return size;
  }

  /// Whether bars of this timeframe can be put together into whole bars of another: both are spans
  /// of time, and the other is one or more times this.
  public boolean divides(Timeframe longer) {
    return kind == Kind.TIME && longer.kind == Kind.TIME && longer.size % size == 0;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case TIME -> timeText(size);
      case TICKS -> size + "t";
      case VOLUME -> size + "v";
      case DOLLARS -> size + "$";
    };
  }

  private static String timeText(long size) {
    if (size % DAY_NS == 0) {
      return size / DAY_NS + "d";
    }
    if (size % HOUR_NS == 0) {
      return size / HOUR_NS + "h";
    }
    return size % MINUTE_NS == 0 ? size / MINUTE_NS + "m" : size / SECOND_NS + "s";
  }
}
