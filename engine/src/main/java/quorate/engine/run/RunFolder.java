package quorate.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder of one run: `runs/<playbook>-<date>-<time>/`.
///
/// While the run is under way the folder carries the ending `.unfinished`; [#finish] takes it away,
/// so a folder without it is always whole. [#discard] removes what an interrupted run has begun.
///
/// @param path where it is now
public record RunFolder(Path path) {
  private static final String UNFINISHED = ".unfinished";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Begins a run; two in one second get different folders.
  public static RunFolder begin(Path runs, String playbook, Clock clock) {
    String name = playbook + "-" + STAMP.format(clock.instant());
    try {
      Files.createDirectories(runs);
      for (int attempt = 1; ; attempt++) {
        String each = attempt == 1 ? name : name + "-" + attempt;
        Path path = runs.resolve(each + UNFINISHED);
        if (!Files.exists(runs.resolve(each)) && !Files.exists(path)) {
          return new RunFolder(Files.createDirectory(path));
        }
      }
    } catch (IOException e) {
      throw new RunException("a run cannot be begun in \"" + runs + "\": " + e.getMessage(), e);
    }
  }

  /// The finished run with this id or path.
  ///
  /// @throws RunException when there is none, naming the latest ones there are
  public static RunFolder find(Path runs, String idOrPath) {
    for (Path candidate : List.of(runs.resolve(idOrPath), Path.of(idOrPath))) {
      if (isOne(candidate)) {
        return new RunFolder(candidate.normalize());
      }
    }
    List<String> latest = finished(runs).stream().limit(5).map(RunFolder::id).toList();
    throw new RunException(
        "run must be a folder of \"%s\", but there is no \"%s\"; %s"
            .formatted(
                runs,
                idOrPath,
                latest.isEmpty() ? "there are no runs yet" : "the latest are " + latest));
  }

  /// The run that began last.
  public static Optional<RunFolder> latest(Path runs) {
    return finished(runs).stream().findFirst();
  }

  /// The run of this playbook that began last.
  public static Optional<RunFolder> latestOf(Path runs, String playbook) {
    return finished(runs).stream()
        .filter(run -> run.id().matches(Pattern.quote(playbook) + "-\\d{8}-\\d{6}(-\\d+)?"))
        .findFirst();
  }

  private static List<RunFolder> finished(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(RunFolder::isOne)
          .filter(folder -> !folder.toString().endsWith(UNFINISHED))
          .sorted(Comparator.comparing(RunFolder::stamp).reversed())
          .map(RunFolder::new)
          .toList();
    } catch (IOException e) {
      throw new RunException("runs cannot be listed in \"" + runs + "\": " + e.getMessage(), e);
    }
  }

  /// Training runs lie in the same place and have manifests of their own; they alone have a
  /// checkpoint.
  private static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve("manifest.json"))
        && !Files.exists(folder.resolve("checkpoint"));
  }

  private static String stamp(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.replaceFirst("^.*-(\\d{8}-\\d{6}(-\\d+)?)$", "$1");
  }

  /// Name of the folder, without the ending of an unfinished one.
  public String id() {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(UNFINISHED)
        ? name.substring(0, name.length() - UNFINISHED.length())
        : name;
  }

  public Path tape() {
    return path.resolve("run.tape");
  }

  public Path playbook() {
    return path.resolve("playbook.yaml");
  }

  public Path manifestFile() {
    return path.resolve("manifest.json");
  }

  public Path report() {
    return path.resolve("report.html");
  }

  public void write(Manifest manifest) {
    try {
      Files.writeString(manifestFile(), manifest.toJson());
    } catch (IOException e) {
      throw new RunException("manifest cannot be written: " + e.getMessage(), e);
    }
  }

  public Manifest manifest() {
    try {
      return Manifest.fromJson(Files.readString(manifestFile()), manifestFile().toString());
    } catch (IOException e) {
      throw new RunException("manifest cannot be read: " + e.getMessage(), e);
    }
  }

  /// The run is whole: its folder gets its final name.
  ///
  /// @return the folder under its final name
  public RunFolder finish() {
    try {
      return new RunFolder(
          Files.move(path, path.resolveSibling(id()), StandardCopyOption.ATOMIC_MOVE));
    } catch (IOException e) {
      throw new RunException("run \"" + id() + "\" cannot be finished: " + e.getMessage(), e);
    }
  }

  /// Removes an unfinished run.
  public void discard() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new RunException("run \"" + id() + "\" cannot be removed: " + e.getMessage(), e);
    }
  }
}
