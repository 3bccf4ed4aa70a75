package quorate.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.sample.Sample;
import quorate.app.sample.SampleShelf;
import quorate.domain.settings.SettingsException;
import quorate.market.source.SourceMapping;

/// The project's own files: settings, instruments, mappings, samples.
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
      return Finding.ok("instruments", workplace.instruments().all().size() + " declared");
    } catch (SettingsException | IllegalArgumentException e) {
      return Finding.fail(
          "instruments", String.valueOf(e.getMessage()), "Correct the file of your instruments.");
    }
  }

  static Finding mappings(Path folder) {
    List<String> broken = new ArrayList<>();
    int read = 0;
    try {
      for (Path file : yamlFiles(folder)) {
        try {
          SourceMapping.read(file);
          read++;
        } catch (SettingsException | IllegalArgumentException e) {
          broken.add(String.valueOf(e.getMessage()));
        }
      }
    } catch (IOException e) {
      return Finding.warn(
          "mappings", "cannot list " + folder, "See data.mappings in quorate.yaml.");
    }
    return broken.isEmpty()
        ? Finding.ok("mappings", read + " read from " + Home.shown(folder))
        : Finding.fail("mappings", String.join("; ", broken), "See docs/mappings.md.");
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
