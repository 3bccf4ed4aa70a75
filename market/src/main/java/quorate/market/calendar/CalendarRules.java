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

  /// The session of each of `days` days, the first of them `first`.
  List<Optional<Session>> sessionsFrom(LocalDate first, int days) {
    Set<LocalDate> holidays = new HashSet<>();
    Map<LocalDate, SpecialDay> specialDays = new HashMap<>();
    // The day before counts too: some sessions open otherwise after a closed or special day.
    int lastYear = first.plusDays(days).getYear();
    for (int year = first.minusDays(1).getYear(); year <= lastYear; year++) {
      for (DateRule rule : closed) {
        rule.forEachIn(year, holidays::add);
      }
      for (Special rule : special) {
        rule.dates()
            .forEachIn(year, date -> specialDays.merge(date, rule.hours(), SpecialDay::and));
      }
    }
    List<Optional<Session>> sessions = new ArrayList<>(days);
    for (int i = 0; i < days; i++) {
      sessions.add(session(first.plusDays(i), holidays, specialDays));
    }
    return List.copyOf(sessions);
  }

  private Optional<Session> session(
      LocalDate date, Set<LocalDate> holidays, Map<LocalDate, SpecialDay> specialDays) {
    DayHours hours = usualHours(date);
    if (hours == null || holidays.contains(date)) {
      return Optional.empty();
    }
    LocalDate before = date.minusDays(1);
    boolean afterPause = holidays.contains(before) || specialDays.containsKey(before);
    SpecialDay other = specialDays.getOrDefault(date, SpecialDay.NONE);
    return Optional.of(hours.on(date, zone, afterPause, other));
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
