package quorate.market.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// Turns the stamp of a bar into its start and end.
final class SpanClock {
  private static final long SECOND_NS = 1_000_000_000L;

  private final BarSpan span;
  private final SourceMapping.BarStamp meaning;
  private @Nullable SessionCalendar lastCalendar;
  private long lastDay;
  private long startNs;
  private long endNs;

  SpanClock(BarSpan span, SourceMapping.BarStamp meaning) {
    this.span = span;
    this.meaning = meaning;
  }

  long startNs() {
    return startNs;
  }

  long endNs() {
    return endNs;
  }

  /// Finds start and end of the bar with this stamp.
  void set(Stamp stamp, SessionCalendar calendar) {
    switch (span.kind()) {
      case FIXED -> fixed(stamp.utcNs());
      case DAY -> {
        LocalDate day = LocalDate.ofEpochDay(stamp.epochDay());
        between(day, day.plusDays(1), stamp.zone());
      }
      case MONTH -> {
        LocalDate first = LocalDate.ofEpochDay(stamp.epochDay()).withDayOfMonth(1);
        between(first, first.plusMonths(1), stamp.zone());
      }
      case SESSION -> session(stamp.epochDay(), calendar);
    }
  }

  private void fixed(long stampNs) {
    long length = span.lengthNs();
    startNs =
        switch (meaning) {
          case START -> stampNs;
          case END -> stampNs - length;
          case WITHIN -> Math.floorDiv(stampNs, length) * length;
        };
    endNs = startNs + length;
  }

  private void between(LocalDate from, LocalDate to, ZoneId zone) {
    startNs = startOf(from, zone);
    endNs = startOf(to, zone);
  }

  private static long startOf(LocalDate day, ZoneId zone) {
    Instant start = day.atStartOfDay(zone).toInstant();
    return start.getEpochSecond() * SECOND_NS;
  }

  /// The session named for a date; a date without one keeps its calendar day in the exchange's
  /// zone, which the quality gate then finds closed.
  private void session(long epochDay, SessionCalendar calendar) {
    if (epochDay == lastDay && calendar.equals(lastCalendar)) {
      return;
    }
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    Session session = calendar.sessionAtOrAfter(startOf(date, calendar.zone()));
    while (session.date().isBefore(date)) {
      session = calendar.sessionAtOrAfter(session.closeNs());
    }
    if (session.date().equals(date)) {
      startNs = session.openNs();
      endNs = session.closeNs();
    } else {
      between(date, date.plusDays(1), calendar.zone());
    }
    lastCalendar = calendar;
    lastDay = epochDay;
  }
}
