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
import quorate.learning.run.RunSettings;

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
                new ReportSettings(0),
                new LearningSettings(
                    1_000, 10_000, 10_000, 20, 1e9, new LearningSettings.Mlflow("", "quorate"))));
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
      String yaml = nested(path, 0) + key.getValue() + "\n";

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

  private static String nested(String[] path, int at) {
    String line = "  ".repeat(at) + path[at] + ": ";
    return at == path.length - 1 ? line : line.stripTrailing() + "\n" + nested(path, at + 1);
  }

  @Test
  void howRunsAreWatchedIsAsTheRunsOwnDefaultsSay() {
    LearningSettings settings = QuorateSettings.defaults().learning();
    RunSettings own = RunSettings.defaults(1);

    assertThat(settings.logEverySteps()).isEqualTo(own.logEvery());
    assertThat(settings.checkpointEverySteps()).isEqualTo(own.checkpointEvery());
    assertThat(settings.evaluateEverySteps()).isEqualTo(own.evaluateEvery());
    assertThat(settings.evaluationEpisodes()).isEqualTo(own.episodes());
    assertThat(settings.lossBound()).isEqualTo(own.lossBound());
  }

  @Test
  void aPasswordInTheAddressOfATrackingServerIsRefused() {
    String yaml = "learning: {mlflow: {tracking_uri: \"http://me:secret@host:5000\"}}";

    assertThatThrownBy(() -> QuorateSettings.parse(yaml, name -> null))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "learning.mlflow.tracking_uri: must hold no name and password; put them into the"
                + " environment as MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
                + " (quorate.yaml)");
  }

  @Test
  void theAddressOfATrackingServerMayComeFromTheEnvironment() {
    QuorateSettings settings =
        QuorateSettings.parse(
            "learning: {mlflow: {tracking_uri: \"${MLFLOW_TRACKING_URI:}\"}}",
            Map.of("MLFLOW_TRACKING_URI", "http://host:5000")::get);

    assertThat(settings.learning().mlflow().trackingUri()).isEqualTo("http://host:5000");
  }
}
