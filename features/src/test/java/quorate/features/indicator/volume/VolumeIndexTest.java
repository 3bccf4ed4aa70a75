package quorate.features.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.MutableBar;

class VolumeIndexTest {

  @Test
  void movesOnlyWithItsBars() {
    VolumeIndex negative = VolumeIndex.negative();
    VolumeIndex positive = VolumeIndex.positive();

    double[][] bars = {{10, 5}, {11, 4}, {5.5, 6}, {7, 6}};
    for (double[] bar : bars) {
      negative.update(bar(bar[0], bar[1]));
      positive.update(bar(bar[0], bar[1]));
    }

    assertThat(negative.value()).isEqualTo(1100); // 1000 · 11/10 at the fall from 5 to 4
    assertThat(positive.value()).isEqualTo(500); // 1000 · 5.5/11 at the rise from 4 to 6
  }

  @Test
  void refusesACloseWithoutRelativeChange() {
    VolumeIndex index = VolumeIndex.negative();

    assertThatThrownBy(() -> index.update(bar(-37.63, 1)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "close must be positive to have a relative change, but was -37.63 (bar that ends at"
                + " 60)");
  }

  private static MutableBar bar(double close, double volume) {
    return new MutableBar().times(0, 60).prices(close, close, close, close).volume(volume);
  }
}
