package quorate.app.run;

import java.time.LocalDate;
import quorate.market.calendar.SessionCalendar;

/// Instants of a calendar's session dates.
final class SessionDates {
  private SessionDates() {}

  /// The date of the session that an instant belongs to, the next one's where the market is closed.
  static LocalDate dateOf(SessionCalendar calendar, long timeNs) {
    return calendar.sessionAtOrAfter(timeNs).date();
  }
}
