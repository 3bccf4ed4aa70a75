package quorate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import quorate.domain.Timeframe;
import quorate.market.calendar.Calendars;

class DeskTest {
  /// US equities close at 13:00 instead of 16:00 on 3 July 2024.
  @Test
  void countsTheBarsOfAYearByTypicalSessionsEvenWhereTheFirstClosesEarly() {
    long bars = barsPerYear("US_EQUITIES", "5m", "2024-07-03T12:00:00Z");

    // 6½ hours hold 78 bars of five minutes, 252 times a year.
    assertThat(bars).isEqualTo(78 * 252);
    assertThat(barsPerYear("US_EQUITIES", "5m", "2024-07-08T12:00:00Z")).isEqualTo(bars);
  }

  @Test
  void countsOneBarASessionForDays() {
    assertThat(barsPerYear("US_EQUITIES", "1d", "2024-07-03T12:00:00Z")).isEqualTo(252);
  }

  private static long barsPerYear(String calendar, String timeframe, String first) {
    return Desk.barsPerYear(
        Calendars.named(calendar),
        Timeframe.parse(timeframe),
        Instant.parse(first).getEpochSecond() * 1_000_000_000L);
  }
}
