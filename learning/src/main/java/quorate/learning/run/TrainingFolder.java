package quorate.learning.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The folder of one training run: `runs/<algorithm>-<world>-<date>-<time>/`.
///
/// The run may be under way, stopped or finished; [TrainingManifest#result] tells.
///
/// @param path where it is
public record TrainingFolder(Path path) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Makes a folder; two in one second get different ones.
  ///
  /// @param name in lower case with dashes
  public static TrainingFolder begin(Path runs, String name, Clock clock) {
    String id = name + "-" + STAMP.format(clock.instant());
    try {
      Files.createDirectories(runs);
      for (int attempt = 1; ; attempt++) {
        Path path = runs.resolve(attempt == 1 ? id : id + "-" + attempt);
        if (!Files.exists(path)) {
          return new TrainingFolder(Files.createDirectory(path));
        }
      }
    } catch (IOException e) {
      throw new RunException(
          "a run cannot be begun in \"%s\": %s; see that this is a folder that can be written"
              .formatted(runs, e),
          e);
    }
  }

  /// The training run with this id or path; it may have lost some of its files.
  ///
  /// @throws RunException when there is none, naming the latest ones there are
  public static TrainingFolder find(Path runs, String idOrPath) {
    for (Path candidate : List.of(runs.resolve(idOrPath), Path.of(idOrPath))) {
      if (isOne(candidate)) {
        return new TrainingFolder(candidate.normalize());
      }
    }
    List<String> latest = latest(runs);
    throw new RunException(
        "run must be a training run in \"%s\", but \"%s\" is none; %s"
            .formatted(
                runs,
                idOrPath,
                latest.isEmpty()
                    ? "there are none yet"
                    : "the latest are " + String.join(", ", latest)));
  }

  /// A checkpoint and figures are in no other folder than a training run's.
  private static boolean isOne(Path path) {
    TrainingFolder folder = new TrainingFolder(path);
    return Files.isRegularFile(folder.checkpoint()) || Files.isRegularFile(folder.metrics());
  }

  private static List<String> latest(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(TrainingFolder::isOne)
          .map(path -> new TrainingFolder(path).id())
          .sorted(Comparator.comparing(TrainingFolder::stamp).reversed())
          .limit(5)
          .toList();
    } catch (IOException e) {
      throw new RunException("runs cannot be listed in \"%s\": %s".formatted(runs, e), e);
    }
  }

  private static String stamp(String id) {
    return id.replaceFirst("^.*-(\\d{8}-\\d{6}(-\\d+)?)$", "$1");
  }

  /// Name of the folder.
  public String id() {
    return String.valueOf(path.getFileName());
  }

  public Path manifestFile() {
    return path.resolve("manifest.json");
  }

  /// All that is needed to go on.
  public Path checkpoint() {
    return path.resolve("checkpoint");
  }

  /// The weights with the best evaluation.
  public Path model() {
    return path.resolve("model.safetensors");
  }

  /// The weights at the end.
  public Path lastModel() {
    return path.resolve("last.safetensors");
  }

  /// The steps that were learned from, where a run learns from recorded ones.
  public Path recording() {
    return path.resolve("recording.safetensors");
  }

  /// Every figure as a line of JSON.
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /// Where TensorBoard looks.
  public Path events() {
    return path.resolve("tensorboard");
  }

  /// Written beside and moved, so that it is always whole.
  public void write(TrainingManifest manifest) {
    Path part = path.resolve("manifest.json.part");
    try {
      try {
        Files.writeString(part, manifest.toJson());
        Files.move(part, manifestFile(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new RunException(
          "manifest of \"%s\" cannot be written: %s; see that the disk has room and the folder can be written"
              .formatted(id(), e),
          e);
    }
  }

  /// @throws RunException when it cannot be read or is that of no training run
  public TrainingManifest manifest() {
    try {
      // Bytes that are no text become signs that are no JSON, which is then said as such.
      String text = new String(Files.readAllBytes(manifestFile()), StandardCharsets.UTF_8);
      return TrainingManifest.fromJson(text, manifestFile().toString());
    } catch (NoSuchFileException e) {
      throw missing(
          manifestFile(), "which has its settings: put it back as it was, or begin the run again");
    } catch (IOException e) {
      throw new RunException("manifest of \"%s\" cannot be read: %s".formatted(id(), e), e);
    }
  }

  /// @throws RunException when the figures so far are not there
  void checkFigures() {
    if (!Files.isRegularFile(metrics())) {
      throw missing(
          metrics(),
          "which has its figures so far: put it back, or make an empty one to go on without them");
    }
  }

  private static RunException missing(Path file, String whatItHas) {
    return new RunException(
        "a training run must have its %s, but there is no %s, %s"
            .formatted(file.getFileName(), file, whatItHas));
  }
}
