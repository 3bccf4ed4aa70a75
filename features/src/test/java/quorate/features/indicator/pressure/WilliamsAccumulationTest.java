package quorate.features.indicator.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.MutableBar;

class WilliamsAccumulationTest {
  private final WilliamsAccumulation accumulation = new WilliamsAccumulation();
  private final MutableBar bar = new MutableBar();

  @Test
  void addsWhatClosesLieAboveTrueLowsAndBelowTrueHighs() {
    accumulation.update(bar.prices(10, 11, 9, 10));
    accumulation.update(bar.prices(11, 13, 11, 12)); // rose: 12 − min(11, 10)
    assertThat(accumulation.value()).isEqualTo(2);

    accumulation.update(bar.prices(11, 15, 10, 11)); // fell: 11 − max(15, 12)
    assertThat(accumulation.value()).isEqualTo(-2);

    accumulation.update(bar.prices(9, 12, 9, 11)); // neither
    assertThat(accumulation.value()).isEqualTo(-2);
  }

  @Test
  void addsNothingAfterAGap() {
    accumulation.update(bar.prices(10, 11, 9, 10));

    accumulation.update(bar.prices(50, 52, 49, 51).flags(BarFlags.AFTER_GAP));

    assertThat(accumulation.value()).isZero();
  }
}
