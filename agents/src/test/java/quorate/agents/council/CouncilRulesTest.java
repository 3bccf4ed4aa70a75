package quorate.agents.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.domain.settings.Settings;

class CouncilRulesTest {
  @Test
  void pinsEveryDefault() {
    CouncilRules rules = CouncilRules.defaults();

    assertThat(rules.quorum()).isEqualTo(0.5);
    assertThat(rules.quorumMembers()).isEqualTo(1);
    assertThat(rules.agreement()).isEqualTo(0.6);
    assertThat(rules.confidence()).isEqualTo(0.5);
    assertThat(rules.flat()).isEqualTo(FlatStance.SIDE);
    assertThat(rules.flatBand()).isEqualTo(0.05);
    assertThat(CouncilRules.from(Settings.empty())).isEqualTo(rules);
  }

  @Test
  void readsEveryKey() {
    Settings written =
        Settings.of(
            Map.of(
                "quorum", 0.7,
                "quorum_members", 2,
                "agreement", 0.8,
                "confidence", 0.4,
                "flat", "yields",
                "flat_band", 0.1));

    CouncilRules rules = CouncilRules.from(written);

    assertThat(rules).isEqualTo(new CouncilRules(0.7, 2, 0.8, 0.4, FlatStance.YIELDS, 0.1));
    written.rejectUnknown();
  }

  @Test
  void refusesSharesOutOfRange() {
    CouncilRules rules = CouncilRules.defaults();

    assertThatThrownBy(() -> rules.quorum(1.1))
        .hasMessage("quorum must be from 0 to 1, but was 1.1");
    assertThatThrownBy(() -> rules.quorumMembers(0))
        .hasMessage("quorum_members must be at least 1, but was 0");
    assertThatThrownBy(() -> rules.agreement(0)).hasMessage("agreement must be above 0, but was 0");
    assertThatThrownBy(() -> rules.agreement(Double.NaN))
        .hasMessage("agreement must be from 0 to 1, but was NaN");
    assertThatThrownBy(() -> rules.confidence(-0.1))
        .hasMessage("confidence must be from 0 to 1, but was -0.1");
    assertThatThrownBy(() -> rules.flatBand(1))
        .hasMessage("flat_band must be from 0 to below 1, but was 1.0");
  }

  @Test
  void refusesAnUnknownMeaningOfFlat() {
    Settings written = Settings.of(Map.of("flat", "yield"));

    assertThatThrownBy(() -> CouncilRules.from(written))
        .hasMessage(
            "flat must be one of side, yields, abstains; did you mean \"yields\"?, but was \"yield\""
                + " (settings)");
  }
}
