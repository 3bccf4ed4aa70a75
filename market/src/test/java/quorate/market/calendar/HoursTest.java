package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Dated changes of hours, holidays and short days; times are local to the exchange.
class HoursTest {
  @Test
  void closesIndexFuturesAtAQuarterPastFourUntilSeptember2015() {
    assertThat(hours("CME_EQUITY_INDEX", "2013-10-07")).isEqualTo("10-06T17:00..10-07T16:15");
    assertThat(hours("CME_EQUITY_INDEX", "2015-09-18")).isEqualTo("09-17T17:00..09-18T16:15");
    assertThat(hours("CME_EQUITY_INDEX", "2015-09-21")).isEqualTo("09-20T17:00..09-21T16:00");
  }

  @Test
  void pausesIndexFuturesAfterTheStockCloseUntilJune2021() {
    assertThat(breaks("CME_EQUITY_INDEX", "2013-10-07")).isEqualTo("10-07T15:15..10-07T15:30");
    assertThat(breaks("CME_EQUITY_INDEX", "2021-06-25")).isEqualTo("06-25T15:15..06-25T15:30");
    assertThat(breaks("CME_EQUITY_INDEX", "2021-06-28")).isEmpty();
  }

  @Test
  void countsIndexFuturesAfterTheStockCloseToTheNextDayUntilNovember2012() {
    assertThat(hours("CME_EQUITY_INDEX", "2012-11-15")).isEqualTo("11-14T15:30..11-15T15:15");
    assertThat(breaks("CME_EQUITY_INDEX", "2012-11-15")).isEqualTo("11-14T16:30..11-14T17:00");
    assertThat(hours("CME_EQUITY_INDEX", "2012-11-12")).isEqualTo("11-11T17:00..11-12T15:15");
    assertThat(hours("CME_EQUITY_INDEX", "2012-11-19")).isEqualTo("11-18T17:00..11-19T16:15");
  }

  @Test
  void reopensIndexFuturesInTheEveningAfterAShortDayOfOldHours() {
    // Independence Day 2012, a Wednesday, closed at 10:30; the next day began at 17:00, not 15:30.
    assertThat(hours("CME_EQUITY_INDEX", "2012-07-04")).isEqualTo("07-03T17:00..07-04T10:30");
    assertThat(hours("CME_EQUITY_INDEX", "2012-07-05")).isEqualTo("07-04T17:00..07-05T15:15");
  }

  @Test
  void closesEnergyAtAQuarterPastFiveUntilSeptember2015() {
    assertThat(hours("NYMEX_ENERGY", "2015-09-18")).isEqualTo("09-17T18:00..09-18T17:15");
    assertThat(hours("NYMEX_ENERGY", "2015-09-21")).isEqualTo("09-20T18:00..09-21T17:00");
    assertThat(hours("COMEX_METALS", "2013-10-07")).isEqualTo("10-06T18:00..10-07T17:15");
  }

  @Test
  void followsTheGrainsThroughTheirChanges() {
    assertThat(hours("CBOT_GRAINS", "2012-05-18")).isEqualTo("05-17T18:00..05-18T13:15");
    assertThat(hours("CBOT_GRAINS", "2012-05-21")).isEqualTo("05-20T17:00..05-21T14:00");
    assertThat(breaks("CBOT_GRAINS", "2012-05-21")).isEmpty();
    assertThat(hours("CBOT_GRAINS", "2013-04-08")).isEqualTo("04-07T19:00..04-08T13:15");
    assertThat(breaks("CBOT_GRAINS", "2013-04-08")).isEqualTo("04-08T07:45..04-08T08:30");
    assertThat(hours("CBOT_GRAINS", "2015-07-06")).isEqualTo("07-05T19:00..07-06T13:20");
  }

  @Test
  void opensGrainsOnlyForTheDaySessionAfterThanksgiving() {
    assertThat(hours("CBOT_GRAINS", "2019-11-29")).isEqualTo("11-29T08:30..11-29T12:05");
    assertThat(breaks("CBOT_GRAINS", "2019-11-29")).isEmpty();
  }

