package quorate.features.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.MutableBar;

class DirectionalIndexTest {
  private final DirectionalIndex index = new DirectionalIndex(1);
  private final MutableBar bar = new MutableBar();

  @Test
  void countsOnlyTheLargerMovement() {
    index.update(bar.prices(10, 12, 8, 10));
    index.update(bar.prices(10, 15, 7, 10)); // up 3, down 1, true range 8

    assertThat(index.value(1)).isEqualTo(37.5);
    assertThat(index.value(2)).isZero();
    assertThat(index.value()).isEqualTo(100);
  }

  @Test
  void countsNeitherOfEqualMovements() {
    index.update(bar.prices(10, 12, 8, 10));
    index.update(bar.prices(10, 13, 7, 10));

    assertThat(index.value(1)).isZero();
    assertThat(index.value(2)).isZero();
  }

  @Test
  void staysWhatItWasWithoutMovement() {
    index.update(bar.prices(10, 12, 8, 10));
    index.update(bar.prices(10, 15, 8, 10));

    index.update(bar.prices(10, 14, 9, 10));

    assertThat(index.value(1)).isZero();
    assertThat(index.value()).isEqualTo(100);
  }
}
