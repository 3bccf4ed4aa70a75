package quorate.features.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.features.indicator.MutableBar;

class AdxTest {
  private final Adx adx = new Adx(2);
  private final MutableBar bar = new MutableBar();

  @Test
  void seesATrendUpInWhichOnlyHighsMove() {
    for (int i = 0; i < 10; i++) {
      adx.update(bar.prices(i, i + 1, i, i + 1));
    }

    // Each bar's movement up is 1 and its true range 1, so DI+ = 100, DI− = 0 and DX = 100.
    assertThat(adx.value()).isEqualTo(100);
    assertThat(adx.value(1)).isEqualTo(100);
    assertThat(adx.value(2)).isZero();
  }

  /// The jump of 50 is neither movement nor range: with it DI+ would be far above 100.
  @Test
  void takesNoMovementFromAcrossAGap() {
    for (int i = 0; i < 4; i++) {
      adx.update(bar.prices(0, 1, 0, 1));
    }

    adx.update(bar.prices(50, 51, 50, 51).flags(BarFlags.AFTER_GAP));

    assertThat(adx.value(1)).isZero();
  }

  @Test
  void isZeroWithoutAnyMovement() {
    for (int i = 0; i < 6; i++) {
      adx.update(bar.prices(7, 7, 7, 7));
    }

    assertThat(adx.ready()).isTrue();
    assertThat(adx.value()).isZero();
    assertThat(adx.value(1)).isZero();
  }
}
