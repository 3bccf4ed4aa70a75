package quorate.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.app.home.Home;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;
import quorate.lake.FileNews;
import quorate.lake.IngestResult.OneFile;

/// What became of each file of an ingest, told when no progress bar is in the way.
final class IngestStory implements FileNews {
  private final Screen screen;
  private final Set<Path> waiting = new LinkedHashSet<>();
  private final List<Runnable> untold = new ArrayList<>();
  private int files;
  private int refused;
  private boolean findings;

  IngestStory(Screen screen) {
    this.screen = screen;
  }

  /// Files that are to be looked at.
  void expect(List<Path> more) {
    waiting.addAll(more);
    files += more.size();
  }

  @Override
  public void taken(OneFile file) {
    waiting.remove(file.file());
    findings |= !file.quarantined().isEmpty();
    untold.add(() -> show(file));
  }

  @Override
  public void refused(Path file, RuntimeException why) {
    waiting.remove(file);
    refused++;
    String message = String.valueOf(why.getMessage()).strip();
    untold.add(() -> {
      screen.remark("quorate: " + message);
      screen.json(Map.of("file", file.toString(), "error", message));
    });
  }

  /// Something that was asked for and is no file that could be looked at.
  void refusedPlace(Path place, RuntimeException why) {
    files++;
    refused(place, why);
  }

  /// Prints what was heard since it was asked last.
  void tell() {
    untold.forEach(Runnable::run);
    untold.clear();
  }

  /// Prints what nobody came to look at, as the work ended before.
  void tellNotLookedAt() {
    if (!waiting.isEmpty()) {
      screen.remark(
          "quorate: not looked at: %,d of %,d files, from %s on"
              .formatted(waiting.size(), files, Home.shown(waiting.iterator().next())));
      waiting.forEach(
          file -> screen.json(Map.of("file", file.toString(), "error", "not looked at")));
    }
  }

  /// Prints the end and says how it went.
  int exitCode() {
    if (refused > 0 && files > 1) {
      screen.remark(
          "quorate: %,d of %,d files are not in the lake, as said above; the others are"
              .formatted(refused, files));
    }
    if (refused > 0) {
      return ExitCode.FAILED;
    }
    return findings ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void show(OneFile file) {
    long setAside = file.quarantined().values().stream().mapToLong(Long::longValue).sum();
    if (file.alreadyThere()) {
      screen.line("%s: already there, nothing changed".formatted(Home.shown(file.file())));
    } else {
      screen.line(
          "%s: %,d rows read, %,d accepted, %,d set aside%s"
              .formatted(
                  Home.shown(file.file()),
                  file.read(),
                  file.accepted(),
                  setAside,
                  file.flagged().isEmpty() ? "" : ", flagged " + counts(file.flagged())));
    }
    if (file.restored() > 0) {
      screen.line(
          "  %,d of its rows, which later files of the dataset had hidden, count again"
              .formatted(file.restored()));
    } else if (file.replaced() > 0) {
      screen.line(
          "  takes the place of %,d rows of an earlier version of the file"
              .formatted(file.replaced()));
    }
    if (file.hidden() > 0) {
      screen.line(
          "  hides %,d rows of earlier files of the dataset, which have the same times"
              .formatted(file.hidden()));
    }
    if (setAside > 0) {
      screen.line(
          "  set aside: %s%s"
              .formatted(
                  counts(file.quarantined()),
                  file.quarantine().map(where -> "; see " + Home.shown(where)).orElse("")));
    }
    screen.json(asMap(file));
  }

  private static String counts(Map<String, Long> byReason) {
    List<String> parts = new ArrayList<>();
    byReason.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> parts.add("%s %,d".formatted(each.getKey(), each.getValue())));
    return String.join(", ", parts);
  }

  private static Map<String, Object> asMap(OneFile file) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.file().toString());
    map.put("commit", file.commit());
    map.put("sha256", file.checksum());
    map.put("already_there", file.alreadyThere());
    map.put("read", file.read());
    map.put("accepted", file.accepted());
    map.put("quarantined", file.quarantined());
    map.put("flagged", file.flagged());
    map.put("replaced", file.replaced());
    map.put("hidden", file.hidden());
    map.put("restored", file.restored());
    map.put("quarantine", file.quarantine().map(Path::toString).orElse(""));
    return map;
  }
}
