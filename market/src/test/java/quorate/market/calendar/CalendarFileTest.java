package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import quorate.domain.settings.SettingsException;
import quorate.market.yaml.YamlSettings;

class CalendarFileTest {
  private static final String HEAD =
      """
      name: TEST
      zone: UTC
      hours:
        - { from: 2020-01-01, days: mon tue wed thu fri, open: 09:00, close: 17:00, breaks: [12:00 - 13:00] }
      """;

  @Test
  void cutsTheBreaksToWhatAShortDayLeaves() {
    SessionCalendar calendar =
        calendar(HEAD + "special:\n  - { name: Half day, on: 2024-07-03, close: 12:30 }\n");

    Session session = calendar.sessionOn(LocalDate.parse("2024-07-03")).orElseThrow();

    assertThat(session.breaks())
        .containsExactly(
            new Session.Pause(At.utc("2024-07-03T12:00:00Z"), At.utc("2024-07-03T12:30:00Z")));
  }

  @Test
  void takesOpenAndCloseFromDifferentRules() {
    SessionCalendar calendar =
        calendar(
            HEAD
                + """
                special:
                  - { name: Late, on: 2024-07-03, open: 10:00 }
                  - { name: Short, on: 2024-07-03, close: 16:00 }
                  - { name: Never reached, on: 2024-07-03, open: 11:00, close: 15:00 }
                """);

    Session session = calendar.sessionOn(LocalDate.parse("2024-07-03")).orElseThrow();

    assertThat(At.text(session)).isEqualTo("2024-07-03T10:00:00Z..2024-07-03T16:00:00Z");
  }

  @Test
  void givesWhatIsNotWrittenAsInTheCalendarItIsLike() {
    CalendarRules model = rules(HEAD + "closed:\n  - { name: Closed, on: 2024-07-03 }\n");

    CalendarRules rules =
        CalendarFile.read(
            YamlSettings.read(
                "like.yaml", new StringReader("name: OTHER\nlike: TEST\n"), name -> null),
            name -> model);

    assertThat(rules.name()).isEqualTo("OTHER");
    assertThat(rules.weeks()).isEqualTo(model.weeks());
    assertThat(rules.closed()).isEqualTo(model.closed());
  }

  @Test
  void refusesAnUnknownKey() {
    assertThatThrownBy(() -> rules(HEAD + "holidays: []\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("unknown setting \"holidays\"");
  }

  @Test
  void refusesASpecialDayWithNothingSpecial() {
    assertThatThrownBy(() -> rules(HEAD + "special:\n  - { name: Odd, on: 2024-07-03 }\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("special[0].close must be given, or open, for a special day");
  }

  @Test
  void refusesAWeekdayWithTwoHours() {
    assertThatThrownBy(
            () -> rules(HEAD + "  - { from: 2020-01-01, days: fri, open: 09:00, close: 15:00 }\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("hours[1].days must be given once for each date of change");
  }

  @Test
  void refusesACalendarWithoutHours() {
    assertThatThrownBy(() -> rules("name: TEST\nzone: UTC\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("calendar must have hours, but has none: TEST");
  }

  private static SessionCalendar calendar(String text) {
    return new RuledCalendar(rules(text));
  }

  private static CalendarRules rules(String text) {
    return CalendarFile.read(
        YamlSettings.read("test.yaml", new StringReader(text), name -> null),
        name -> {
          throw new AssertionError("no other calendar is asked for, but was " + name);
        });
  }
}
