package quorate.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import quorate.lake.silver.SilverFile;
import quorate.lake.silver.SilverReader;
import quorate.lake.store.Commit;
import quorate.lake.store.CommitLog;
import quorate.lake.store.SilverPart;
import quorate.lake.store.StoredFile;

/// How many rows of a dataset are no longer seen because a newer file has the same times.
///
/// Costs nothing where no times overlap, otherwise two counts over the files that do.
final class Overlaps {
  private final Path root;
  private final CommitLog log;
  private final Intake intake;
  private final List<String> replaced;
  private final Databases databases;

  /// @param replaced paths of silver files that count no longer, so that nothing hides them
  Overlaps(Path root, CommitLog log, Intake intake, List<String> replaced, Databases databases) {
    this.root = root;
    this.log = log;
    this.intake = intake;
    this.replaced = replaced;
    this.databases = databases;
  }

  /// Rows that were seen before and are hidden by this file, which is about to be committed.
  long hiddenBy(SilverFile fresh) throws IOException {
    List<SilverFile> files = new ArrayList<>(overlapping(fresh.part(), each -> true));
    if (files.isEmpty()) {
      return 0;
    }
    long before = hidden(files, fresh.part());
    files.add(fresh);
    return hidden(files, fresh.part()) - before;
  }

  /// Rows of a committed file that newer commits hide.
  ///
  /// @param counts whether a commit is to be looked at
  long hiddenOf(SilverFile file, Predicate<Commit> counts) throws IOException {
    List<SilverFile> files = new ArrayList<>();
    for (SilverFile other : overlapping(file.part(), counts)) {
      if (other.commit() > file.commit()) {
        files.add(other);
      }
    }
    if (files.isEmpty()) {
      return 0;
    }
    long before = hidden(files, file.part());
    files.add(file);
    return hidden(files, file.part()) - before;
  }

  private long hidden(List<SilverFile> files, SilverPart within) throws IOException {
    return new SilverReader(databases.get(), intake.kind(), files)
        .count(within.firstNs(), within.lastNs() + 1)
        .hidden();
  }

  private List<SilverFile> overlapping(SilverPart part, Predicate<Commit> counts) {
    List<SilverFile> overlapping = new ArrayList<>();
    for (Commit commit : log.all()) {
      if (commit.source().equals(intake.source())
          && commit.dataset().equals(intake.dataset())
          && counts.test(commit)) {
        for (StoredFile file : log.silver(commit)) {
          SilverPart theirs = file.part().orElseThrow();
          if (theirs.isSameSeries(part)
              && theirs.overlaps(part)
              && !replaced.contains(file.path())) {
            overlapping.add(
                new SilverFile(
                    root.resolve(file.path()), commit.number(), file.checksum(), theirs));
          }
        }
      }
    }
    return overlapping;
  }
}
