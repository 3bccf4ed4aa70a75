package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmaCascadeTest {

  /// Share 2 / (2 + 1) = 2/3. The first average of 3, 9, 6, 12 is (3 + 9) / 2 = 6, 6, 10; the
  /// second begins as (6 + 6) / 2 = 6 and goes 2/3 of the way to 10.
  @Test
  void averagesTheAveragesFromTheirFirstOn() {
    EmaCascade cascade = new EmaCascade(2, 2);

    cascade.update(3);
    cascade.update(9);
    cascade.update(6);
    assertThat(cascade.ready()).isTrue();
    assertThat(cascade.value(0)).isEqualTo(6);
    assertThat(cascade.value(1)).isEqualTo(6);

    cascade.update(12);
    assertThat(cascade.value(0)).isEqualTo(10);
    assertThat(cascade.value(1)).isEqualTo(6 + 8.0 / 3);
    assertThat(cascade.warmUp()).isEqualTo(3);
  }
}
