package quorate.features.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.MutableBar;

class OnBalanceVolumeTest {

  @Test
  void addsTheVolumeOfRisesAndTakesThatOfFallsAway() {
    OnBalanceVolume balance = new OnBalanceVolume();

    balance.update(bar(10, 100, 0));
    balance.update(bar(11, 30, 0));
    balance.update(bar(11, 1000, 0));
    balance.update(bar(10.5, 7, 0));

    assertThat(balance.value()).isEqualTo(100 + 30 - 7);
  }

  @Test
  void comparesNothingAcrossAGap() {
    OnBalanceVolume balance = new OnBalanceVolume();
    balance.update(bar(10, 100, 0));

    balance.update(bar(11, 30, BarFlags.AFTER_GAP));

    assertThat(balance.value()).isEqualTo(100);
  }

  private static MutableBar bar(double close, double volume, int flags) {
    return new MutableBar().prices(close, close, close, close).volume(volume).flags(flags);
  }
}
