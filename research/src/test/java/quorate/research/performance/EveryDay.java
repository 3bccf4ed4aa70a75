package quorate.research.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;

/// A calendar for tests: one session a day in UTC, from an opening hour for some hours, with an
/// optional pause.
public record EveryDay(
    int openHour, int hours, int sessionsPerYear, List<Session.Pause> pausesOfDay)
    implements SessionCalendar {
  public static final long HOUR_NS = 3_600_000_000_000L;
  public static final long DAY_NS = 24 * HOUR_NS;

  /// 2024-01-01T00:00Z, a Monday.
  public static final long START_NS = 1_704_067_200L * 1_000_000_000L;

  public static EveryDay aroundTheClock() {
    return new EveryDay(0, 24, 365, List.of());
  }

  @Override
  public String name() {
    return "EVERY_DAY";
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Optional<Session> sessionAt(long timeNs) {
    Session session = sessionOfDay(Math.floorDiv(timeNs, DAY_NS));
    return session.contains(timeNs) ? Optional.of(session) : Optional.empty();
  }

  @Override
  public Session sessionAtOrAfter(long timeNs) {
    long day = Math.floorDiv(timeNs, DAY_NS);
    Session today = sessionOfDay(day);
    return timeNs < today.closeNs() ? today : sessionOfDay(day + 1);
  }

  private Session sessionOfDay(long day) {
    long midnight = day * DAY_NS;
    long open = midnight + openHour * HOUR_NS;
    LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(0, open), ZoneOffset.UTC);
    List<Session.Pause> pauses =
        pausesOfDay.stream()
            .map(p -> new Session.Pause(midnight + p.fromNs(), midnight + p.toNs()))
            .toList();
    return new Session(date, open, open + hours * HOUR_NS, pauses);
  }
}
