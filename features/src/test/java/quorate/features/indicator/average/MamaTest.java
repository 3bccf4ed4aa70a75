package quorate.features.indicator.average;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MamaTest {

  @Test
  void refusesAFastShareBelowTheSlowOne() {
    assertThatThrownBy(() -> new Mama(0.1, 0.2))
        .hasMessage(
            "shares must be 0.01 <= slow <= fast <= 0.99, but slow was 0.2 and fast 0.1 (feature"
                + " \"mama\")");
  }
}
