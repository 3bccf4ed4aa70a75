package quorate.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.sample.Sample;
import quorate.app.sample.SampleShelf;
import quorate.app.terminal.Words;
import quorate.domain.settings.SettingsException;
import quorate.engine.playbook.Playbook;
import quorate.market.source.SourceMapping;
import quorate.market.yaml.YamlSettings;

/// The project's own files: settings, instruments, mappings, playbooks, samples.
final class ProjectChecks {
  private ProjectChecks() {}

  static Finding settings(Workplace workplace) {
    try {
      workplace.settings();
      return Finding.ok("settings", "read, every key known");
    } catch (SettingsException e) {
      return Finding.fail("settings", String.valueOf(e.getMessage()), "See docs/settings.md.");
    }
  }

  static Finding instruments(Workplace workplace) {
    try {
      return Finding.ok(
          "instruments",
          Words.counted(workplace.instruments().all().size(), "symbol") + " declared");
    } catch (SettingsException | IllegalArgumentException e) {
      return Finding.fail(
          "instruments", String.valueOf(e.getMessage()), "Correct the file of your instruments.");
    }
  }

  static Finding mappings(Path folder) {
    return readable("mappings", folder, SourceMapping::read, "See docs/mappings.md.");
  }

  static Finding playbooks(Path folder) {
    return readable(
        "playbooks",
        folder,
        file -> Playbook.from(YamlSettings.read(file, System::getenv)),
        "See docs/settings.md.");
  }

  /// Reads every YAML file below a folder.
  private static Finding readable(String what, Path folder, Consumer<Path> reader, String advice) {
    List<String> broken = new ArrayList<>();
    int read = 0;
    try {
      for (Path file : yamlFiles(folder)) {
        try {
          reader.accept(file);
          read++;
        } catch (SettingsException | IllegalArgumentException e) {
          broken.add(String.valueOf(e.getMessage()));
        }
      }
    } catch (IOException e) {
      return Finding.warn(what, "cannot list " + folder, "See quorate.yaml for the folder.");
    }
    return broken.isEmpty()
        ? Finding.ok(
            what,
            "%s read from %s"
                .formatted(
                    Words.counted(read, what.substring(0, what.length() - 1)), Home.shown(folder)))
        : Finding.fail(what, String.join("; ", broken), advice);
  }

  private static List<Path> yamlFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static Finding samples(Path folder) {
    SampleShelf shelf = SampleShelf.in(folder);
    List<String> missing =
        Sample.ALL.stream().filter(sample -> !shelf.holds(sample)).map(Sample::name).toList();
    return missing.isEmpty()
        ? Finding.ok("samples", "all there")
        : Finding.ok("samples", String.join(", ", missing) + " not fetched yet; demo fetches them");
  }
}
