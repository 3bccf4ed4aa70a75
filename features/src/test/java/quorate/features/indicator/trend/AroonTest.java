package quorate.features.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.series.SyntheticBars;

class AroonTest {
  private final Aroon aroon = new Aroon(4);

  @Test
  void tellsHowLatelyTheExtremesCame() {
    SyntheticBars.ofCloses(3, 9, 5, 2, 6).forEach(aroon::update);

    // The high came 3 bars ago, the low 1 bar ago, of 4.
    assertThat(aroon.value(1)).isEqualTo(25);
    assertThat(aroon.value(2)).isEqualTo(75);
    assertThat(aroon.value()).isEqualTo(-50);
  }

  @Test
  void takesTheNewestOfEqualExtremes() {
    SyntheticBars.flat(5, 5, 5, 5, 5).forEach(aroon::update);

    assertThat(aroon.value(1)).isEqualTo(100);
    assertThat(aroon.value(2)).isEqualTo(100);
  }
}
