package quorate.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;

class QuorateSettingsTest {
  @Test
  void defaultsArePinned() {
    assertThat(QuorateSettings.defaults())
        .isEqualTo(
            new QuorateSettings(
                new SystemSettings(SystemSettings.Mode.BACKTEST),
                new DataSettings(
                    Path.of("data/lake"),
                    Path.of("data/tape"),
                    Path.of("mappings"),
                    Path.of("instruments.yaml"),
                    Path.of(".quorate/samples")),
                new StorageSettings(
                    Path.of("runs"),
                    Path.of("playbooks"),
                    Path.of("strategies"),
                    512,
                    2,
                    Duration.ofSeconds(10)),
                new ReportSettings(0)));
  }

  @Test
  void theShippedFileHoldsTheDefaults() {
    Path shipped = SharedData.projectRoot().resolve("quorate.yaml");

    assertThat(QuorateSettings.read(shipped)).isEqualTo(QuorateSettings.defaults());
  }

  @Test
  void everyKeyIsDocumented() throws IOException {
    Settings asked = Settings.empty();
    QuorateSettings.of(asked);

    assertThat(SettingsPage.quorateKeys().keySet())
        .containsExactlyInAnyOrderElementsOf(asked.asked());
  }

  @Test
  void everyDocumentedDefaultIsTheDefault() throws IOException {
    for (Map.Entry<String, String> key : SettingsPage.quorateKeys().entrySet()) {
      String[] path = key.getKey().split("\\.", -1);
      String yaml = path[0] + ":\n  " + path[1] + ": " + key.getValue() + "\n";

      assertThat(QuorateSettings.parse(yaml, name -> null))
          .as(key.getKey())
          .isEqualTo(QuorateSettings.defaults());
    }
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestKnownOne() {
    assertThatThrownBy(() -> QuorateSettings.parse("storage:\n  lake_thread: 2\n", name -> null))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "unknown setting \"storage.lake_thread\"; did you mean \"lake_threads\"?"
                + " (quorate.yaml)");
  }

  @Test
  void aModeThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> QuorateSettings.parse("system: {mode: live}", name -> null))
        .hasMessageContaining("system.mode must be one of backtest, but was \"live\"");
  }
}
