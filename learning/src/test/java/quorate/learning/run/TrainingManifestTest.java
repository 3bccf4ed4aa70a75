package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TrainingManifestTest {
  @TempDir Path path;

  @Test
  void isReadAsItWasWritten() {
    SmallRun run = SmallRun.in(path, SmallRun.settings(128));

    run.folder().write(run.manifest());

    assertThat(run.folder().manifest()).isEqualTo(run.manifest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"algorithm", "world", "preset", "settings", "run", "code", "java"})
  void aPartThatIsNotThereIsNamed(String part) {
    ObjectNode text =
        JsonMapper.shared()
            .readValue(
                SmallRun.in(path, SmallRun.settings(128)).manifest().toJson(), ObjectNode.class);

    text.remove(part);

    assertThatThrownBy(() -> TrainingManifest.fromJson(text.toString(), "runs/x/manifest.json"))
        .isInstanceOf(RunException.class)
        .hasMessage(
            "runs/x/manifest.json must be the manifest of a training run, but is not: %s must be"
                    .formatted(part)
                + " said, but is not there; put it back as it was, or begin the run again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "hello", "[]", "7"})
  void whatIsNoManifestIsRefused(String text) {
    assertThatThrownBy(() -> TrainingManifest.fromJson(text, "runs/x/manifest.json"))
        .isInstanceOf(RunException.class)
        .hasMessageStartingWith(
            "runs/x/manifest.json must be the manifest of a training run, but is not: ")
        .hasMessageEndingWith("; put it back as it was, or begin the run again");
  }

  @Test
  void bytesThatAreNoTextAreRefusedInTheSameWords() throws Exception {
    TrainingFolder folder = new TrainingFolder(path);
    Files.write(folder.manifestFile(), new byte[] {(byte) 0x80, 0x13, (byte) 0xff});

    assertThatThrownBy(folder::manifest)
        .isInstanceOf(RunException.class)
        .hasMessageContaining("must be the manifest of a training run, but is not");
  }
}
