package quorate.market.source;

import java.time.DateTimeException;

/// Reads a date and time digit by digit. Small and short-lived, so that the compiler keeps it off
/// the heap.
final class Digits {
  private static final long SECOND_NS = 1_000_000_000L;

  private final byte[] bytes;
  private final int to;
  private int at;

  Digits(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  boolean atEnd() {
    return at == to;
  }

  /// A number of exactly `width` digits.
  int exactly(int width) {
    if (at + width > to) {
      throw shape();
    }
    int value = 0;
    for (int end = at + width; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        throw shape();
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// A number of one or two digits.
  int oneOrTwo() {
    return at + 1 < to && bytes[at + 1] >= '0' && bytes[at + 1] <= '9' ? exactly(2) : exactly(1);
  }

  /// One character and a number behind it.
  int after(char separator, int width) {
    skip(separator);
    return exactly(width);
  }

  void skip(char expected) {
    if (at >= to || bytes[at] != expected) {
      throw shape();
    }
    at++;
  }

  void skipOneOf(char one, char other) {
    if (at >= to || (bytes[at] != one && bytes[at] != other)) {
      throw shape();
    }
    at++;
  }

  int optionalSecond() {
    return at < to && bytes[at] == ':' ? after(':', 2) : 0;
  }

  /// A point and up to nine digits, as nanoseconds; 0 without one.
  long optionalFraction() {
    if (at >= to || bytes[at] != '.') {
      return 0;
    }
    at++;
    return fraction(9);
  }

  /// From one to `most` digits of a second, as nanoseconds.
  long fraction(int most) {
    long value = 0;
    int digits = 0;
    while (at < to && digits < most && bytes[at] >= '0' && bytes[at] <= '9') {
      value = value * 10 + bytes[at++] - '0';
      digits++;
    }
    if (digits == 0) {
      throw shape();
    }
    for (; digits < 9; digits++) {
      value *= 10;
    }
    return value;
  }

  /// `Z`, `+01:00`, `+0100` or `+01`, to the end of the text.
  int offsetSeconds() {
    if (bytes[at] == 'Z' && at + 1 == to) {
      return 0;
    }
    int sign = bytes[at] == '-' ? -1 : 1;
    skipOneOf('+', '-');
    int hours = exactly(2);
    if (at < to && bytes[at] == ':') {
      at++;
    }
    int minutes = at < to ? exactly(2) : 0;
    if (!atEnd() || hours > 18 || minutes > 59) {
      throw shape();
    }
    return sign * (hours * 3600 + minutes * 60);
  }

  static DateTimeException shape() {
    return new DateTimeException("time must be written as declared in time.form");
  }

  /// Days since 1970 of a date that exists.
  static long epochDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) {
      throw new DateTimeException(
          "date must exist, but %04d-%02d-%02d does not".formatted(year, month, day));
    }
    // Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last.
    int shifted = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(shifted, 400);
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  private static int lengthOf(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  static long nanoOfDay(int hour, int minute, int second) {
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException(
          "time of day must exist, but %02d:%02d:%02d does not".formatted(hour, minute, second));
    }
    return (hour * 3600L + minute * 60L + second) * SECOND_NS;
  }
}
