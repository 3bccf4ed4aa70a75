package quorate.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import quorate.app.home.Home;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.Playbook;
import quorate.lake.Dataset;
import quorate.market.yaml.YamlSettings;

/// A playbook and the file it was read from.
///
/// @param file where it lies
/// @param playbook what it says
public record PlaybookFile(Path file, Playbook playbook) {
  private static final String ENDING = ".yaml";

  /// Finds a playbook that says all it must of its data.
  static PlaybookFile find(Path folder, String nameOrFile) {
    return find(folder, nameOrFile, List::of);
  }

  /// Finds a playbook by its name in a folder, or by any path, and reads it.
  ///
  /// @param held what the lake holds, for a playbook that leaves out what it must say of it
  /// @throws WrongNameException when there is none
  /// @throws quorate.domain.settings.SettingsException when it breaks a rule
  public static PlaybookFile find(Path folder, String nameOrFile, Supplier<List<Dataset>> held) {
    for (Path candidate : List.of(folder.resolve(nameOrFile + ENDING), Path.of(nameOrFile))) {
      if (Files.isRegularFile(candidate)) {
        return read(candidate, held);
      }
    }
    List<String> names = names(folder);
    throw new WrongNameException(
        "playbook must be a file or one of %s, but \"%s\" is neither%s"
                .formatted(Home.shown(folder), nameOrFile, Settings.nearest(nameOrFile, names))
            + (names.isEmpty() ? "" : " (there are " + String.join(", ", names) + ")"));
  }

  static PlaybookFile read(Path file) {
    return read(file, List::of);
  }

  private static PlaybookFile read(Path file, Supplier<List<Dataset>> held) {
    if (!file.toString().endsWith(ENDING) && !file.toString().endsWith(".yml")) {
      throw new WrongNameException(
          "a playbook is a YAML file, but %s is not named like one; files of data are for ./quorate ingest"
              .formatted(Home.shown(file)));
    }
    return new PlaybookFile(file, playbook(file, held));
  }

  /// What the parts of a playbook refuse without knowing where they stand is said with the file.
  private static Playbook playbook(Path file, Supplier<List<Dataset>> held) {
    try {
      Settings settings = YamlSettings.read(file, System::getenv);
      HeldData.requireTimeframe(settings, held);
      Playbook playbook = Playbook.from(settings);
      List<String> symbols = playbook.data().instruments();
      if (Set.copyOf(symbols).size() < symbols.size()) {
        throw new WrongNameException(
            "data.instruments must be different, but were %s (%s)"
                .formatted(symbols, Home.shown(file)));
      }
      return playbook;
    } catch (IllegalArgumentException broken) {
      throw new WrongNameException(
          "%s (%s)".formatted(broken.getMessage(), Home.shown(file)), broken);
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
