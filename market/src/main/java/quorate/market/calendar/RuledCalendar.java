package quorate.market.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A calendar whose sessions follow from rules, computed in blocks of 512 days and kept.
///
/// Safe to share. The session of the last look-up is tried first, in a field that is neither
/// volatile nor locked: sessions are immutable and safely published by their final fields, so a
/// thread sees either the newest or an older one, and both are right or missed. Looking an instant
/// up allocates nothing once its block was computed.
final class RuledCalendar implements SessionCalendar {
  /// Whole years within the range of UTC nanoseconds in a `long`: 1678 to 2261.
  private static final long FIRST_DAY = LocalDate.of(1678, 1, 1).toEpochDay();

  private static final long LAST_DAY = LocalDate.of(2261, 12, 31).toEpochDay();
  private static final int BLOCK_SHIFT = 9;
  private static final int BLOCK_DAYS = 1 << BLOCK_SHIFT;
  private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

  /// Longer than any market was ever closed in a row.
  private static final int LONGEST_CLOSURE_DAYS = 400;

  private final CalendarRules rules;
  private final AtomicReferenceArray<List<Optional<Session>>> blocks =
      new AtomicReferenceArray<>((int) ((LAST_DAY - FIRST_DAY) >> BLOCK_SHIFT) + 1);
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
    if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
      throw new IllegalArgumentException(
          "date must be in 1678 to 2261, but was %s (calendar %s)"
              .formatted(LocalDate.ofEpochDay(epochDay), name()));
    }
    int day = (int) (epochDay - FIRST_DAY);
    List<Optional<Session>> block = blocks.get(day >> BLOCK_SHIFT);
    if (block == null) {
      block = computed(day >> BLOCK_SHIFT);
    }
    return block.get(day & (BLOCK_DAYS - 1));
  }

  /// Two threads may both compute a block; they get equal answers and one of them stays.
  private List<Optional<Session>> computed(int number) {
    LocalDate first = LocalDate.ofEpochDay(FIRST_DAY + ((long) number << BLOCK_SHIFT));
    List<Optional<Session>> block = rules.sessionsFrom(first, BLOCK_DAYS);
    blocks.set(number, block);
    return block;
  }

  @Override
  public String toString() {
    return name();
  }
}
