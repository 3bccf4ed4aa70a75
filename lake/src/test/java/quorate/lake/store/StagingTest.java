package quorate.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.lake.store.StoredFile.Role;

class StagingTest {
  private static final String CHECKSUM = Checksum.of("input");

  @TempDir Path root;

  private static Commit commit(long number, List<String> paths) {
    List<StoredFile> files =
        Stream.concat(
                paths.stream()
                    .map(path -> new StoredFile(path, Role.BRONZE, 1, CHECKSUM, Optional.empty())),
                Stream.of(
                    new StoredFile(
                        "silver/x.parquet",
                        Role.SILVER,
                        9,
                        CHECKSUM,
                        Optional.of(new SilverPart("bars", "ES\"H0", "1m", 2019, 7, -5, 6)))))
            .toList();
    return new Commit(
        number,
        "source",
        "dataset",
        "name",
        CHECKSUM,
        1,
        "mapping",
        "who",
        Instant.EPOCH,
        List.of(),
        List.of(),
        new Commit.Counts(3, 1, Map.of("off_grid", 2L), Map.of()),
        files);
  }

  private static void make(Staging staging, String path) throws IOException {
    Files.writeString(staging.file(path), path);
  }

  @Test
  void movesFilesInAndNamesThem() throws IOException {
    List<String> fresh = List.of("bronze/a.csv");

    try (Staging staging = Staging.begin(root, "1", Disk.local())) {
      make(staging, fresh.getFirst());
      staging.commit(commit(1, fresh), fresh);
    }

    assertThat(root.resolve("bronze/a.csv")).hasContent("bronze/a.csv");
    assertThat(CommitLog.read(root).all()).containsExactly(commit(1, fresh));
    assertThat(root.resolve(".staging")).isEmptyDirectory();
  }

  @Test
  void leavesNothingWhenItIsGivenUp() throws IOException {
    try (Staging staging = Staging.begin(root, "1", Disk.local())) {
      make(staging, "bronze/a.csv");
    }

    assertThat(root.resolve("bronze")).doesNotExist();
    assertThat(root.resolve(".staging")).isEmptyDirectory();
  }

  @Test
  void takesBackWhatHadMovedWhenALaterFileCannot() throws IOException {
    Files.createDirectories(root.resolve("silver"));
    Files.writeString(root.resolve("silver/in-the-way"), "a file where a folder should be");
    List<String> fresh = List.of("bronze/x/a.csv", "silver/in-the-way/b.parquet");

    try (Staging staging = Staging.begin(root, "1", Disk.local())) {
      make(staging, fresh.get(0));
      make(staging, fresh.get(1));
      assertThatThrownBy(() -> staging.commit(commit(1, fresh), fresh))
          .isInstanceOf(IOException.class);
      assertThat(root.resolve("bronze/x/a.csv")).exists();
    }

    assertThat(root.resolve("bronze")).doesNotExist();
    assertThat(root.resolve("silver/in-the-way")).exists();
    assertThat(CommitLog.read(root).all()).isEmpty();
  }

  @Test
  void sweepsWhatADeadWriterLeft() throws IOException {
    List<String> committed = List.of("bronze/a.csv");
    try (Staging staging = Staging.begin(root, "1", Disk.local())) {
      make(staging, "bronze/a.csv");
      staging.commit(commit(1, committed), committed);
    }
    Path dead = Files.createDirectories(root.resolve(".staging/2/files/bronze"));
    Files.writeString(dead.resolve("c.csv"), "not moved yet");
    Files.writeString(root.resolve("bronze/b.csv"), "moved, never committed");
    Files.write(
        root.resolve(".staging/2/moving"), List.of("bronze/a.csv", "bronze/b.csv", "bronze/c.csv"));

    Staging.sweep(root);

    assertThat(root.resolve("bronze/a.csv")).exists();
    assertThat(root.resolve("bronze/b.csv")).doesNotExist();
    assertThat(root.resolve(".staging")).isEmptyDirectory();
  }

  @Test
  void saysWhichCommitIsDamaged() throws IOException {
    Files.createDirectories(root.resolve("commits"));
    Files.writeString(root.resolve("commits/000001-abc.json"), "{\"format\": 1");

    assertThatThrownBy(() -> CommitLog.read(root))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("commit record must be whole")
        .hasMessageContaining("000001-abc.json");
  }
}
