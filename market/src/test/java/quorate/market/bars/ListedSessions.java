package quorate.market.bars;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// A calendar of the sessions it is given, for tests.
record ListedSessions(List<Session> sessions) implements SessionCalendar {
  @Override
  public String name() {
    return "LISTED";
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Optional<Session> sessionAt(long timeNs) {
    return sessions.stream().filter(session -> session.contains(timeNs)).findFirst();
  }

  @Override
  public Session sessionAtOrAfter(long timeNs) {
    return sessions.stream()
        .filter(session -> session.closeNs() > timeNs)
        .findFirst()
        .orElse(sessions.getLast());
  }

  @Override
  public int sessionsPerYear() {
    return 252;
  }
}
