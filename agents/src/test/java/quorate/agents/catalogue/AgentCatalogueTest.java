package quorate.agents.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.agents.Agent;
import quorate.agents.AgentParameters;
import quorate.agents.rule.ReversionAgent;
import quorate.agents.rule.TrendAgent;
import quorate.agents.source.AgentTemplate;
import quorate.agents.source.StrategyException;
import quorate.domain.Timeframe;
import quorate.domain.settings.SettingsException;

class AgentCatalogueTest {
  private static final AgentParameters DEFAULTS = AgentParameters.defaults(Timeframe.ofMinutes(5));

  @TempDir Path strategies;

  @Test
  void findsTheAgentsThatShipWithQuorate() {
    AgentCatalogue catalogue = AgentCatalogue.of(strategies);

    assertThat(catalogue.names()).containsExactly("reversion", "trend");
    assertThat(catalogue.find("trend").create(DEFAULTS)).isInstanceOf(TrendAgent.class);
    assertThat(catalogue.find("reversion").create(DEFAULTS)).isInstanceOf(ReversionAgent.class);
    assertThat(catalogue.find("trend").strategy()).isEmpty();
  }

  @Test
  void findsAUsersAgentByItsFile() {
    AgentTemplate.write(strategies, "Breakout");
    AgentCatalogue catalogue = AgentCatalogue.of(strategies);

    NamedAgent found = catalogue.find("Breakout");
    Agent agent = found.create(DEFAULTS);

    assertThat(catalogue.names()).containsExactly("Breakout", "reversion", "trend");
    assertThat(agent.view().window()).isEqualTo(2);
    assertThat(found.strategy().orElseThrow().checksum()).matches("[0-9a-f]{64}");
  }

  @Test
  void makesAFreshAgentEveryTime() {
    NamedAgent trend = AgentCatalogue.of(strategies).find("trend");

    assertThat(trend.create(DEFAULTS)).isNotSameAs(trend.create(DEFAULTS));
  }

  @Test
  void refusesAnUnknownNameAndSaysWhichAreNear() {
    AgentCatalogue catalogue = AgentCatalogue.of(Path.of("strategies"));

    assertThatThrownBy(() -> catalogue.find("tredn"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "no agent is called \"tredn\"; did you mean \"trend\"? There are reversion, trend; one"
                + " of your own would be strategies/Tredn.java, which ./quorate new agent Tredn"
                + " writes");
    assertThatThrownBy(() -> catalogue.find("moon-phase"))
        .hasMessage(
            "no agent is called \"moon-phase\". There are reversion, trend; one of your own would"
                + " be strategies/MoonPhase.java, which ./quorate new agent MoonPhase writes");
  }

  @Test
  void doesNotLeaveItsFolder() {
    AgentCatalogue catalogue = AgentCatalogue.of(strategies.resolve("own"));
    AgentTemplate.write(strategies, "Breakout");

    assertThatThrownBy(() -> catalogue.find("../Breakout"))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("no agent is called \"../Breakout\"");
  }

  @Test
  void refusesAParameterThatTheAgentDoesNotKnow() {
    NamedAgent trend = AgentCatalogue.of(strategies).find("trend");

    assertThatThrownBy(() ->
            trend.create(AgentParameters.of(Timeframe.ofMinutes(5), Map.of("adx_treshold", 5))))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "unknown setting \"adx_treshold\"; did you mean \"adx_threshold\"? (parameters)");
  }

  @Test
  void passesOnWhatIsWrongWithAUsersAgent() throws Exception {
    Files.writeString(strategies.resolve("Broken.java"), "public class Broken {");
    AgentCatalogue catalogue = AgentCatalogue.of(strategies);

    assertThatThrownBy(() -> catalogue.find("Broken")).isInstanceOf(StrategyException.class);
  }

  @Test
  void takesOneMoreFromAnotherRoomUnderAFreeName() {
    AgentCatalogue catalogue = AgentCatalogue.of(strategies).with("contrarian", TrendAgent::new);

    assertThat(catalogue.names()).contains("contrarian");
    assertThatThrownBy(() -> catalogue.with("contrarian", TrendAgent::new))
        .hasMessage("agents must have different names, but two are called \"contrarian\"");
  }
}
