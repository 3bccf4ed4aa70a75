package quorate.features.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void isTheQuotient() {
    assertThat(Share.of(-1, 4)).isEqualTo(-0.25);
    assertThat(Share.percent(-1, 4)).isEqualTo(-25);
  }

  @Test
  void isZeroOfNothing() {
    assertThat(Share.of(0, 0)).isZero();
    assertThat(Share.percent(0, 0)).isZero();
  }

  /// What an average of long ago has faded to is a few steps of the smallest double: no share of it
  /// means anything.
  @Test
  void countsWhatHasLostItsDigitsAsNothing() {
    assertThat(Share.percent(Double.MIN_VALUE, 2 * Double.MIN_VALUE)).isZero();
  }
}
