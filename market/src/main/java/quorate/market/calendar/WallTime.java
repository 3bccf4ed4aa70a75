package quorate.market.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time of day as an exchange writes it in its hours: `16:00`, `eve 17:00` for the evening before
/// the session's date, `24:00` for the midnight that ends it, `08:10 Asia/Singapore` where it
/// follows another place's clock.
///
/// @param daysBefore 0 on the session's date, 1 on the evening before
/// @param minuteOfDay 0 to 1440
/// @param zone of another place, or null for the exchange's own
record WallTime(int daysBefore, int minuteOfDay, @Nullable ZoneId zone) {
  private static final Pattern FORM =
      Pattern.compile("(eve )?([0-9]{1,2}):([0-9]{2})(?: ([A-Za-z_/]+))?");
  private static final int DAY_MINUTES = 24 * 60;
  private static final long SECOND_NS = 1_000_000_000L;

  static WallTime parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (form.matches()) {
      int minutes = Integer.parseInt(form.group(2)) * 60 + Integer.parseInt(form.group(3));
      if (minutes <= DAY_MINUTES && Integer.parseInt(form.group(3)) < 60) {
        String zone = form.group(4);
        return new WallTime(
            form.group(1) == null ? 0 : 1, minutes, zone == null ? null : ZoneId.of(zone));
      }
    }
    throw new IllegalArgumentException(
        "time must be like 16:00, eve 17:00, 24:00 or 08:10 Asia/Singapore, but was \""
            + text
            + "\"");
  }

  /// The instant it means for the session of `date`, in UTC nanoseconds; a time that a
  /// daylight-saving change skips moves forward, one that it repeats is the first.
  long on(LocalDate date, ZoneId exchange) {
    LocalDate day = date.minusDays(daysBefore);
    boolean midnight = minuteOfDay == DAY_MINUTES;
    ZonedDateTime time =
        ZonedDateTime.of(
            midnight ? day.plusDays(1) : day,
            midnight ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(minuteOfDay * 60L),
            zone == null ? exchange : zone);
    return Math.multiplyExact(time.toEpochSecond(), SECOND_NS);
  }
}
