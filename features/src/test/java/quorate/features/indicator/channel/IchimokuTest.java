package quorate.features.indicator.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.BarView;
import quorate.features.series.SyntheticBars;

class IchimokuTest {

  /// On a line of slope 1 the middle of n bars lies (n − 1) / 2 below its end; the cloud is that of
  /// 3 bars ago.
  @Test
  void hasTheCloudThatWasDrawnAheadToThisBar() {
    Ichimoku chart = new Ichimoku(3, 5, 9, 3);

    for (BarView bar : SyntheticBars.ofCloses(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)) {
      assertThat(chart.ready()).isFalse();
      chart.update(bar);
    }

    assertThat(chart.ready()).isTrue();
    assertThat(chart.value(0)).isEqualTo(11);
    assertThat(chart.value(1)).isEqualTo(10);
    assertThat(chart.value(2)).isEqualTo(9 - 1.5); // (8 + 7) / 2
    assertThat(chart.value(3)).isEqualTo(9 - 4);
    assertThat(chart.value(4)).isEqualTo(3);
  }
}
