package quorate.market.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A calendar whose sessions follow from rules, computed a year at a time and kept.
///
/// Safe to share. The session of the last look-up is tried first, in a field that is neither
/// volatile nor locked: sessions are immutable and safely published by their final fields, so a
/// thread sees either the newest or an older one, and both are right or missed. Looking an instant
/// up allocates nothing once its year was seen.
final class RuledCalendar implements SessionCalendar {
  /// Whole years within the range of UTC nanoseconds in a `long`.
  private static final int FIRST_YEAR = 1678;

  private static final int LAST_YEAR = 2261;
  private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

  /// Longer than any market was ever closed in a row.
  private static final int LONGEST_CLOSURE_DAYS = 400;

  private final CalendarRules rules;
  private final AtomicReferenceArray<List<Optional<Session>>> years =
      new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);
  private Optional<Session> latest = Optional.empty();

  RuledCalendar(CalendarRules rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return rules.name();
  }

  @Override
  public ZoneId zone() {
    return rules.zone();
  }

  @Override
  public int sessionsPerYear() {
    return rules.sessionsPerYear();
  }

  @Override
  public Optional<Session> sessionAt(long timeNs) {
    Optional<Session> held = latest;
    if (held.isPresent() && held.get().contains(timeNs)) {
      return held;
    }
    // A session lies between the midnight before its date and the one after it, in a zone at most
    // 14 hours from UTC, so its date is at most one day before and two after the UTC day.
    long day = Math.floorDiv(timeNs, DAY_NS);
    for (int ahead = -1; ahead <= 2; ahead++) {
      Optional<Session> found = sessionOfDay(day + ahead);
      if (found.isPresent() && found.get().contains(timeNs)) {
        latest = found;
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public Session sessionAtOrAfter(long timeNs) {
    Optional<Session> held = latest;
    if (held.isPresent() && held.get().contains(timeNs)) {
      return held.get();
    }
    long day = Math.floorDiv(timeNs, DAY_NS) - 1;
    for (int ahead = 0; ahead < LONGEST_CLOSURE_DAYS; ahead++) {
      Optional<Session> found = sessionOfDay(day + ahead);
      if (found.isPresent() && found.get().closeNs() > timeNs) {
        return found.get();
      }
    }
    throw new IllegalStateException(
        "calendar %s must open within %d days, but has no session after UTC nanosecond %d"
            .formatted(name(), LONGEST_CLOSURE_DAYS, timeNs));
  }

  @Override
  public boolean isOpen(long timeNs) {
    Optional<Session> found = sessionAt(timeNs);
    return found.isPresent() && found.get().isOpen(timeNs);
  }

  @Override
  public Optional<Session> sessionOn(LocalDate date) {
    return sessionOfDay(date.toEpochDay());
  }

  private Optional<Session> sessionOfDay(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    int index = date.getYear() - FIRST_YEAR;
    if (index < 0 || index >= years.length()) {
      throw new IllegalArgumentException(
          "date must be in %d to %d, but was %s (calendar %s)"
              .formatted(FIRST_YEAR, LAST_YEAR, date, name()));
    }
    List<Optional<Session>> year = years.get(index);
    if (year == null) {
      // Two threads may both compute it; they get equal answers and one of them stays.
      year = rules.sessionsOf(date.getYear());
      years.set(index, year);
    }
    return year.get(date.getDayOfYear() - 1);
  }

  @Override
  public String toString() {
    return name();
  }
}
