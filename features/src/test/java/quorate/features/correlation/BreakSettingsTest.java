package quorate.features.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BreakSettingsTest {

  @Test
  void hasTheseDefaults() {
    assertThat(BreakSettings.defaults()).isEqualTo(new BreakSettings(120, 5, 199, 0.01, 1));
  }

  @Test
  void refusesWhatCannotBeTested() {
    assertThatThrownBy(() -> new BreakSettings(20, 5, 199, 0.01, 1))
        .hasMessage(
            "window must be at least 5 blocks and a whole number of them, but was 20 days of blocks of 5");
    assertThatThrownBy(() -> new BreakSettings(121, 5, 199, 0.01, 1))
        .hasMessageContaining("121 days");
    assertThatThrownBy(() -> new BreakSettings(120, 5, 18, 0.1, 1))
        .hasMessage("permutations must be at least 19, but were 18");
    assertThatThrownBy(() -> new BreakSettings(120, 5, 199, 0.004, 1))
        .hasMessage("level must be within 1/200 and 0.5, but was 0.004");
  }
}
