package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.learning.state.StateWriter;
import quorate.learning.world.Acrobot;

class CheckpointTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("checkpoint");
    Checkpoint.write(
        file,
        whose("ppo", "CartPole-v1"),
        out -> {
          out.mark("state");
          out.numbers(new float[50_000]);
        });
  }

  @Test
  void givesBackWhatWasWritten() {
    float[] numbers = new float[50_000];
    Arrays.fill(numbers, 1);

    Checkpoint.read(
        file,
        whose("ppo", "CartPole-v1"),
        in -> {
          in.mark("state");
          in.numbers(numbers);
        });

    assertThat(numbers).containsOnly(0);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatCannotBeWrittenLeavesTheOneBeforeAndNothingElse() throws Exception {
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(
            () -> Checkpoint.write(file, whose("ppo", "CartPole-v1"), CheckpointTest::fillsTheDisk))
        .isInstanceOf(RunException.class)
        .hasMessage(
            "checkpoint %s cannot be written: java.io.IOException: No space left on device; the one before it is kept: see that the disk has room and the folder can be written, then go on with the run from there"
                .formatted(file));

    assertThat(file).hasBinaryContent(before);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFirstOneThatCannotBeWrittenLeavesNothingToGoOnWith() throws Exception {
    Files.delete(file);

    assertThatThrownBy(
            () -> Checkpoint.write(file, whose("ppo", "CartPole-v1"), CheckpointTest::fillsTheDisk))
        .hasMessageEndingWith("the folder can be written, then begin the run again");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatFailsForAnotherReasonLeavesNothingEither() throws Exception {
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() ->
            Checkpoint.write(
                file,
                whose("ppo", "CartPole-v1"),
                out -> {
                  throw new OutOfMemoryError("of a copy");
                }))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(file).hasBinaryContent(before);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  private static void fillsTheDisk(StateWriter out) {
    out.numbers(new float[500_000]);
    throw new UncheckedIOException(new IOException("No space left on device"));
  }

  @Test
  void isCutOffAtAnyPlaceAndRefused() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 21, 30, 33, 34, 1_000, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertRefused("ppo", "CartPole-v1", length < 21 ? "another kind of file" : "is cut off");
    }
  }

  @Test
  void aToppledBitAnywhereIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int at : new int[] {33, 40, 5_000, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);

      assertRefused("ppo", "CartPole-v1", "the file is damaged");
    }
  }

  @Test
  void whatIsAppendedIsRefused() throws Exception {
    Files.writeString(file, "x", StandardOpenOption.APPEND);

    assertRefused("ppo", "CartPole-v1", "is cut off or has been appended to");
  }

  @Test
  void anotherKindOfFileIsRefused() throws Exception {
    Files.writeString(file, "{\"weights\": [1, 2, 3], \"and\": \"more of the like\"}");

    assertRefused("ppo", "CartPole-v1", "it is another kind of file");
  }

  @Test
  void aFileThatIsNotThereIsSaid() throws Exception {
    Files.delete(file);

    assertRefused("ppo", "CartPole-v1", "there is no such file");
  }

  @Test
  void aCheckpointOfAnotherAlgorithmOrWorldIsRefused() {
    assertRefused("dqn", "CartPole-v1", "must be of algorithm dqn, but is of algorithm ppo");
    assertRefused("ppo", "Acrobot-v1", "must be of world Acrobot-v1, but is of world CartPole-v1");
  }

  @Test
  void aCheckpointOfAnotherArchitectureIsRefused() throws Exception {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(256));
    Trainee other = run.trainee(SmallRun.PPO.withHidden(List.of(8, 8)));
    RunResult result = run.begin(() -> true);

    assertThat(result.end()).isEqualTo(RunResult.End.INTERRUPTED);
    assertThatThrownBy(() ->
            TrainingRun.resume(run.folder(), other, SmallRun.surroundings(() -> false, step -> {})))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("number of parameters must be 12, but the saved one was 8")
        .hasMessageContaining("it belongs to another architecture");
  }

  @Test
  void aCheckpointOfAnotherWorldInTheSameFolderIsRefused() {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(256));
    run.begin(() -> true);
    SmallRun other = run.of(new Acrobot());
    run.folder().write(other.manifest());

    assertThatThrownBy(other::resume)
        .isInstanceOf(RunException.class)
        .hasMessageContaining("must be of world Acrobot-v1, but is of world CartPole-v1");
  }

  private void assertRefused(String algorithm, String world, String why) {
    assertThatThrownBy(() -> Checkpoint.read(file, whose(algorithm, world), in -> {}))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("checkpoint " + file)
        .hasMessageContaining(why)
        .hasMessageEndingWith(
            "; put a whole copy of this run's own in its place, or begin the run again");
  }

  private static SequencedMap<String, String> whose(String algorithm, String world) {
    SequencedMap<String, String> whose = new LinkedHashMap<>();
    whose.put("algorithm", algorithm);
    whose.put("world", world);
    return whose;
  }
}
