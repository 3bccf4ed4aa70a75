package quorate.market.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;

class YamlSettingsTest {
  @Test
  void keepsTimesDatesAndWordsAsTheyAreWritten() {
    Settings settings = read("close: 17:00\nday: 2015-09-21\nanswer: no\nsize: 010\n");

    assertThat(settings.text("close")).isEqualTo("17:00");
    assertThat(settings.text("day")).isEqualTo("2015-09-21");
    assertThat(settings.text("answer")).isEqualTo("no");
    assertThat(settings.text("size")).isEqualTo("010");
  }

  @Test
  void takesAnEmptyValueAsNotSet() {
    Settings settings = read("zone:\n");

    assertThat(settings.has("zone")).isFalse();
  }

  @Test
  void takesAnEmptyDocumentAsEmptySettings() {
    assertThat(read("# nothing here\n").keys()).isEmpty();
  }

  @Test
  void refusesAKeyWrittenTwice() {
    assertThatThrownBy(() -> read("tick: 0.25\ntick: 0.5\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("duplicate key tick")
        .hasMessageContaining("test.yaml");
  }

  @Test
  void saysOnWhichLineAFileIsNotYaml() {
    assertThatThrownBy(() -> read("a: 1\nb: [2\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("test.yaml, line 3");
  }

  @Test
  void refusesAListAtTheTop() {
    assertThatThrownBy(() -> read("- a\n- b\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "settings must be a map of keys to values, but the file holds a list (test.yaml)");
  }

  @Test
  void refusesToBuildAnyClass() {
    assertThatThrownBy(() -> read("a: !!java.io.File [\"x\"]\n"))
        .isInstanceOf(SettingsException.class);
  }

  @Test
  void saysWhichFileIsMissing(@TempDir Path folder) {
    Path file = folder.resolve("absent.yaml");

    assertThatThrownBy(() -> YamlSettings.read(file, name -> null))
        .isInstanceOf(SettingsException.class)
        .hasMessage("settings file must exist, but was not found: " + file);
  }

  private static Settings read(String text) {
    return YamlSettings.read("test.yaml", new StringReader(text), name -> null);
  }
}
