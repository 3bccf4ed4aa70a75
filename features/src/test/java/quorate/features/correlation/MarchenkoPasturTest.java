package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarchenkoPasturTest {

  /// n/T = ¼: (1 + ½)² = 2.25.
  @Test
  void hasItsEdgeWhereTheLawSays() {
    assertThat(MarchenkoPastur.upperEdge(100, 400)).isCloseTo(2.25, within(1e-15));
    assertThat(MarchenkoPastur.upperEdge(100, 100)).isCloseTo(4, within(1e-15));
    assertThat(MarchenkoPastur.upperEdge(400, 100)).isCloseTo(9, within(1e-15));
    assertThat(MarchenkoPastur.upperEdge(100, 400, 0.5)).isCloseTo(1.125, within(1e-15));
  }

  @Test
  void refusesWhatIsNoSample() {
    assertThatThrownBy(() -> MarchenkoPastur.upperEdge(0, 10, 1))
        .hasMessage(
            "assets and days must be at least 1 and the variance not negative, but were 0, 10 and 1.0");
    assertThatThrownBy(() -> MarchenkoPastur.upperEdge(1, 10, -1)).hasMessageContaining("-1.0");
  }
}
