package quorate.research.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// How numbers are written for people, the same in every locale: a true minus, narrow spaces before
/// units, a dash for what is absent.
public final class Figures {
  /// What stands for a value that does not exist.
  public static final String ABSENT = "–";

  private static final char MINUS = '−';
  private static final char NARROW = '\u202F';
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Figures() {}

  public static String orAbsent(OptionalDouble value, DoubleFunction<String> written) {
    return value.isPresent() ? written.apply(value.getAsDouble()) : ABSENT;
  }

  /// 0.1234 as `12.3 %`; three significant places below 1 %.
  public static String percent(double fraction) {
    double percent = fraction * 100;
    double size = Math.abs(percent);
    int places = size >= 1000 ? 0 : size >= 0.995 || size == 0 ? 1 : size >= 0.0995 ? 2 : 3;
    return number(percent, places) + NARROW + "%";
  }

  /// The same with a plus in front of a gain.
  public static String signedPercent(double fraction) {
    return plus(fraction, percent(fraction));
  }

  public static String ratio(double value) {
    double size = Math.abs(value);
    return number(value, size >= 1000 ? 0 : size >= 100 ? 1 : 2);
  }

  /// A profit counted in risks: `+1.57 R`.
  public static String multipleOfRisk(double value) {
    return plus(value, ratio(value)) + NARROW + "R";
  }

  public static String count(double value) {
    return number(value, 0);
  }

  /// Money with cents below 100,000 and without above.
  public static String money(double amount) {
    return number(amount, Math.abs(amount) >= 100_000 ? 0 : 2);
  }

  public static String signedMoney(double amount) {
    return plus(amount, money(amount));
  }

  /// A number with this many places, thousands apart; never a negative zero.
  public static String number(double value, int places) {
    String text = String.format(Locale.ROOT, "%,." + places + "f", Math.abs(value));
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value < 0 && !zero ? MINUS + text : text;
  }

  /// A quantity or price with at most this many places and no idle zeros.
  public static String trimmed(double value, int places) {
    String text = number(value, places);
    if (text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /// Seconds in the largest unit that fits: `42 s`, `12 min`, `3.5 h`, `4.2 days`.
  public static String span(double seconds) {
    if (seconds < 100) {
      return number(seconds, 0) + NARROW + "s";
    }
    if (seconds < 100 * 60) {
      return number(seconds / 60, 0) + NARROW + "min";
    }
    if (seconds < 48 * 3600) {
      return number(seconds / 3600, 1) + NARROW + "h";
    }
    return number(seconds / 86_400, 1) + NARROW + "days";
  }

  /// Years of trading: `8 months`, `3.4 years`.
  public static String years(double years) {
    if (years < 1.0 / 12) {
      return "under a month";
    }
    if (years < 2) {
      long months = Math.round(years * 12);
      return months + (months == 1 ? NARROW + "month" : NARROW + "months");
    }
    return number(years, years < 100 ? 1 : 0) + NARROW + "years";
  }

  public static String date(long timeNs, ZoneId zone) {
    return DATE.format(instant(timeNs).atZone(zone));
  }

  public static String minute(long timeNs, ZoneId zone) {
    return MINUTE.format(instant(timeNs).atZone(zone));
  }

  /// The name of a zone as people know it.
  public static String zone(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  static Instant instant(long timeNs) {
    return Instant.ofEpochSecond(
        Math.floorDiv(timeNs, 1_000_000_000L), Math.floorMod(timeNs, 1_000_000_000L));
  }

  private static String plus(double value, String text) {
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value > 0 && !zero ? "+" + text : text;
  }
}
