package quorate.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.domain.Timeframe;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;

class AgentParametersTest {
  private static final Timeframe FIVE_MINUTES = Timeframe.ofMinutes(5);

  @Test
  void givesTheDefaultOfWhatIsNotWritten() {
    AgentParameters parameters = AgentParameters.defaults(FIVE_MINUTES);

    assertThat(parameters.wholeNumber("fast", 10, 1, 100)).isEqualTo(10);
    assertThat(parameters.number("width", 2.5, 0, 10)).isEqualTo(2.5);
    assertThat(parameters.flag("loud", true)).isTrue();
    assertThat(parameters.text("note", "none")).isEqualTo("none");
  }

  @Test
  void looksAtTheBarsOfTheCouncilUnlessTold() {
    assertThat(AgentParameters.defaults(FIVE_MINUTES).timeframe()).isEqualTo(FIVE_MINUTES);
    assertThat(AgentParameters.of(FIVE_MINUTES, Map.of("timeframe", "1h")).timeframe())
        .isEqualTo(Timeframe.ofMinutes(60));
  }

  @Test
  void refusesAValueOutOfRangeByItsFullName() {
    Settings playbook =
        Settings.of("playbooks/mine.yaml", Map.of("council", Map.of("fast", 0)), variable -> null);
    AgentParameters parameters = AgentParameters.of(playbook.section("council"), FIVE_MINUTES);

    assertThatThrownBy(() -> parameters.wholeNumber("fast", 10, 1, 100))
        .isInstanceOf(SettingsException.class)
        .hasMessage("council.fast must be from 1 to 100, but was \"0\" (playbooks/mine.yaml)");
  }

  @Test
  void refusesAKeyThatNobodyRead() {
    AgentParameters parameters = AgentParameters.of(FIVE_MINUTES, Map.of("fsat", 5));
    int fast = parameters.wholeNumber("fast", 10, 1, 100);

    assertThat(fast).isEqualTo(10);
    assertThatThrownBy(parameters::rejectUnknown)
        .isInstanceOf(SettingsException.class)
        .hasMessage("unknown setting \"fsat\"; did you mean \"fast\"? (parameters)");
  }
}
