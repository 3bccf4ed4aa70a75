package quorate.features.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.MutableBar;

class VwmaTest {

  @Test
  void weighsClosesByVolume() {
    Vwma average = new Vwma(2);

    average.update(bar(10, 1));
    average.update(bar(40, 3));

    assertThat(average.value()).isEqualTo(32.5); // (10 + 120) / 4
  }

  @Test
  void isTheCloseWhereNothingWasTraded() {
    Vwma average = new Vwma(2);

    average.update(bar(10, 1));
    average.update(bar(11, 0));
    assertThat(average.value()).isEqualTo(10);
    average.update(bar(12, 0));
    assertThat(average.value()).isEqualTo(12);
  }

  private static MutableBar bar(double close, double volume) {
    return new MutableBar().prices(close, close, close, close).volume(volume);
  }
}