  @Test
  void followsEurexThroughItsChanges() {
    assertThat(hours("EUREX_INDEX", "2005-11-18")).isEqualTo("11-18T09:00..11-18T20:00");
    assertThat(hours("EUREX_INDEX", "2005-11-21")).isEqualTo("11-21T09:00..11-21T22:00");
    assertThat(hours("EUREX_INDEX", "2006-06-01")).isEqualTo("06-01T07:50..06-01T22:00");
    assertThat(hours("EUREX_INDEX", "2018-12-07")).isEqualTo("12-07T07:50..12-07T22:00");
    assertThat(hours("EUREX_INDEX", "2018-12-10")).isEqualTo("12-10T01:10..12-10T22:00");
  }

  @Test
  void closesStocksOnTheDaysThatNoRuleForetold() {
    for (String date :
        new String[] {
          "2001-09-11",
          "2001-09-14",
          "2004-06-11",
          "2007-01-02",
          "2012-10-29",
          "2012-10-30",
          "2018-12-05",
          "2025-01-09"
        }) {
      assertThat(hours("US_EQUITIES", date)).as(date).isEqualTo("closed");
    }
    assertThat(hours("US_EQUITIES", "2001-09-17")).isEqualTo("09-17T09:30..09-17T16:00");
  }

  @Test
  void endsStocksEarlyOnHalfDays() {
    assertThat(hours("US_EQUITIES", "2024-07-03")).isEqualTo("07-03T09:30..07-03T13:00");
    assertThat(hours("US_EQUITIES", "2024-11-29")).isEqualTo("11-29T09:30..11-29T13:00");
    assertThat(hours("US_EQUITIES_EXTENDED", "2024-11-29")).isEqualTo("11-29T04:00..11-29T17:00");
  }

  @Test
  void closesExtendedStocksOnTheSameHolidays() {
    assertThat(hours("US_EQUITIES_EXTENDED", "2024-12-25")).isEqualTo("closed");
    assertThat(hours("US_EQUITIES_EXTENDED", "2024-12-23")).isEqualTo("12-23T04:00..12-23T20:00");
  }

  @Test
  void keepsTheYearsEndOfASaturdayNewYearOpen() {
    // 1 January 2011 and 2022 were Saturdays; stocks traded on the Friday before.
    assertThat(hours("US_EQUITIES", "2010-12-31")).isEqualTo("12-31T09:30..12-31T16:00");
    assertThat(hours("US_EQUITIES", "2021-12-31")).isEqualTo("12-31T09:30..12-31T16:00");
  }

  @Test
  void opensIndexFuturesOnGoodFridayOnlyForPayrolls() {
    assertThat(hours("CME_EQUITY_INDEX", "2023-04-07")).isEqualTo("04-06T17:00..04-07T08:15");
    assertThat(hours("CME_EQUITY_INDEX", "2024-03-29")).isEqualTo("closed");
  }

  @Test
  void namesACurrencySessionByTheDayItEndsOn() {
    SessionCalendar calendar = Calendars.named("FX_WEEK");

    Session sundayEvening =
        calendar.sessionAt(At.local("2024-01-07T17:00", "America/New_York")).orElseThrow();

    assertThat(sundayEvening.date()).isEqualTo(LocalDate.parse("2024-01-08"));
    assertThat(calendar.isOpen(At.local("2024-01-07T16:59", "America/New_York"))).isFalse();
    assertThat(calendar.isOpen(At.local("2024-01-05T16:59", "America/New_York"))).isTrue();
    assertThat(calendar.isOpen(At.local("2024-01-05T17:00", "America/New_York"))).isFalse();
  }

  @Test
  void tradesCoinsOnAChristmasThatIsASunday() {
    assertThat(hours("CRYPTO_24_7", "2022-12-25")).isEqualTo("12-25T00:00..12-26T00:00");
  }

  private static String hours(String calendar, String date) {
    SessionCalendar named = Calendars.named(calendar);
    return named
        .sessionOn(LocalDate.parse(date))
        .map(session -> span(named, session.openNs(), session.closeNs()))
        .orElse("closed");
  }

  private static String breaks(String calendar, String date) {
    SessionCalendar named = Calendars.named(calendar);
    StringBuilder found = new StringBuilder();
    for (Session.Pause pause : named.sessionOn(LocalDate.parse(date)).orElseThrow().breaks()) {
      found.append(span(named, pause.fromNs(), pause.toNs()));
    }
    return found.toString();
  }

  private static String span(SessionCalendar calendar, long fromNs, long toNs) {
    return At.localText(fromNs, calendar.zone()) + ".." + At.localText(toNs, calendar.zone());
  }
}
