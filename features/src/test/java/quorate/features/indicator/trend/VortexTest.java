package quorate.features.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.MutableBar;

class VortexTest {
  private final Vortex vortex = new Vortex(1);
  private final MutableBar bar = new MutableBar();

  @Test
  void isLargerInTheDirectionOfTheTrend() {
    vortex.update(bar.prices(10, 12, 10, 11));
    vortex.update(bar.prices(11, 15, 11, 14));

    // Up 15 − 10, down |11 − 12|, true range 15 − 11.
    assertThat(vortex.value()).isEqualTo(1.25);
    assertThat(vortex.value(1)).isEqualTo(0.25);
  }

  @Test
  void takesNoSideAfterAGap() {
    vortex.update(bar.prices(10, 12, 10, 11));

    vortex.update(bar.prices(50, 53, 51, 52).flags(BarFlags.AFTER_GAP));

    assertThat(vortex.value()).isEqualTo(1);
    assertThat(vortex.value(1)).isEqualTo(1);
  }
}
