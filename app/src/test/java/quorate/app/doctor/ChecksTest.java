package quorate.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  private static final long GIGABYTE = 1L << 30;

  @TempDir Path folder;

  @Test
  void aMissingMavenIsAFailureThatSaysWhatToInstall() {
    Finding finding = ToolChecks.maven(Optional.empty());

    assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
    assertThat(finding.advice()).contains("3.8.7");
  }

  @Test
  void mavensVersionIsReadFromItsFirstLine() {
    Finding finding = ToolChecks.maven(Optional.of("Apache Maven 3.9.9 (8e8579a)\nMaven home: x"));

    assertThat(finding).isEqualTo(Finding.ok("maven", "Maven 3.9.9"));
  }

  @Test
  void withoutNodeOnlyOneSampleIsLeftOut() {
    Finding finding = ToolChecks.node(Optional.empty());

    assertThat(finding.level()).isEqualTo(Finding.Level.WARN);
    assertThat(finding.advice()).contains("S&P 500 sample is left out, all else works");
  }

  @Test
  void littleMemoryIsAWarning() {
    assertThat(MachineChecks.memory(GIGABYTE, GIGABYTE / 4).level()).isEqualTo(Finding.Level.WARN);
    assertThat(MachineChecks.memory(8 * GIGABYTE, 2 * GIGABYTE).found())
        .isEqualTo("8.0 GiB, of which a verb may take 2.0 GiB of heap");
  }

  @Test
  void anAlmostFullDiskIsAFailure() {
    assertThat(MachineChecks.room(folder, 100L << 20).level()).isEqualTo(Finding.Level.FAIL);
    assertThat(MachineChecks.room(folder, 2 * GIGABYTE).level()).isEqualTo(Finding.Level.WARN);
    assertThat(MachineChecks.room(folder, 50 * GIGABYTE).level()).isEqualTo(Finding.Level.OK);
  }

  @Test
  void aFolderThatCannotBeMadeIsAFailure() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    Finding finding = MachineChecks.disk(file.resolve("runs"));

    assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
    assertThat(finding.found()).contains("cannot write in");
  }

  @Test
  void aBrokenMappingIsNamed() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "source: vendor\n");

    Finding finding = ProjectChecks.mappings(folder);

    assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
    assertThat(finding.found()).contains("a.yaml");
  }

  @Test
  void samplesThatAreNotFetchedYetAreNoFault() {
    Finding finding = ProjectChecks.samples(folder);

    assertThat(finding.level()).isEqualTo(Finding.Level.OK);
    assertThat(finding.found()).contains("btc, eth, sp500 not fetched yet");
  }
}
