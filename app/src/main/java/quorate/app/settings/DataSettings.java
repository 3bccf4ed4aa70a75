package quorate.app.settings;

import java.nio.file.Path;
import quorate.domain.settings.Settings;

/// Where data lies; relative paths start at the project's folder.
///
/// @param lake what was ingested, as received and cleaned
/// @param tapes derived from the lake for reading at full speed; may be deleted at any time
/// @param mappings how vendors' files are read, one YAML file each
/// @param instruments the user's own instruments; need not exist
/// @param samples real market data from published packages
public record DataSettings(Path lake, Path tapes, Path mappings, Path instruments, Path samples) {
  static DataSettings of(Settings section) {
    return new DataSettings(
        Path.of(section.text("lake", "data/lake")),
        Path.of(section.text("tapes", "data/tape")),
        Path.of(section.text("mappings", "mappings")),
        Path.of(section.text("instruments", "instruments.yaml")),
        Path.of(section.text("samples", ".quorate/samples")));
  }
}
