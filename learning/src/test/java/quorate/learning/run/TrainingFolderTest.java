package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFolderTest {
  @TempDir Path runs;

  @SuppressWarnings("NullAway.Init") // made before each test
  private TrainingFolder folder;

  @BeforeEach
  void train() throws Exception {
    folder = new TrainingFolder(Files.createDirectory(runs.resolve("pole")));
    SmallRun.in(folder.path(), SmallRun.settings(128)).begin();
  }

  @Test
  void aRunWithoutItsManifestIsToldWhatIsMissing() throws Exception {
    Files.delete(folder.manifestFile());

    TrainingFolder found = TrainingFolder.find(runs, "pole");

    assertThatThrownBy(found::manifest)
        .isInstanceOf(RunException.class)
        .hasMessage(
            "a training run must have its manifest.json, but there is no %s, which has its settings: put it back as it was, or begin the run again"
                .formatted(folder.manifestFile()));
  }

  @Test
  void aRunWithoutItsFiguresIsToldHowToDoWithoutThem() throws Exception {
    Path path = Files.createDirectory(runs.resolve("stopped"));
    SmallRun run = SmallRun.in(path, SmallRun.settings(256));
    run.begin(() -> true);
    Files.delete(run.folder().metrics());

    assertThat(TrainingFolder.find(runs, path.toString())).isEqualTo(run.folder());
    assertThatThrownBy(run::resume)
        .isInstanceOf(RunException.class)
        .hasMessage(
            "a training run must have its metrics.jsonl, but there is no %s, which has its figures so far: put it back, or make an empty one to go on without them"
                .formatted(run.folder().metrics()));

    Files.createFile(run.folder().metrics());
    assertThat(run.resume().steps()).isEqualTo(256);
  }

  @Test
  void aFolderOfAnotherKindIsNoTrainingRun() throws Exception {
    Files.createDirectory(runs.resolve("backtest"));
    Files.writeString(runs.resolve("backtest/manifest.json"), "{}");

    assertThatThrownBy(() -> TrainingFolder.find(runs, "backtest"))
        .hasMessageEndingWith("\"backtest\" is none; the latest are pole");
  }

  @Test
  void aManifestThatCannotBeWrittenLeavesNothingBehind() throws Exception {
    TrainingManifest manifest = folder.manifest();
    Path inTheWay = Files.createDirectory(runs.resolve("other"));
    TrainingFolder other = new TrainingFolder(inTheWay);
    Files.createDirectories(other.manifestFile().resolve("something"));

    assertThatThrownBy(() -> other.write(manifest))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("manifest of \"other\" cannot be written")
        .hasMessageEndingWith("see that the disk has room and the folder can be written");

    assertThat(inTheWay).isDirectoryNotContaining("glob:**.part");
  }
}
