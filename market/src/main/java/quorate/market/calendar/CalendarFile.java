package quorate.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quorate.domain.settings.Settings;

/// Reads [CalendarRules] from the settings of a calendar's file.
///
/// ```yaml
/// name: EXAMPLE
/// zone: America/Chicago
/// sessions_per_year: 252
/// hours:
///   - from: 2012-11-19              # trade date on which they came into force
///     days: mon tue wed thu fri     # one kind of day; further kinds are further entries
///     open: eve 17:00
///     reopen: eve 18:00             # after a closed or special day; rarely needed
///     close: 16:15
///     breaks: [15:15 - 15:30]
/// closed:
///   - { name: Good Friday, on: easter -2, except: [2010-04-02] }
/// special:
///   - { name: Christmas Eve, on: 12-24 mon tue wed thu, from: 1993, until: 2020, close: 12:15 }
/// ```
///
/// Dates are written as [DatePattern] says, times as [WallTime] says. `from` and `until` are years
/// or dates, both inclusive. With `like: OTHER`, whatever is not written is as in that calendar.
final class CalendarFile {
  private CalendarFile() {}

  /// @param others finds the rules of the calendar that `like` names
  static CalendarRules read(Settings file, Function<String, CalendarRules> others) {
    String name = file.text("name");
    CalendarRules model = file.has("like") ? others.apply(file.text("like")) : null;
    CalendarRules rules =
        new CalendarRules(
            name,
            file.zone("zone", model == null ? ZoneOffset.UTC : model.zone()),
            file.wholeNumber(
                "sessions_per_year", model == null ? 252 : model.sessionsPerYear(), 1, 366),
            model == null || file.has("hours") ? weeks(file) : model.weeks(),
            model == null || file.has("closed")
                ? file.sections("closed").stream().map(CalendarFile::rule).toList()
                : model.closed(),
            model == null || file.has("special") ? special(file) : model.special());
    file.rejectUnknown();
    return rules;
  }

  private static List<CalendarRules.Week> weeks(Settings file) {
    Map<LocalDate, Map<DayOfWeek, DayHours>> weeks = new TreeMap<>();
    for (Settings entry : file.sections("hours")) {
      LocalDate from = entry.parsed("from", LocalDate::parse);
      Map<DayOfWeek, DayHours> days =
          weeks.computeIfAbsent(from, date -> new EnumMap<>(DayOfWeek.class));
      DayHours hours = hours(entry);
      for (DayOfWeek day : entry.parsed("days", CalendarFile::weekdays)) {
        if (days.put(day, hours) != null) {
          throw entry.broken("days", "given once for each date of change", day + " twice");
        }
      }
    }
    return weeks.entrySet().stream()
        .map(week -> new CalendarRules.Week(week.getKey(), week.getValue()))
        .toList();
  }

  private static List<CalendarRules.Special> special(Settings file) {
    List<CalendarRules.Special> special = new ArrayList<>();
    for (Settings entry : file.sections("special")) {
      SpecialDay day = new SpecialDay(time(entry, "open"), time(entry, "close"));
      if (day.equals(SpecialDay.NONE)) {
        throw entry.broken("close", "given, or open, for a special day", "nothing");
      }
      special.add(new CalendarRules.Special(rule(entry), day));
    }
    return special;
  }

  private static DayHours hours(Settings entry) {
    List<DayHours.Pause> pauses = new ArrayList<>();
    for (String pause : entry.texts("breaks")) {
      pauses.add(DayHours.Pause.parse(pause));
    }
    return new DayHours(
        entry.parsed("open", WallTime::parse),
        time(entry, "reopen"),
        entry.parsed("close", WallTime::parse),
        pauses);
  }

  private static @Nullable WallTime time(Settings entry, String key) {
    return entry.has(key) ? entry.parsed(key, WallTime::parse) : null;
  }

  private static List<DayOfWeek> weekdays(String text) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      days.add(
          Arrays.stream(DayOfWeek.values())
              .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
              .filter(day -> word.length() >= 3)
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "must be weekdays such as mon tue, but was \"" + word + "\"")));
    }
    return days;
  }

  private static DateRule rule(Settings entry) {
    List<DatePattern> on = new ArrayList<>();
    for (String pattern : entry.texts("on")) {
      on.add(DatePattern.parse(pattern));
    }
    Set<LocalDate> except = new HashSet<>();
    for (String date : entry.texts("except")) {
      except.add(LocalDate.parse(date));
    }
    return new DateRule(
        entry.text("name"),
        on,
        bound(entry, "from", "-01-01", LocalDate.MIN),
        bound(entry, "until", "-12-31", LocalDate.MAX),
        except);
  }

  private static LocalDate bound(Settings entry, String key, String ofYear, LocalDate otherwise) {
    return entry.parsed(
        key, otherwise, text -> LocalDate.parse(text.length() == 4 ? text + ofYear : text));
  }
}
