package quorate.market.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The sessions of one market, past and future.
///
/// Immutable to its users and safe to share; a look-up costs a hash probe once the day was seen.
public interface SessionCalendar {
  /// A session may open days before its date, and weekends and holidays may come on top.
  int EARLIEST_OPEN_DAYS = 14;

  /// Name that instruments use, such as `CME_EQUITY_INDEX`.
  String name();

  /// Zone of the exchange, in which its hours are written.
  ZoneId zone();

  /// The session that contains this instant, breaks included.
  ///
  /// @param timeNs UTC nanoseconds since 1970
  Optional<Session> sessionAt(long timeNs);

  /// The session that contains this instant, or else the first that opens after it.
  Session sessionAtOrAfter(long timeNs);

  /// The session named for this date, for judging rows that know only a day, such as daily bars;
  /// empty on weekends and holidays.
  default Optional<Session> sessionOn(LocalDate date) {
    long fromNs = TimeUnit.SECONDS.toNanos(date.minusDays(1).atStartOfDay(zone()).toEpochSecond());
    Session session = sessionAtOrAfter(fromNs);
    while (session.date().isBefore(date)) {
      session = sessionAtOrAfter(session.closeNs());
    }
    return session.date().equals(date) ? Optional.of(session) : Optional.empty();
  }

  /// When the first session of this date or a later one opens, in UTC nanoseconds.
  default long openOf(LocalDate date) {
    return openOf(date, 0);
  }

  /// When the session opens that lies so many before the first one of this date or a later one.
  ///
  /// @param earlier sessions in between, 0 or more
  default long openOf(LocalDate date, int earlier) {
    // No market is closed for more than half of any long stretch of days.
    LocalDate from = date.minusDays(2L * earlier + EARLIEST_OPEN_DAYS);
    Session session =
        sessionAtOrAfter(
            TimeUnit.SECONDS.toNanos(from.atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
    ArrayDeque<Long> opens = new ArrayDeque<>();
    opens.add(session.openNs());
    while (session.date().isBefore(date)) {
      session = sessionAtOrAfter(session.closeNs());
      opens.add(session.openNs());
      if (opens.size() > earlier + 1) {
        opens.remove();
      }
    }
    return opens.element();
  }

  /// Whether trading is possible at this instant.
  default boolean isOpen(long timeNs) {
    return sessionAt(timeNs).map(session -> session.isOpen(timeNs)).orElse(false);
  }

  /// Trading days in an average year, for annualisation: 252 for exchanges, 365 for 24/7 markets,
  /// 260 for the FX week.
  int sessionsPerYear();
}
