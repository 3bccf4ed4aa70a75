package quorate.market.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A named set of dates: what its patterns mean, within a span, without its exceptions.
///
/// @param name what people call it, such as `Good Friday`
/// @param on what it means
/// @param from first date that counts
/// @param until last date that counts
/// @param except dates that do not
record DateRule(
    String name, List<DatePattern> on, LocalDate from, LocalDate until, Set<LocalDate> except) {
  DateRule {
    on = List.copyOf(on);
    except = Set.copyOf(except);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "until must not be before from, but was %s before %s (\"%s\")"
              .formatted(until, from, name));
    }
  }

  void forEachIn(int year, Consumer<LocalDate> action) {
    for (DatePattern pattern : on) {
      pattern.forEachIn(
          year,
          date -> {
            if (!date.isBefore(from) && !date.isAfter(until) && !except.contains(date)) {
              action.accept(date);
            }
          });
    }
  }
}
