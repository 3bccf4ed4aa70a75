package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `train --resume`: what can be gone on with, and what cannot.
class TrainResumeTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private TrainingBench bench;

  @BeforeEach
  void makeTheBench() throws IOException {
    bench = new TrainingBench(folder);
  }

  @Test
  void aRunThatIsNotThereIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "--resume", "nothing"), "\"nothing\" is none; there are none yet");
  }

  @Test
  void aResumedRunTakesNoSettings() {
    bench.assertWrongUse(
        bench.run("train", "--resume", "any", "--steps", "5"),
        "--resume goes on with the world and settings that the run began with, so it takes no"
            + " --steps");
  }

  @Test
  void aFinishedRunHasNothingToGoOnWith() {
    bench.small("cart-pole");

    CommandLineSession again =
        bench.run("train", "--resume", bench.runs().getFirst().getFileName().toString());

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("there is nothing to go on with").hasLineCount(1);
  }

  @Test
  void aManifestThatWasChangedIsNamedInTheRefusal() throws IOException {
    bench.small("cart-pole");
    Path manifest = bench.runs().getFirst().resolve("manifest.json");
    String whole = Files.readString(manifest);
    for (String[] each :
        new String[][] {
          {
            "\"CartPole-v1\"",
            "\"climbing\"",
            "ppo is for worlds of one agent, but climbing is none"
          },
          {"\"ppo\"", "\"pppo\"", "but was \"pppo\"; did you mean \"ppo\"?"},
          {
            "\"0.99\"", "\"99\"", "a clipped objective's discount must be from 0 to 1, but was 99.0"
          },
        }) {
      Files.writeString(manifest, whole.replace(each[0], each[1]));

      CommandLineSession again =
          bench.run("train", "--resume", bench.runs().getFirst().getFileName().toString());

      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.err())
          .hasLineCount(1)
          .contains("manifest.json must be as the run wrote it, but cannot be: ")
          .contains(each[2] + "; put it back as it was, or begin the run again");
    }
  }

  @Test
  void aManifestThatWasDeletedIsNamedInTheRefusal() throws IOException {
    bench.small("cart-pole");
    Path manifest = bench.runs().getFirst().resolve("manifest.json");
    Files.delete(manifest);
    String run = bench.runs().getFirst().getFileName().toString();

    for (CommandLineSession each :
        new CommandLineSession[] {
          bench.run("train", "--resume", run),
          bench.run("record", run, "--into", bench.at("steps.safetensors").toString())
        }) {
      assertThat(each.exitCode()).isEqualTo(1);
      assertThat(each.err())
          .hasLineCount(1)
          .contains("a training run must have its manifest.json, but there is no " + manifest)
          .contains("put it back as it was, or begin the run again");
    }
  }
}
