package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The days around the clock changes of 2024: New York and Chicago on 10 March and 3 November,
/// Berlin on 31 March and 27 October.
class DaylightSavingTest {
  @Test
  void opensStocksAnHourEarlierInUtcOnceNewYorkIsOnSummerTime() {
    assertThat(session("US_EQUITIES", "2024-03-08"))
        .isEqualTo("2024-03-08T14:30:00Z..2024-03-08T21:00:00Z");
    assertThat(session("US_EQUITIES", "2024-03-11"))
        .isEqualTo("2024-03-11T13:30:00Z..2024-03-11T20:00:00Z");
  }

  @Test
  void opensStocksAnHourLaterInUtcOnceNewYorkIsOnWinterTime() {
    assertThat(session("US_EQUITIES", "2024-11-01"))
        .isEqualTo("2024-11-01T13:30:00Z..2024-11-01T20:00:00Z");
    assertThat(session("US_EQUITIES", "2024-11-04"))
        .isEqualTo("2024-11-04T14:30:00Z..2024-11-04T21:00:00Z");
  }

  @Test
  void opensIndexFuturesOnTheSundayOfTheChangeByTheNewClock() {
    assertThat(session("CME_EQUITY_INDEX", "2024-03-11"))
        .isEqualTo("2024-03-10T22:00:00Z..2024-03-11T21:00:00Z");
    assertThat(session("CME_EQUITY_INDEX", "2024-11-04"))
        .isEqualTo("2024-11-03T23:00:00Z..2024-11-04T22:00:00Z");
  }

  @Test
  void opensEurexInSummerWhenSingaporeDoes() {
    assertThat(session("EUREX_INDEX", "2024-03-28"))
        .isEqualTo("2024-03-28T00:10:00Z..2024-03-28T21:00:00Z");
    assertThat(session("EUREX_INDEX", "2024-04-02"))
        .isEqualTo("2024-04-02T00:10:00Z..2024-04-02T20:00:00Z");
  }

  @Test
  void shortensAndLengthensTheEurexDayByTheHourThatBerlinMoves() {
    // 00:10 UTC to 22:00 in Berlin: 20:50 in winter, 19:50 in summer.
    assertThat(length("EUREX_INDEX", "2024-10-25")).isEqualTo(Duration.ofMinutes(19 * 60 + 50));
    assertThat(length("EUREX_INDEX", "2024-10-28")).isEqualTo(Duration.ofMinutes(20 * 60 + 50));
  }

  @Test
  void opensEurexByBerlinsClockBeforeTheAsianHours() {
    assertThat(session("EUREX_INDEX", "2012-03-23"))
        .isEqualTo("2012-03-23T06:50:00Z..2012-03-23T21:00:00Z");
    assertThat(session("EUREX_INDEX", "2012-03-26"))
        .isEqualTo("2012-03-26T05:50:00Z..2012-03-26T20:00:00Z");
  }

  @Test
  void keepsACurrencyDayAtTwentyFourHours() {
    // The change falls into the closed weekend, so every session has 24 hours; the weekend does
    // not.
    assertThat(length("FX_WEEK", "2024-03-11")).isEqualTo(Duration.ofHours(24));
    assertThat(session("FX_WEEK", "2024-03-08"))
        .isEqualTo("2024-03-07T22:00:00Z..2024-03-08T22:00:00Z");
    assertThat(session("FX_WEEK", "2024-03-11"))
        .isEqualTo("2024-03-10T21:00:00Z..2024-03-11T21:00:00Z");
  }

  @Test
  void leavesTheUtcDayAsItIs() {
    assertThat(session("CRYPTO_24_7", "2024-03-31"))
        .isEqualTo("2024-03-31T00:00:00Z..2024-04-01T00:00:00Z");
  }

  private static String session(String calendar, String date) {
    return At.text(found(calendar, date));
  }

  private static Duration length(String calendar, String date) {
    Session session = found(calendar, date);
    return Duration.ofNanos(session.closeNs() - session.openNs());
  }

  private static Session found(String calendar, String date) {
    return Calendars.named(calendar).sessionOn(LocalDate.parse(date)).orElseThrow();
  }
}
