package quorate.market.calendar;

import java.time.LocalDate;
import java.util.List;

/// One trading day of a market, which may open on the evening before its date.
///
/// @param date the day it is named for and accounted on
/// @param openNs first instant, UTC nanoseconds, inclusive
/// @param closeNs end, UTC nanoseconds, exclusive
/// @param breaks pauses inside it, in order; mostly none
public record Session(LocalDate date, long openNs, long closeNs, List<Pause> breaks) {
  public Session {
    breaks = List.copyOf(breaks);
    if (closeNs <= openNs) {
      throw new IllegalArgumentException("session must close after it opens, but was " + date);
    }
  }

  /// A pause of trading inside a session.
  ///
  /// @param fromNs inclusive, UTC nanoseconds
  /// @param toNs exclusive
  public record Pause(long fromNs, long toNs) {}

  public boolean contains(long timeNs) {
    return timeNs >= openNs && timeNs < closeNs;
  }

  /// Whether trading is possible at this instant.
  public boolean isOpen(long timeNs) {
    if (!contains(timeNs)) {
      return false;
    }
    // By index: an iterator would be the only allocation of a look-up.
    for (int i = 0; i < breaks.size(); i++) {
      Pause pause = breaks.get(i);
      if (timeNs >= pause.fromNs() && timeNs < pause.toNs()) {
        return false;
      }
    }
    return true;
  }
}
