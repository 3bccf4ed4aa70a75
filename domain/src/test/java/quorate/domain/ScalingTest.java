package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {

  @Test
  void mustHaveALimitAboveZero() {
    assertThatThrownBy(() -> new Scaling.Clipped(0))
        .hasMessage("limit of a scaling must be above 0 and finite, but was 0.0");
    assertThatThrownBy(() -> new Scaling.Running(500, Double.NaN))
        .hasMessage("limit of a scaling must be above 0 and finite, but was NaN");
  }

  @Test
  void forgetsAfterAHalfLifeAboveZero() {
    assertThatThrownBy(() -> new Scaling.Running(0, 5))
        .hasMessage("half-life of a scaling must be above 0 rows and finite, but was 0.0");
  }

  @Test
  void isFrozenByFiniteNumbers() {
    assertThatThrownBy(() -> new Scaling.Frozen(List.of(1.0), List.of(), 5))
        .hasMessage("a scaling must have as many deviations as means, 1, but had 0");
    assertThatThrownBy(() -> new Scaling.Frozen(List.of(Double.NaN), List.of(1.0), 5))
        .hasMessage("mean of a scaling must be finite, but was NaN (column 0)");
    assertThatThrownBy(() -> new Scaling.Frozen(List.of(1.0), List.of(-1.0), 5))
        .hasMessage("deviation of a scaling must be 0 or more and finite, but was -1.0 (column 0)");
  }

  @Test
  void fitsTheColumnsOfItsView() {
    View view = View.of(Timeframe.ofMinutes(30), "close", "volume");

    assertThatThrownBy(() -> view.scaling(new Scaling.Frozen(List.of(1.0), List.of(1.0), 5)))
        .hasMessage("a frozen scaling must be of the view's 2 columns, but was of 1");
    assertThat(view.scaling()).isEqualTo(Scaling.NATURAL);
  }
}
