package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WallTimeTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void meansATimeOnTheDate() {
    assertThat(on("16:00", "2024-01-02", CHICAGO)).isEqualTo("2024-01-02T22:00:00Z");
  }

  @Test
  void meansTheEveningBefore() {
    assertThat(on("eve 17:00", "2024-01-02", CHICAGO)).isEqualTo("2024-01-01T23:00:00Z");
  }

  @Test
  void knowsTheMidnightThatEndsTheDay() {
    assertThat(on("24:00", "2024-01-02", CHICAGO)).isEqualTo("2024-01-03T06:00:00Z");
    assertThat(on("eve 24:00", "2024-01-02", CHICAGO)).isEqualTo("2024-01-02T06:00:00Z");
  }

  @Test
  void followsTheClockOfAnotherPlace() {
    // Singapore has no summer time: 08:10 there is 00:10 UTC all year.
    assertThat(on("08:10 Asia/Singapore", "2024-01-02", BERLIN)).isEqualTo("2024-01-02T00:10:00Z");
    assertThat(on("08:10 Asia/Singapore", "2024-07-02", BERLIN)).isEqualTo("2024-07-02T00:10:00Z");
  }

  @Test
  void movesATimeThatTheClockSkipsForward() {
    // At 02:00 on 31 March 2024 Berlin's clocks went to 03:00.
    assertThat(on("02:30", "2024-03-31", BERLIN)).isEqualTo("2024-03-31T01:30:00Z");
  }

  @Test
  void takesTheFirstOfATimeThatTheClockRepeats() {
    // At 03:00 on 27 October 2024 Berlin's clocks went back to 02:00.
    assertThat(on("02:30", "2024-10-27", BERLIN)).isEqualTo("2024-10-27T00:30:00Z");
  }

  @Test
  void refusesWhatIsNoTime() {
    for (String text : List.of("25:00", "24:01", "12:60", "5 pm", "1020", "late 17:00")) {
      assertThatThrownBy(() -> WallTime.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "time must be like 16:00, eve 17:00, 24:00 or 08:10 Asia/Singapore, but was \""
                  + text
                  + "\"");
    }
  }

  private static String on(String time, String date, ZoneId zone) {
    long timeNs = WallTime.parse(time).on(LocalDate.parse(date), zone);
    return At.text(timeNs);
  }
}
