package quorate.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import quorate.domain.Timeframe;

class HorizonTest {
  @Test
  void isTheLengthOfItsBars() {
    assertThat(Horizon.ofBars(Timeframe.ofMinutes(5), 30))
        .isEqualTo(Duration.ofMinutes(150).toNanos());
  }

  @Test
  void isADayForBarsWithoutALength() {
    assertThat(Horizon.ofBars(Timeframe.parse("500t"), 30)).isEqualTo(Duration.ofDays(1).toNanos());
  }

  @Test
  void isAtLeastABar() {
    assertThatThrownBy(() -> Horizon.ofBars(Timeframe.ofMinutes(5), 0))
        .hasMessage("a horizon must be at least 1 bar, but was 0");
  }
}
