package quorate.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A way to say which dates are meant, read from words:
///
/// * `2001-09-11` — that date; `2001-09-11..2001-09-14` — those dates
/// * `12-25` — that day of every year
/// * `3rd monday of january`, `last monday of may`
/// * `easter` — Easter Sunday of the western churches
///
/// followed by any of
///
/// * `+1`, `-2` — so many days later or earlier
/// * `observed` — a Saturday moves to the Friday before, a Sunday to the Monday after;
///   `observed-monday` moves only the Sunday
/// * weekdays, such as `mon tue` — only when it then falls on one of them
final class DatePattern {
  private static final Pattern ONE_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DAY_OF_YEAR = Pattern.compile("[0-9]{2}-[0-9]{2}");
  private static final Pattern SHIFT = Pattern.compile("[+-][0-9]+");
  private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th", "5th", "last");

  private final String text;
  private final @Nullable LocalDate first;
  private final @Nullable LocalDate last;
  private final IntFunction<@Nullable LocalDate> inYear;
  private int shiftDays;
  private boolean saturdayToFriday;
  private boolean sundayToMonday;
  private Set<DayOfWeek> only = EnumSet.allOf(DayOfWeek.class);

  private DatePattern(String text) {
    this.text = text;
    Deque<String> words =
        new ArrayDeque<>(Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)));
    String word = words.removeFirst();
    String[] range = word.split("\\.\\.", -1);
    if (ONE_DATE.matcher(range[0]).matches() && range.length <= 2) {
      first = LocalDate.parse(range[0]);
      last = LocalDate.parse(range[range.length - 1]);
      inYear = year -> null;
    } else {
      first = null;
      last = null;
      inYear = yearly(word, words);
    }
    EnumSet<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (String modifier : words) {
      if (SHIFT.matcher(modifier).matches()) {
        shiftDays += Integer.parseInt(modifier);
      } else if (modifier.equals("observed")) {
        saturdayToFriday = true;
        sundayToMonday = true;
      } else if (modifier.equals("observed-monday")) {
        sundayToMonday = true;
      } else {
        weekdays.add(weekday(modifier));
      }
    }
    if (!weekdays.isEmpty()) {
      only = weekdays;
    }
  }

  /// @throws IllegalArgumentException when the words mean no dates
  /// @throws java.time.DateTimeException when a date in them does not exist
  static DatePattern parse(String text) {
    return new DatePattern(text);
  }

  private IntFunction<@Nullable LocalDate> yearly(String word, Deque<String> words) {
    if (word.equals("easter")) {
      return DatePattern::easter;
    }
    if (DAY_OF_YEAR.matcher(word).matches()) {
      MonthDay day = MonthDay.parse("--" + word);
      return year -> day.isValidYear(year) ? day.atYear(year) : null;
    }
    int ordinal = ORDINALS.indexOf(word);
    if (ordinal < 0 || words.size() < 3) {
      throw broken();
    }
    DayOfWeek weekday = weekday(words.removeFirst());
    if (!words.removeFirst().equals("of")) {
      throw broken();
    }
    Month month = named(words.removeFirst(), Month.values());
    return year -> {
      LocalDate start = YearMonth.of(year, month).atDay(1);
      if (ordinal == ORDINALS.size() - 1) {
        return start.with(TemporalAdjusters.lastInMonth(weekday));
      }
      LocalDate found = start.with(TemporalAdjusters.dayOfWeekInMonth(ordinal + 1, weekday));
      return found.getMonth() == month ? found : null;
    };
  }

  private DayOfWeek weekday(String word) {
    return named(word, DayOfWeek.values());
  }

  /// The constant whose name is the word or begins with its three letters.
  private <E extends Enum<E>> E named(String word, E[] constants) {
    for (E constant : constants) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(word) || (word.length() == 3 && name.startsWith(word))) {
        return constant;
      }
    }
    throw broken();
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException(
        "date must be like 2001-09-11, 12-25 observed, 3rd monday of january or easter -2, but was"
            + " \""
            + text
            + "\"");
  }

  /// Gives every date of a calendar year that is meant.
  void forEachIn(int year, Consumer<LocalDate> action) {
    if (first != null && last != null) {
      for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
        accept(date, year, action);
      }
      return;
    }
    // A shift can carry a date over New Year, so the years beside it are asked too.
    for (int y = year - 1; y <= year + 1; y++) {
      LocalDate date = inYear.apply(y);
      if (date != null) {
        accept(date, year, action);
      }
    }
  }

  private void accept(LocalDate base, int year, Consumer<LocalDate> action) {
    LocalDate date = base.plusDays(shiftDays);
    if (saturdayToFriday && date.getDayOfWeek() == DayOfWeek.SATURDAY) {
      date = date.minusDays(1);
    } else if (sundayToMonday && date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      date = date.plusDays(1);
    }
    if (date.getYear() == year && only.contains(date.getDayOfWeek())) {
      action.accept(date);
    }
  }

  /// Easter Sunday of a Gregorian year, by the anonymous algorithm (Meeus, Astronomical Algorithms,
  /// 2nd edition, chapter 8); a to m are its names.
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
