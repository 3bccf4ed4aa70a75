package quorate.features.indicator.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;

class ParabolicSarTest {

  @Test
  void followsFasterWithEachNewHighAndReversesAtTheExtreme() {
    ParabolicSar stop = new ParabolicSar(0.1, 0.2);

    update(stop, 10, 8);
    assertAfter(stop, 12, 9.6, 8, 1); // long at the first low
    // 8 + 0.1 · (12 − 8) = 8.4; then the second extreme: 8.4 + 0.2 · (14 − 8.4) = 9.52.
    assertAfter(stop, 14, 11, 8.4, 1);
    assertAfter(stop, 13, 12, 9.52, 1);
    // No new extreme: 9.52 + 0.2 · (14 − 9.52) = 10.416, which the low of 10 goes through.
    assertAfter(stop, 12, 10, 14, -1);
    // Short from the extreme of 14: 14 + 0.1 · (10 − 14) = 13.6.
    assertAfter(stop, 11, 9, 13.6, -1);
  }

  @Test
  void keepsTheStopBeyondTheLastTwoBars() {
    ParabolicSar stop = new ParabolicSar(0.5, 0.5);

    update(stop, 10, 8);
    assertAfter(stop, 20, 9, 8, 1);
    assertAfter(stop, 21, 18, 9, 1); // 8 + 0.5 · (20 − 8) = 14 lies above the low of 9
  }

  @Test
  void isTheSameInTheMirror() {
    ParabolicSar rising = new ParabolicSar(0.02, 0.2);
    ParabolicSar falling = new ParabolicSar(0.02, 0.2);

    for (int i = 0; i < 200; i++) {
      double price = 100 + i * 0.1 + 5 * Math.sin(0.2 * i);
      update(rising, price + 1, price - 1.5);
      update(falling, -(price - 1.5), -(price + 1));
      if (i > 0) {
        assertThat(falling.value()).isEqualTo(-rising.value());
        assertThat(falling.value(1)).isEqualTo(-rising.value(1));
      }
    }
  }

  @Test
  void beginsWhereItIsTold() {
    Acceleration pace = new Acceleration(0.1, 0.1, 0.2);
    ParabolicSarExtended stop = new ParabolicSarExtended(-15, 0.5, pace, pace);

    update(stop, 10, 8);
    assertAfter(stop, 12, 9, 15, -1);
    // 15 + 0.1 · (9 − 15) = 14.4 is touched; long from the lowest low of 9, less half of it.
    assertAfter(stop, 16, 11, 4.5, 1);
    assertThat(stop.value(2)).isEqualTo(4.5);
  }

  @Test
  void refusesToGoBackwards() {
    assertThatThrownBy(() -> new ParabolicSar(-0.1, 0.2))
        .hasMessage(
            "accelerations must be 0 or more, but were -0.1, -0.1 and 0.2 (feature"
                + " \"parabolic_sar\")");
  }

  private static void assertAfter(
      Indicator stop, double high, double low, double value, double side) {
    update(stop, high, low);
    assertThat(stop.value()).isEqualTo(value, within(1e-12));
    assertThat(stop.value(1)).isEqualTo(side);
  }

  private static void update(Indicator stop, double high, double low) {
    stop.update(new MutableBar().prices(low, high, low, high));
  }
}
