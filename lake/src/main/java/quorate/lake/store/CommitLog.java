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
  private final Set<Long> superseded = new HashSet<>();

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

  /// The commits that count: those that no later one supersedes.
  public List<Commit> current() {
    return all.stream().filter(this::isCurrent).toList();
  }

  public boolean isCurrent(Commit commit) {
    return !superseded.contains(commit.number());
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

  /// Numbers of the current commits that a new one takes the place of: the same bytes under the
  /// same name, or another version of them, which has a series in common.
  public List<Long> supersededBy(
      String source, String dataset, String name, String checksum, List<SilverPart> parts) {
    return current().stream()
        .filter(commit -> commit.isOf(source, dataset, name))
        .filter(
            commit -> commit.checksum().equals(checksum) || parts.stream().anyMatch(commit::has))
        .map(Commit::number)
        .toList();
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
