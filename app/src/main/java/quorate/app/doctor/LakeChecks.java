package quorate.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quorate.app.home.Home;
import quorate.app.terminal.Words;
import quorate.lake.store.Checksum;
import quorate.lake.store.Commit;
import quorate.lake.store.CommitLog;
import quorate.lake.store.LakeException;
import quorate.lake.store.StoredFile;

/// The lake: every file that a commit names is there, as large as it was, and with `--deep` the
/// same to the last byte.
final class LakeChecks {
  private static final int NAMED = 3;
  private static final String ADVICE =
      "Bring the files back from a backup, or ingest their inputs again; the tapes are made anew.";

  private LakeChecks() {}

  static Finding lake(Path root, boolean deep) {
    try {
      CommitLog log = CommitLog.read(root);
      List<String> broken = new ArrayList<>();
      long files = 0;
      for (Commit commit : log.all()) {
        for (StoredFile file : commit.files()) {
          files++;
          judge(root, file, deep, broken);
        }
      }
      return finding(root, log, files, broken, deep);
    } catch (IOException | LakeException e) {
      return Finding.fail("lake", String.valueOf(e.getMessage()), ADVICE);
    }
  }

  private static void judge(Path root, StoredFile file, boolean deep, List<String> broken)
      throws IOException {
    Path path = root.resolve(file.path());
    if (!Files.isRegularFile(path)) {
      broken.add(file.path() + " is missing");
    } else if (Files.size(path) != file.bytes()) {
      broken.add(
          "%s must have %,d bytes, but has %,d"
              .formatted(file.path(), file.bytes(), Files.size(path)));
    } else if (deep && !Checksum.of(path).equals(file.checksum())) {
      broken.add(file.path() + " has other bytes than were written");
    }
  }

  private static Finding finding(
      Path root, CommitLog log, long files, List<String> broken, boolean deep) {
    if (!broken.isEmpty()) {
      String more = broken.size() > NAMED ? " and %d more".formatted(broken.size() - NAMED) : "";
      return Finding.fail(
          "lake",
          String.join("; ", broken.subList(0, Math.min(NAMED, broken.size()))) + more,
          ADVICE);
    }
    return Finding.ok(
        "lake",
        log.all().isEmpty()
            ? "empty; ./quorate ingest or demo fills it"
            : "%s, %s %s in %s"
                .formatted(
                    Words.counted(log.all().size(), "commit"),
                    Words.counted(files, "file"),
                    deep ? "read and right" : "there and of the right size",
                    Home.shown(root)));
  }
}
