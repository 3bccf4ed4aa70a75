package quorate.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import quorate.domain.settings.Settings;

/// Where results and the user's own files lie, and what the lake's database may use.
///
/// @param runs one folder for each run
/// @param playbooks one YAML file for each trading system
/// @param strategies the user's own agents, one Java file each
/// @param lakeMemoryMegabytes most memory of the lake's database, 64 to 65,536; the heap comes on
///   top
/// @param lakeThreads of the lake's database, 1 to 64
/// @param lakePatience how long an ingest waits for another one, 0 to 3,600 s
public record StorageSettings(
    Path runs,
    Path playbooks,
    Path strategies,
    int lakeMemoryMegabytes,
    int lakeThreads,
    Duration lakePatience) {
  static StorageSettings of(Settings section) {
    return new StorageSettings(
        Path.of(section.text("runs", "runs")),
        Path.of(section.text("playbooks", "playbooks")),
        Path.of(section.text("strategies", "strategies")),
        section.wholeNumber("lake_memory_mb", 512, 64, 65_536),
        section.wholeNumber("lake_threads", 2, 1, 64),
        Duration.ofSeconds(section.wholeNumber("lake_patience_s", 10, 0, 3_600)));
  }
}
