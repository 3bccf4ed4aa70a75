package quorate.market.macro;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// What stretch of time the date of a row stands for.
enum ReferencePeriod {
  DAY,
  /// Named by its last day.
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  private static final int MONTHS_OF_QUARTER = 3;

  /// The last day of the period that a source names by `date`.
  LocalDate lastDay(LocalDate date) {
    return switch (this) {
      case DAY, WEEK -> date;
      case MONTH -> date.with(TemporalAdjusters.lastDayOfMonth());
      case QUARTER -> {
        int intoQuarter = (date.getMonthValue() - 1) % MONTHS_OF_QUARTER;
        yield date.withDayOfMonth(1)
            .plusMonths(MONTHS_OF_QUARTER - 1 - intoQuarter)
            .with(TemporalAdjusters.lastDayOfMonth());
      }
      case YEAR -> date.with(TemporalAdjusters.lastDayOfYear());
    };
  }
}
