package quorate.app.settings;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quorate.domain.settings.Settings;
import quorate.market.yaml.YamlSettings;

/// Everything in `quorate.yaml`; read and checked once at start. Each key is described in
/// `docs/settings.md`.
public record QuorateSettings(
    SystemSettings system,
    DataSettings data,
    StorageSettings storage,
    ReportSettings report,
    LearningSettings learning) {

  /// @throws quorate.domain.settings.SettingsException when a key is unknown or breaks its rule
  public static QuorateSettings of(Settings file) {
    QuorateSettings settings =
        new QuorateSettings(
            SystemSettings.of(file.section("system")),
            DataSettings.of(file.section("data")),
            StorageSettings.of(file.section("storage")),
            ReportSettings.of(file.section("report")),
            LearningSettings.of(file.section("learning")));
    file.rejectUnknown();
    return settings;
  }

  /// Reads a file, with the environment of this process for `${NAME:default}`.
  ///
  /// @throws quorate.domain.settings.SettingsException when it cannot be read or breaks a rule
  public static QuorateSettings read(Path file) {
    return of(YamlSettings.read(file, System::getenv));
  }

  /// Reads text, for tests.
  static QuorateSettings parse(String yaml, Function<String, @Nullable String> environment) {
    return of(YamlSettings.read("quorate.yaml", new StringReader(yaml), environment));
  }

  public static QuorateSettings defaults() {
    return of(Settings.empty());
  }
}
