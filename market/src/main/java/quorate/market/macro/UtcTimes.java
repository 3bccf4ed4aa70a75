package quorate.market.macro;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Local days and instants as UTC nanoseconds.
final class UtcTimes {
  private static final long SECOND_NS = 1_000_000_000L;

  private UtcTimes() {}

  /// A local time; one that a change of clocks skips moves forward.
  static long at(LocalDate day, LocalTime time, ZoneId zone) {
    return of(day.atTime(time).atZone(zone).toInstant());
  }

  /// The end of a day, exclusive.
  static long endOf(LocalDate day, ZoneId zone) {
    return of(day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /// The first instant of a day anywhere on earth.
  static long startOf(LocalDate day) {
    return of(day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant());
  }

  static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano());
  }
}
