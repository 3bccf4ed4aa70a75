package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollingPathTest {

  @Test
  void measuresTheWayAndHowFarItLed() {
    RollingPath path = new RollingPath(3);

    for (double value : new double[] {100, 5, 7, 4, 6}) {
      path.update(value);
    }

    assertThat(path.net()).isEqualTo(1); // from 5 to 6
    assertThat(path.length()).isEqualTo(2 + 3 + 2);
  }

  @Test
  void hasExactlyNoLengthWhenNothingMoves() {
    RollingPath path = new RollingPath(2);

    for (double value : new double[] {1e9 / 3, 0.1, 0.1, 0.1}) {
      path.update(value);
    }

    assertThat(path.length()).isZero();
    assertThat(path.ready()).isTrue();
  }
}
