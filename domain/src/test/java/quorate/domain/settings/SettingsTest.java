package quorate.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void refusesAnUnknownKeyAndNamesTheNearest() {
    Settings settings = Settings.of(Map.of("risk", Map.of("max_leverge", "3")));
    settings.section("risk").number("max_leverage", 2, 0, 10);

    assertThatThrownBy(settings::rejectUnknown)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "unknown setting \"risk.max_leverge\"; did you mean \"max_leverage\"? (settings)");
  }

  @Test
  void expandsTheEnvironmentAndFallsBackToTheDefault() {
    Settings settings =
        Settings.of(
            "quorate.yaml",
            Map.of("a", "${SET:x}", "b", "${UNSET:other}"),
            name -> name.equals("SET") ? "found" : null);

    assertThat(settings.text("a")).isEqualTo("found");
    assertThat(settings.text("b")).isEqualTo("other");
  }

  @Test
  void saysWhichVariableIsMissing() {
    Settings settings = Settings.of(Map.of("key", "${SECRET}"));

    assertThatThrownBy(() -> settings.text("key"))
        .hasMessageContaining("key needs the environment variable SECRET, which is not set");
  }

  @Test
  void refusesANumberOutsideItsRange() {
    Settings settings = Settings.of(Map.of("section", Map.of("threads", "65")));

    assertThatThrownBy(() -> settings.section("section").wholeNumber("threads", 2, 1, 64))
        .hasMessage("section.threads must be from 1 to 64, but was \"65\" (settings)");
  }

  @Test
  void tellsWhatWasAskedForWithFullNames() {
    Settings settings = Settings.empty();
    settings.text("name", "x");
    settings.section("risk").flag("strict", true);

    assertThat(settings.asked()).containsExactly("name", "risk.strict");
  }
}
