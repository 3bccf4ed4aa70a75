package quorate.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a calendar's sessions follow from.
///
/// @param name such as `CME_EQUITY_INDEX`
/// @param zone in which its hours are written
/// @param sessionsPerYear for annualisation
/// @param weeks the usual hours, by the date they came into force; the first also holds for all
///   dates before it
/// @param closed holidays and other dates without a session
/// @param special late opens and early closes; where several name a date, the first to say
///   something of its open or close decides that
record CalendarRules(
    String name,
    ZoneId zone,
    int sessionsPerYear,
    List<Week> weeks,
    List<DateRule> closed,
    List<Special> special) {

  /// The usual hours of each weekday from a date on; a weekday that is absent is closed.
  record Week(LocalDate from, Map<DayOfWeek, DayHours> days) {
    Week {
      days = Map.copyOf(days);
    }
  }

  /// Dates with other hours than usual.
  record Special(DateRule dates, SpecialDay hours) {}

  CalendarRules {
    List<Week> sorted = new ArrayList<>(weeks);
    sorted.sort(Comparator.comparing(Week::from));
    weeks = List.copyOf(sorted);
    closed = List.copyOf(closed);
    special = List.copyOf(special);
    if (weeks.isEmpty()) {
      throw new IllegalArgumentException("calendar must have hours, but has none: " + name);
    }
  }

  /// The session of every day of a year, first of January first.
  List<Optional<Session>> sessionsOf(int year) {
    Set<LocalDate> holidays = new HashSet<>();
    Map<LocalDate, SpecialDay> specialDays = new HashMap<>();
    for (int y = year - 1; y <= year; y++) {
      for (DateRule rule : closed) {
        rule.forEachIn(y, holidays::add);
      }
      for (Special rule : special) {
        rule.dates().forEachIn(y, date -> specialDays.merge(date, rule.hours(), SpecialDay::and));
      }
    }
    List<Optional<Session>> sessions = new ArrayList<>(366);
    for (LocalDate date = LocalDate.of(year, 1, 1);
        date.getYear() == year;
        date = date.plusDays(1)) {
      DayHours hours = usualHours(date);
      if (hours == null || holidays.contains(date)) {
        sessions.add(Optional.empty());
      } else {
        LocalDate before = date.minusDays(1);
        boolean afterPause = holidays.contains(before) || specialDays.containsKey(before);
        SpecialDay other = specialDays.getOrDefault(date, SpecialDay.NONE);
        sessions.add(Optional.of(hours.on(date, zone, afterPause, other)));
      }
    }
    return List.copyOf(sessions);
  }

  private @Nullable DayHours usualHours(LocalDate date) {
    Week found = weeks.getFirst();
    for (Week week : weeks) {
      if (!week.from().isAfter(date)) {
        found = week;
      }
    }
    return found.days().get(date.getDayOfWeek());
  }
}
