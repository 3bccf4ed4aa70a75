package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RunSettingsTest {
  @Test
  void defaultsArePinned() {
    assertThat(RunSettings.defaults(5))
        .isEqualTo(new RunSettings(5, 1_000, 10_000, 10_000, 20, null, 0, 1e9));
  }

  @Test
  void refusesWhatNoRunCanBe() {
    assertThatThrownBy(() -> RunSettings.defaults(0))
        .hasMessage("steps must be at least 1, but was 0");
    assertThatThrownBy(() -> new RunSettings(1, 1, 1, 1, 0, null, 0, 1))
        .hasMessage("episodes of an evaluation must be from 1 to 10,000, but were 0");
    assertThatThrownBy(() -> new RunSettings(1, 1, 1, 1, 10_001, null, 0, 1))
        .hasMessage("episodes of an evaluation must be from 1 to 10,000, but were 10,001");
    assertThatThrownBy(() -> new RunSettings(1, 1, 1, 1, 1, null, 0, Double.NaN))
        .hasMessage("the bound of a loss must be above 0, but was NaN");
    assertThatThrownBy(() -> new RunSettings(1, 1, 1, 1, 1, Double.NaN, 0, 1))
        .hasMessage("the return to stop at must be finite, but was NaN");
  }
}
