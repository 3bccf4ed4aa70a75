package quorate.market.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QualitySummaryTest {
  @Test
  void refusesToLoseARow() {
    assertThatThrownBy(() -> new QualitySummary(10, 8, Map.of(Reason.ZERO, 1L), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "accepted and quarantined rows must add up to the rows read, but 8 + 1 is not 10");
  }

  @Test
  void addsUpOverFiles() {
    QualitySummary a =
        new QualitySummary(10, 8, Map.of(Reason.ZERO, 2L), Map.of(Reason.OFF_GRID, 4L));
    QualitySummary b =
        new QualitySummary(5, 3, Map.of(Reason.ZERO, 1L, Reason.MISSING, 1L), Map.of());

    QualitySummary both = QualitySummary.empty().plus(a).plus(b);

    assertThat(both.rejected()).isEqualTo(4);
    assertThat(both.line())
        .isEqualTo("15 read, 11 accepted, 4 quarantined (zero 3, missing 1), marked: off_grid 4");
  }
}
