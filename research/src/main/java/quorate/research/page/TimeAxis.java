package quorate.research.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Marks of a time axis at the beginnings of years, months, days, hours or minutes, at most eight.
final class TimeAxis {
  private static final int MOST = 8;

  /// A mark.
  ///
  /// @param timeNs UTC nanoseconds
  /// @param label as short as the step allows
  record Mark(long timeNs, String label) {}

  private record Step(ChronoUnit unit, int size, String pattern) {
    double roughSeconds() {
      return size * (double) unit.getDuration().toSeconds();
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step(ChronoUnit.MINUTES, 1, "HH:mm"),
          new Step(ChronoUnit.MINUTES, 5, "HH:mm"),
          new Step(ChronoUnit.MINUTES, 15, "HH:mm"),
          new Step(ChronoUnit.MINUTES, 30, "HH:mm"),
          new Step(ChronoUnit.HOURS, 1, "HH:mm"),
          new Step(ChronoUnit.HOURS, 3, "HH:mm"),
          new Step(ChronoUnit.HOURS, 6, "d MMM HH:mm"),
          new Step(ChronoUnit.HOURS, 12, "d MMM HH:mm"),
          new Step(ChronoUnit.DAYS, 1, "d MMM"),
          new Step(ChronoUnit.DAYS, 2, "d MMM"),
          new Step(ChronoUnit.WEEKS, 1, "d MMM"),
          new Step(ChronoUnit.WEEKS, 2, "d MMM"),
          new Step(ChronoUnit.MONTHS, 1, "MMM yyyy"),
          new Step(ChronoUnit.MONTHS, 2, "MMM yyyy"),
          new Step(ChronoUnit.MONTHS, 3, "MMM yyyy"),
          new Step(ChronoUnit.MONTHS, 6, "MMM yyyy"),
          new Step(ChronoUnit.YEARS, 1, "yyyy"),
          new Step(ChronoUnit.YEARS, 2, "yyyy"),
          new Step(ChronoUnit.YEARS, 5, "yyyy"),
          new Step(ChronoUnit.YEARS, 10, "yyyy"),
          new Step(ChronoUnit.YEARS, 50, "yyyy"));

  private TimeAxis() {}

  static List<Mark> marks(long fromNs, long toNs, ZoneId zone) {
    double seconds = (toNs - fromNs) / 1e9;
    Step step = STEPS.getLast();
    for (Step candidate : STEPS) {
      if (seconds / candidate.roughSeconds() <= MOST) {
        step = candidate;
        break;
      }
    }
    DateTimeFormatter label = DateTimeFormatter.ofPattern(step.pattern(), Locale.ENGLISH);
    List<Mark> marks = new ArrayList<>();
    ZonedDateTime from = Figures.instant(fromNs).atZone(zone);
    for (ZonedDateTime at = floor(from, step); marks.size() < 2 * MOST; at = after(at, step)) {
      long timeNs = nanoseconds(at);
      if (timeNs > toNs) {
        break;
      }
      if (timeNs >= fromNs) {
        marks.add(new Mark(timeNs, label.format(at)));
      }
    }
    return marks;
  }

  private static ZonedDateTime floor(ZonedDateTime time, Step step) {
    LocalDate date = time.toLocalDate();
    return switch (step.unit()) {
      case MINUTES ->
          time.truncatedTo(ChronoUnit.HOURS)
              .plusMinutes((long) time.getMinute() / step.size() * step.size());
      case HOURS ->
          date.atStartOfDay(time.getZone()).withHour(time.getHour() / step.size() * step.size());
      case WEEKS -> date.with(DayOfWeek.MONDAY).atStartOfDay(time.getZone());
      case MONTHS ->
          date.withDayOfMonth(1)
              .withMonth((date.getMonthValue() - 1) / step.size() * step.size() + 1)
              .atStartOfDay(time.getZone());
      case YEARS ->
          LocalDate.of(Math.floorDiv(date.getYear(), step.size()) * step.size(), 1, 1)
              .atStartOfDay(time.getZone());
      default -> date.atStartOfDay(time.getZone());
    };
  }

  private static ZonedDateTime after(ZonedDateTime at, Step step) {
    return at.plus(step.size(), step.unit());
  }

  private static long nanoseconds(ZonedDateTime time) {
    return Math.addExact(Math.multiplyExact(time.toEpochSecond(), 1_000_000_000L), time.getNano());
  }
}
