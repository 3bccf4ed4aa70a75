package quorate.market.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a text was out at the latest, from what its source wrote: the end of the second, minute or
/// day that it names, because the text may have come at any moment of it.
///
/// Forms: `2014-01-01T01:18:36Z`, `2014-01-01T01:18:36.250+01:00`, `2014-01-01 01:18:36` and
/// `2014-01-01` in the source's zone, `Jul 18 2020`, and `7:51 PM ET Fri, 17 July 2020`, in which
/// ET is New York.
final class TextTime {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.(\\d{1,9}))?)?)(Z|[+-]\\d{2}:\\d{2})?)?");
  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})");
  private static final Pattern CLOCK_FIRST =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2}) +(AM|PM) ET [A-Za-z]{3}, +(\\d{1,2}) ([A-Za-z]{3,9})\\.? (\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final long SECOND_NS = 1_000_000_000L;
  private static final int NOON = 12;

  private TextTime() {}

  /// UTC nanoseconds from which the text may be used.
  ///
  /// @param zone of times that name none
  /// @throws IllegalArgumentException when the time has no known form, or does not exist
  static long asOfNs(String written, ZoneId zone) {
    String text = written.strip();
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return iso(iso, zone);
      }
      Matcher day = MONTH_DAY_YEAR.matcher(text);
      if (day.matches()) {
        return endOf(date(day.group(3), day.group(1), day.group(2)), zone);
      }
      Matcher clock = CLOCK_FIRST.matcher(text);
      if (clock.matches()) {
        return clock(clock);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the time of a text must exist, but \"%s\" does not".formatted(text), e);
    }
    throw new IllegalArgumentException(
        "the time of a text must be like 2014-01-01T01:18:36Z, 2014-01-01, \"Jul 18 2020\" or \"7:51 PM ET Fri, 17 July 2020\", but was \"%s\""
            .formatted(text));
  }

  private static long iso(Matcher form, ZoneId zone) {
    LocalDate date = LocalDate.parse(form.group(1));
    if (form.group(2) == null) {
      return endOf(date, zone);
    }
    LocalTime time = LocalTime.parse(form.group(2));
    String offset = form.group(4);
    Instant instant =
        offset == null
            ? date.atTime(time).atZone(zone).toInstant()
            : OffsetDateTime.parse(date + "T" + time + offset).toInstant();
    return UtcNanoseconds.of(instant) + unit(form.group(2), form.group(3));
  }

  /// How long the last unit is that was written.
  private static long unit(String clock, @Nullable String fraction) {
    if (clock.length() == "00:00".length()) {
      return 60 * SECOND_NS;
    }
    long unit = SECOND_NS;
    for (int digit = 0; fraction != null && digit < fraction.length(); digit++) {
      unit /= 10;
    }
    return unit;
  }

  private static long clock(Matcher form) {
    int hour = Integer.parseInt(form.group(1)) % NOON + (form.group(3).equals("PM") ? NOON : 0);
    LocalTime time = LocalTime.of(hour, Integer.parseInt(form.group(2)));
    LocalDate date = date(form.group(6), form.group(5), form.group(4));
    return UtcNanoseconds.of(date.atTime(time).atZone(NEW_YORK).toInstant()) + 60 * SECOND_NS;
  }

  private static LocalDate date(String year, String month, String day) {
    int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    return LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day));
  }

  private static long endOf(LocalDate date, ZoneId zone) {
    return UtcNanoseconds.of(date.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
