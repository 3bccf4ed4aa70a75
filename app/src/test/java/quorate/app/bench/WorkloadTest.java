package quorate.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkloadTest {
  @Test
  void publishedFiguresRestOnTenMillionTradesAndTwoHundredMillionInMemory() {
    assertThat(Workload.full())
        .isEqualTo(
            new Workload(421_785, 24, 60, 1_000_000, 200_000, 200_000_000, 20_000, 100_000, 12, 5));
  }

  @Test
  void anEvenNumberOfRunsHasNoMedianOfItsOwn() {
    assertThatThrownBy(() -> new Workload(1, 1, 1, 1, 1, 1, 1, 1, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("runs must be odd and at least 1, but was 2");
  }
}
