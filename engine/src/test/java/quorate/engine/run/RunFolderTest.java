package quorate.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.JournalEntry.InputReferenced;

class RunFolderTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path runs;

  @Test
  void isUnfinishedUntilItIsFinished() {
    RunFolder begun = RunFolder.begin(runs, "example", NOON);
    begun.write(manifest(begun.id()));

    assertThat(begun.id()).isEqualTo("example-20261121-120000");
    assertThat(RunFolder.latest(runs)).isEmpty();

    RunFolder finished = begun.finish();
    assertThat(finished.path()).isEqualTo(runs.resolve("example-20261121-120000"));
    assertThat(RunFolder.latest(runs)).contains(finished);
    assertThat(RunFolder.find(runs, finished.id())).isEqualTo(finished);
    assertThat(RunFolder.find(runs, finished.path().toString())).isEqualTo(finished);
  }

  @Test
  void givesTwoRunsOfOneSecondDifferentFolders() {
    RunFolder first = RunFolder.begin(runs, "example", NOON);
    RunFolder second = RunFolder.begin(runs, "example", NOON);

    assertThat(second.id()).isEqualTo(first.id() + "-2");
  }

  @Test
  void leavesNothingOfADiscardedRun() throws IOException {
    RunFolder begun = RunFolder.begin(runs, "example", NOON);
    Files.writeString(begun.playbook(), "name: example");

    begun.discard();

    try (var left = Files.list(runs)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void findsTheRunThatBeganLastWhateverItsName() {
    finished("zebra", NOON);
    RunFolder later =
        finished("aardvark", Clock.fixed(NOON.instant().plusSeconds(1), ZoneOffset.UTC));

    assertThat(RunFolder.latest(runs)).contains(later);
  }

  @Test
  void namesTheLatestRunsWhenOneDoesNotExist() {
    finished("example", NOON);

    assertThatThrownBy(() -> RunFolder.find(runs, "exmaple"))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("there is no \"exmaple\"")
        .hasMessageContaining("the latest are [example-20261121-120000]");
  }

  @Test
  void readsTheManifestItHasWritten() {
    RunFolder begun = RunFolder.begin(runs, "example", NOON);
    Manifest manifest = manifest(begun.id());

    begun.write(manifest);

    assertThat(begun.manifest()).isEqualTo(manifest);
  }

  @Test
  void refusesAManifestThatIsNone() throws IOException {
    RunFolder begun = RunFolder.begin(runs, "example", NOON);
    Files.writeString(begun.manifestFile(), "{\"id\": \"example\"}");

    assertThatThrownBy(begun::manifest)
        .isInstanceOf(RunException.class)
        .hasMessageContaining("manifest cannot be read");
  }

  @Test
  void aTrainingRunIsNoneOfThem() throws Exception {
    RunFolder training = finished("ppo-cart-pole", NOON);
    Files.createFile(training.path().resolve("checkpoint"));

    assertThat(RunFolder.latest(runs)).isEmpty();
    assertThatThrownBy(() -> RunFolder.find(runs, training.id()))
        .hasMessageContaining("there is no \"" + training.id() + "\"");
  }

  private RunFolder finished(String name, Clock clock) {
    RunFolder begun = RunFolder.begin(runs, name, clock);
    begun.write(manifest(begun.id()));
    return begun.finish();
  }

  private static Manifest manifest(String id) {
    return new Manifest(
        id,
        "example",
        "2026-11-21T12:00:00Z",
        "c0de",
        "5e77",
        Map.of("Breakout", "abc"),
        List.of(new InputReferenced(1, "trades", "da7a", 1, 2, 3)));
  }
}
