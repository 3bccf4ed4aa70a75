package quorate.learning.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.chance.Philox;

/// The fixtures are TensorBoard's own files, which `src/test/fixtures/tensorboard_fixtures.py`
/// wrote.
class EventFileTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2023-11-14T22:13:20.25Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void isNamedByTimeAndNoMachine() {
    try (EventFile first = EventFile.create(folder.resolve("run"), CLOCK);
        EventFile second = EventFile.create(folder.resolve("run"), CLOCK)) {
      assertThat(first.path()).hasFileName("events.out.tfevents.1700000000.quorate");
      assertThat(second.path()).hasFileName("events.out.tfevents.1700000000.quorate.1");
    }
  }

  @Test
  void whatWasNotedIsReadAsFloats() {
    Path path = ours(folder);

    assertThat(EventFile.read(path))
        .containsExactly(
            new Scalar("rollout/return", 0, 0.1f),
            new Scalar("rollout/return", 2048, -500),
            new Scalar("train/loss", 1L << 40, Double.NaN),
            new Scalar("größe", 3, Double.POSITIVE_INFINITY));
    assertThat(EventFile.readTexts(path))
        .containsExactly(
            Map.entry(
                "parameters/text_summary",
                "| parameter | value |\n|---|---|\n| gamma | 0.99 |\n| network | 64 \\| 64 two lines |\n"));
  }

  @Test
  void writesTheFileThatTensorBoardWasShown() {
    assertThat(ours(folder)).hasSameBinaryContentAs(fixture("ours.tfevents"));
  }

  @Test
  void aRunThatGoesOnWritesTheFileThatMadeTensorBoardForget() {
    try (EventFile file = EventFile.resume(folder, CLOCK, 2048)) {
      file.scalar("rollout/return", 2048, -400);
      file.flush();

      assertThat(EventFile.read(file.path()))
          .containsExactly(new Scalar("rollout/return", 2048, -400));
      assertThat(file.path()).hasSameBinaryContentAs(fixture("resumed.tfevents"));
    }
  }

  @Test
  void readsNumbersThatTensorBoardWrote() {
    assertThat(EventFile.read(fixture("simple.tfevents")))
        .containsExactly(
            new Scalar("train/loss", 0, 0.1f),
            new Scalar("größe", 0, 0),
            new Scalar("train/loss", 1L << 33, -2.5),
            new Scalar("größe", 1L << 33, 1),
            new Scalar("train/loss", 2L << 33, Double.NaN),
            new Scalar("größe", 2L << 33, 2),
            new Scalar("train/loss", 3L << 33, Double.POSITIVE_INFINITY),
            new Scalar("größe", 3L << 33, 3),
            new Scalar("train/loss", 4L << 33, 1e-40f),
            new Scalar("größe", 4L << 33, 4));
  }

  @Test
  void readsTensorsThatTensorBoardWrote() {
    assertThat(EventFile.read(fixture("tensor.tfevents")))
        .containsExactly(
            new Scalar("rollout/return", 0, 0.5),
            new Scalar("rollout/return", 1, 1.5),
            new Scalar("rollout/return", 2, 2.5));
    assertThat(EventFile.readTexts(fixture("tensor.tfevents")))
        .containsExactly(Map.entry("notes", "**bold**"));
  }

  @Test
  void aFlushShowsWhatWasNoted() {
    try (EventFile file = EventFile.create(folder, CLOCK)) {
      file.scalar("a", 1, 2);
      assertThat(EventFile.read(file.path())).isEmpty();

      file.flush();

      assertThat(EventFile.read(file.path())).containsExactly(new Scalar("a", 1, 2));
    }
  }

  @Test
  void aTornTailLosesOnlyTheLastNumber() throws IOException {
    Path path = ours(folder);
    List<Scalar> whole = EventFile.read(path);
    byte[] bytes = Files.readAllBytes(path);

    for (int cut = 1; cut < 20; cut++) {
      Files.write(path, Arrays.copyOf(bytes, bytes.length - cut));

      assertThat(EventFile.read(path)).isEqualTo(whole.subList(0, whole.size() - 1));
    }
  }

  @Test
  void damageIsSaidWithTheFileAndThePlace() throws IOException {
    Path path = ours(folder);
    byte[] bytes = Files.readAllBytes(path);
    bytes[20] ^= 1;
    Files.write(path, bytes);

    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> EventFile.read(path))
        .withMessageContaining(path.toString())
        .withMessageContaining("at byte 0");
  }

  @Test
  void recordsThatAreNoEventsAreRefusedAndNothingWorse() throws IOException {
    Philox chance = Philox.seeded(11);
    Path path = folder.resolve("noise");
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[1 + chance.nextInt(30)];
      chance.nextBytes(noise);
      Files.write(
          path,
          Records.frame(noise),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
      try {
        EventFile.read(path);
      } catch (LogException e) {
        refused++;
      }
    }

    assertThat(refused).isGreaterThan(400);
  }

  @Test
  void aFileInThePlaceOfTheFolderIsSaid() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> EventFile.create(file, CLOCK))
        .withMessageContaining(file.toString());
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> EventFile.read(folder.resolve("gone")))
        .withMessageContaining("gone");
  }

  private static Path ours(Path folder) {
    try (EventFile file = EventFile.create(folder, CLOCK)) {
      file.parameters(Map.of("network", "64 | 64\ntwo lines", "gamma", "0.99"));
      file.scalar("rollout/return", 0, 0.1);
      file.scalar("rollout/return", 2048, -500);
      file.scalar("train/loss", 1L << 40, Double.NaN);
      file.scalar("größe", 3, 1e300);
      return file.path();
    }
  }

  private static Path fixture(String name) {
    try {
      return Path.of(Objects.requireNonNull(EventFileTest.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
