package quorate.features.indicator.price;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.MutableBar;

class HeikenAshiTest {

  @Test
  void averagesTheBarAndOpensInTheMiddleOfTheOneBefore() {
    HeikenAshi average = new HeikenAshi();

    average.update(new MutableBar().prices(10, 14, 9, 12));
    assertOutputs(average, 11, 14, 9, 11.25); // (10 + 12) / 2, (10 + 14 + 9 + 12) / 4

    average.update(new MutableBar().prices(20, 22, 18, 21));
    // Open (11 + 11.25) / 2 lies below the bar, so the low is there.
    assertOutputs(average, 11.125, 22, 11.125, 20.25);

    average.update(new MutableBar().prices(8, 9, 6, 7));
    // Open (11.125 + 20.25) / 2 lies above the bar, so the high is there.
    assertOutputs(average, 15.6875, 15.6875, 6, 7.5);
  }

  private static void assertOutputs(HeikenAshi bar, double... expected) {
    for (int output = 0; output < 4; output++) {
      assertThat(bar.value(output)).isEqualTo(expected[output]);
    }
  }
}
