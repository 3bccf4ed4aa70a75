package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatePatternTest {
  @Test
  void meansOneDate() {
    assertThat(dates("2001-09-11", 2001)).containsExactly("2001-09-11");
    assertThat(dates("2001-09-11", 2002)).isEmpty();
  }

  @Test
  void meansARangeOfDates() {
    assertThat(dates("2001-12-30..2002-01-01", 2001)).containsExactly("2001-12-30", "2001-12-31");
    assertThat(dates("2001-12-30..2002-01-01", 2002)).containsExactly("2002-01-01");
  }

  @Test
  void meansADayOfEveryYear() {
    assertThat(dates("12-25", 2030)).containsExactly("2030-12-25");
    assertThat(dates("02-29", 2023)).isEmpty();
    assertThat(dates("02-29", 2024)).containsExactly("2024-02-29");
  }

  @Test
  void countsWeekdaysFromEitherEndOfTheMonth() {
    // January 2024 begins on a Monday; May 2024 ends on a Friday.
    assertThat(dates("3rd monday of january", 2024)).containsExactly("2024-01-15");
    assertThat(dates("last monday of may", 2024)).containsExactly("2024-05-27");
    assertThat(dates("5th monday of february", 2024)).isEmpty();
  }

  @Test
  void findsEaster() {
    // Western Easter dates, US Naval Observatory.
    assertThat(dates("easter", 1998)).containsExactly("1998-04-12");
    assertThat(dates("easter", 2000)).containsExactly("2000-04-23");
    assertThat(dates("easter", 2008)).containsExactly("2008-03-23");
    assertThat(dates("easter", 2011)).containsExactly("2011-04-24");
    assertThat(dates("easter", 2024)).containsExactly("2024-03-31");
    assertThat(dates("easter", 2030)).containsExactly("2030-04-21");
  }

  @Test
  void movesByDays() {
    assertThat(dates("easter -2", 2024)).containsExactly("2024-03-29");
    assertThat(dates("4th thursday of november +1", 2024)).containsExactly("2024-11-29");
  }

  @Test
  void movesAHolidayOffTheWeekend() {
    // 4 July was a Saturday in 2020, a Sunday in 2021 and a Monday in 2022.
    assertThat(dates("07-04 observed", 2020)).containsExactly("2020-07-03");
    assertThat(dates("07-04 observed", 2021)).containsExactly("2021-07-05");
    assertThat(dates("07-04 observed", 2022)).containsExactly("2022-07-04");
  }

  @Test
  void keepsASaturdayWhereOnlySundaysMove() {
    assertThat(dates("01-01 observed-monday", 2022)).containsExactly("2022-01-01");
    assertThat(dates("01-01 observed-monday", 2023)).containsExactly("2023-01-02");
  }

  @Test
  void carriesADateOverNewYear() {
    // 1 January 2022 was a Saturday, observed on the last day of 2021.
    assertThat(dates("01-01 observed", 2021)).containsExactly("2021-01-01", "2021-12-31");
  }

  @Test
  void countsOnlyOnTheNamedWeekdays() {
    assertThat(dates("12-24 mon tue wed thu", 2020)).containsExactly("2020-12-24");
    assertThat(dates("12-24 mon tue wed thu", 2021)).isEmpty();
  }

  @Test
  void refusesWordsThatMeanNoDate() {
    for (String text :
        List.of("christmas", "3rd of january", "3rd monday", "12-25 sometimes", "")) {
      assertThatThrownBy(() -> DatePattern.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("date must be like 2001-09-11")
          .hasMessageContaining("but was \"" + text + "\"");
    }
  }

  @Test
  void refusesADateThatDoesNotExist() {
    assertThatThrownBy(() -> DatePattern.parse("2001-02-29")).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> DatePattern.parse("13-01")).isInstanceOf(DateTimeException.class);
  }

  private static List<String> dates(String pattern, int year) {
    List<LocalDate> found = new ArrayList<>();
    DatePattern.parse(pattern).forEachIn(year, found::add);
    return found.stream().map(LocalDate::toString).toList();
  }
}
