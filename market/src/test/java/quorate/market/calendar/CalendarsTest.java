package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CalendarsTest {
  @Test
  void givesTheSameCalendarEveryTime() {
    assertThat(Calendars.named("CME_EQUITY_INDEX")).isSameAs(Calendars.named("CME_EQUITY_INDEX"));
  }

  @Test
  void readsEveryCalendarItNames() {
    for (String name : Calendars.names()) {
      assertThat(Calendars.named(name).name()).isEqualTo(name);
    }
  }

  @Test
  void refusesAnUnknownNameWithTheNearestKnownOne() {
    assertThatThrownBy(() -> Calendars.named("US_EQUITY"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("calendar must be one of ")
        .hasMessageContaining("but was \"US_EQUITY\"; did you mean \"US_EQUITIES\"?");
  }
}
