package quorate.lake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The commits of a lake, oldest first, as they were when read.
public final class CommitLog {
  private static final String FOLDER = "commits";

  private final List<Commit> all;
  private final Set<String> superseded = new HashSet<>();

  private CommitLog(List<Commit> all) {
    this.all = List.copyOf(all);
    this.all.forEach(commit -> superseded.addAll(commit.supersedes()));
  }

  /// Reads the commits; a lake that is not there yet has none.
  ///
  /// @throws LakeException BROKEN when a record is damaged
  public static CommitLog read(Path root) throws IOException {
    Path folder = root.resolve(FOLDER);
    List<Commit> commits = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*.json")) {
        for (Path file : files) {
          commits.add(CommitFile.fromJson(Files.readString(file), file.toString()));
        }
      }
    }
    commits.sort(Comparator.comparingLong(Commit::number));
    return new CommitLog(commits);
  }

  /// This log with one more commit.
  public CommitLog with(Commit commit) {
    List<Commit> more = new ArrayList<>(all);
    more.add(commit);
    return new CommitLog(more);
  }

  /// Every commit that was ever made.
  public List<Commit> all() {
    return all;
  }

  /// The silver files of a commit that count: those that no later one supersedes.
  public List<StoredFile> silver(Commit commit) {
    return commit.silver().filter(file -> !superseded.contains(file.path())).toList();
  }

  /// Whether everything that a commit brought still counts.
  public boolean isCurrent(Commit commit) {
    return commit.silver().noneMatch(file -> superseded.contains(file.path()));
  }

  /// The number that the next commit gets.
  public long nextNumber() {
    return all.isEmpty() ? 1 : all.getLast().number() + 1;
  }

  /// The files of an earlier commit that keep these very bytes of this input.
  public Optional<Commit> received(String source, String dataset, String name, String checksum) {
    return all.stream()
        .filter(commit -> commit.isOf(source, dataset, name))
        .filter(commit -> commit.checksum().equals(checksum))
        .findFirst();
  }

  /// The silver files that those of a new commit take the place of: what came of the same bytes
  /// under the same name, and of another version of them whatever holds the same series at the same
  /// times. A file of the same name for another time takes nobody's place.
  public List<StoredFile> supersededBy(
      String source, String dataset, String name, String checksum, List<SilverPart> parts) {
    List<StoredFile> found = new ArrayList<>();
    for (Commit commit : all) {
      if (commit.isOf(source, dataset, name)) {
        boolean sameBytes = commit.checksum().equals(checksum);
        for (StoredFile file : silver(commit)) {
          SilverPart part = file.part().orElseThrow();
          if (sameBytes
              || parts.stream().anyMatch(each -> each.isSameSeries(part) && each.overlaps(part))) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  /// Paths of all files that a commit names, relative to the lake.
  Set<String> paths() {
    Set<String> paths = new HashSet<>();
    all.forEach(commit -> commit.files().forEach(file -> paths.add(file.path())));
    return paths;
  }

  /// Makes a commit part of the lake, which is the moment its files become visible.
  static void write(Path root, Commit commit, Path staging) throws IOException {
    Path whole = staging.resolve("commit.json");
    Files.writeString(whole, CommitFile.toJson(commit));
    Durable.force(whole);
    Path folder = root.resolve(FOLDER);
    Durable.move(whole, folder.resolve(commit.id() + ".json"));
    Durable.forceFolder(folder);
  }
}
