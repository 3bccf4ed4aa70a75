package quorate.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import quorate.app.home.Home;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.Playbook;
import quorate.market.yaml.YamlSettings;

/// A playbook and the file it was read from.
///
/// @param file where it lies
/// @param playbook what it says
record PlaybookFile(Path file, Playbook playbook) {
  private static final String ENDING = ".yaml";

  /// Finds a playbook by its name in a folder, or by any path, and reads it.
  ///
  /// @throws WrongNameException when there is none
  /// @throws quorate.domain.settings.SettingsException when it breaks a rule
  static PlaybookFile find(Path folder, String nameOrFile) {
    for (Path candidate : List.of(folder.resolve(nameOrFile + ENDING), Path.of(nameOrFile))) {
      if (Files.isRegularFile(candidate)) {
        return read(candidate);
      }
    }
    List<String> names = names(folder);
    throw new WrongNameException(
        "playbook must be a file or one of %s, but \"%s\" is neither%s"
                .formatted(Home.shown(folder), nameOrFile, Settings.nearest(nameOrFile, names))
            + (names.isEmpty() ? "" : " (there are " + String.join(", ", names) + ")"));
  }

  static PlaybookFile read(Path file) {
    if (!file.toString().endsWith(ENDING) && !file.toString().endsWith(".yml")) {
      throw new WrongNameException(
          "a playbook is a YAML file, but %s is not named like one; files of data are for ./quorate ingest"
              .formatted(Home.shown(file)));
    }
    return new PlaybookFile(file, playbook(file));
  }

  /// What the parts of a playbook refuse without knowing where they stand is said with the file.
  private static Playbook playbook(Path file) {
    try {
      Playbook playbook = Playbook.from(YamlSettings.read(file, System::getenv));
      List<String> symbols = playbook.data().instruments();
      if (Set.copyOf(symbols).size() < symbols.size()) {
        throw new StopException(
            "data.instruments must be different, but were %s (%s)"
                .formatted(symbols, Home.shown(file)));
      }
      return playbook;
    } catch (IllegalArgumentException broken) {
      throw new StopException("%s (%s)".formatted(broken.getMessage(), Home.shown(file)), broken);
    }
  }

  /// Names of the playbooks in a folder, in order.
  static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StopException("playbooks cannot be listed in " + folder, e);
    }
  }
}
