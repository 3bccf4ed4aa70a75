package quorate.market.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Instants as people write them, for specifications.
final class At {
  private static final long SECOND_NS = 1_000_000_000L;

  private At() {}

  /// UTC nanoseconds of an instant such as `2024-01-02T22:00:00Z`.
  static long utc(String instant) {
    Instant parsed = Instant.parse(instant);
    return Math.addExact(parsed.getEpochSecond() * SECOND_NS, parsed.getNano());
  }

  /// UTC nanoseconds of a local time such as `2024-01-02T16:00` in a zone.
  static long local(String time, String zone) {
    Instant parsed = LocalDateTime.parse(time).atZone(ZoneId.of(zone)).toInstant();
    return Math.addExact(parsed.getEpochSecond() * SECOND_NS, parsed.getNano());
  }

  static String text(long timeNs) {
    return Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS))
        .toString();
  }

  /// Local time in a zone as `MM-ddTHH:mm`.
  static String localText(long timeNs, ZoneId zone) {
    return LocalDateTime.ofInstant(Instant.parse(text(timeNs)), zone).toString().substring(5, 16);
  }

  /// A session as `open..close`, in UTC.
  static String text(Session session) {
    return text(session.openNs()) + ".." + text(session.closeNs());
  }
}
