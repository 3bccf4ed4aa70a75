package quorate.market.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hours of a kind of day.
///
/// @param open first instant
/// @param reopen first instant after a closed or shortened day, null when it is the same
/// @param close end
/// @param pauses in order
record DayHours(WallTime open, @Nullable WallTime reopen, WallTime close, List<Pause> pauses) {
  DayHours {
    pauses = List.copyOf(pauses);
  }

  record Pause(WallTime from, WallTime to) {
    static Pause parse(String text) {
      String[] ends = text.split(" - ", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException(
            "break must be like 15:15 - 15:30, but was \"" + text + "\"");
      }
      return new Pause(WallTime.parse(ends[0]), WallTime.parse(ends[1]));
    }
  }

  /// The session of a date: `special` replaces open or close, breaks are cut to what is left.
  Session on(LocalDate date, ZoneId zone, boolean afterPause, SpecialDay special) {
    WallTime usual = afterPause && reopen != null ? reopen : open;
    long openNs = orElse(special.open(), usual).on(date, zone);
    long closeNs = orElse(special.close(), close).on(date, zone);
    List<Session.Pause> breaks = new ArrayList<>();
    for (Pause pause : pauses) {
      long from = Math.max(openNs, pause.from().on(date, zone));
      long to = Math.min(closeNs, pause.to().on(date, zone));
      if (from < to) {
        breaks.add(new Session.Pause(from, to));
      }
    }
    return new Session(date, openNs, closeNs, breaks);
  }

  private static WallTime orElse(@Nullable WallTime special, WallTime usual) {
    return special == null ? usual : special;
  }
}
