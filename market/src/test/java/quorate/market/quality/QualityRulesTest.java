package quorate.market.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;

class QualityRulesTest {
  @Test
  void pinsTheDefaults() {
    QualityRules rules = QualityRules.defaults();

    for (Reason reason : Reason.values()) {
      assertThat(rules.action(reason))
          .as(reason.key())
          .isEqualTo(reason == Reason.ZERO_VOLUME ? Action.FLAG : Action.REJECT);
    }
    assertThat(rules.jumpMinimum()).isEqualTo(0.4);
    assertThat(rules.jumpMultiple()).isEqualTo(20);
    assertThat(QualityRules.read(Settings.empty())).isEqualTo(rules);
  }

  @Test
  void readsAnActionForEveryReason() {
    QualityRules rules =
        QualityRules.read(
            Settings.of(
                Map.of("outside_session", "flag", "off_grid", "ignore", "jump_minimum", "0.5")));

    assertThat(rules.action(Reason.OUTSIDE_SESSION)).isEqualTo(Action.FLAG);
    assertThat(rules.action(Reason.OFF_GRID)).isEqualTo(Action.IGNORE);
    assertThat(rules.action(Reason.MISSING)).isEqualTo(Action.REJECT);
    assertThat(rules.jumpMinimum()).isEqualTo(0.5);
  }

  @Test
  void refusesAnUnknownActionWithTheNearest() {
    assertThatThrownBy(() -> QualityRules.read(Settings.of(Map.of("zero", "rejekt"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("one of reject, flag, ignore; did you mean \"reject\"?");
  }

  @Test
  void keepsTheBitsOfFlagsForEver() {
    // Stored in the lake: a changed number would change what old data says.
    assertThat(Reason.values())
        .extracting(Reason::key, Reason::flag)
        .containsExactly(
            tuple("missing", 1),
            tuple("negative", 2),
            tuple("zero", 4),
            tuple("off_grid", 8),
            tuple("inconsistent_bar", 16),
            tuple("crossed_quote", 32),
            tuple("out_of_order", 64),
            tuple("duplicate", 128),
            tuple("absurd_jump", 256),
            tuple("outside_session", 512),
            tuple("zero_volume", 1024));
  }
}
