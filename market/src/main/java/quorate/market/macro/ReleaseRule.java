package quorate.market.macro;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.market.calendar.SessionCalendar;

/// When the values of one series are due.
///
/// @param period what the date of a row stands for
/// @param lagDays after the period's last day, 0 or more
/// @param businessDays whether the lag counts business days
/// @param weekday on which it is published, or null for any
/// @param calendar of business days: what falls on another day is published on the next one
/// @param at local time of the release
/// @param zone of `at`
/// @param exceptions days on which single periods were really published
/// @param source who publishes it, for people
record ReleaseRule(
    ReferencePeriod period,
    int lagDays,
    boolean businessDays,
    @Nullable DayOfWeek weekday,
    SessionCalendar calendar,
    LocalTime at,
    ZoneId zone,
    Map<LocalDate, LocalDate> exceptions,
    String source) {

  ReleaseRule {
    exceptions = Map.copyOf(exceptions);
  }

  /// The instant at which the value of a period is public, UTC nanoseconds.
  long releasedAtNs(LocalDate date) {
    return at(day(date));
  }

  /// The instant of a release on a day that is known.
  long at(LocalDate day) {
    return UtcTimes.at(day, at, zone);
  }

  LocalDate day(LocalDate date) {
    LocalDate exception = exceptions.get(date);
    if (exception != null) {
      return exception;
    }
    LocalDate due = period.lastDay(date);
    if (businessDays) {
      for (int i = 0; i < lagDays; i++) {
        due = businessDay(due.plusDays(1));
      }
    } else {
      due = due.plusDays(lagDays);
    }
    if (weekday != null) {
      due = due.with(TemporalAdjusters.nextOrSame(weekday));
    }
    return businessDay(due);
  }

  /// The day itself, or else the first business day after it.
  private LocalDate businessDay(LocalDate from) {
    LocalDate day = from;
    while (calendar.sessionOn(day).isEmpty()) {
      day = day.plusDays(1);
    }
    return day;
  }
}
