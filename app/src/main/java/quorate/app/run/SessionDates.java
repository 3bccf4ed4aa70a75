package quorate.app.run;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// Instants of a calendar's session dates.
final class SessionDates {
  /// A session opens at most this long before its date begins in UTC.
  private static final long EARLIEST_OPEN_NS = Duration.ofDays(2).toNanos();

  private SessionDates() {}

  /// The date of the session that an instant belongs to, the next one's where the market is closed.
  static LocalDate dateOf(SessionCalendar calendar, long timeNs) {
    return calendar.sessionAtOrAfter(timeNs).date();
  }

  /// When the first session of this date or a later one opens, in UTC nanoseconds.
  static long openOf(SessionCalendar calendar, LocalDate date) {
    long midnightNs =
        Math.multiplyExact(date.atStartOfDay().toEpochSecond(ZoneOffset.UTC), 1_000_000_000L);
    Session session = calendar.sessionAtOrAfter(midnightNs - EARLIEST_OPEN_NS);
    while (session.date().isBefore(date)) {
      session = calendar.sessionAtOrAfter(session.closeNs());
    }
    return session.openNs();
  }
}
