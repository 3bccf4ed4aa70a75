package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.SharedData;

class DemoTest {
  @TempDir Path folder;

  @Test
  void tradesTheSamplesThatCanBeHadAndNamesTheOthers() throws Exception {
    Path recorded = SharedData.require("equity/daily/vega_sp500-2000.csv.gz");
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.copy(recorded, own.resolve("sp500-2000.csv.gz"));

    CommandLineSession session = bench().run("demo", "--data", own.toString());

    assertThat(session.exitCode()).isZero();
    assertThat(session.out())
        .contains("5,105 rows read, 5,105 accepted")
        .contains("sp500-sample-")
        .contains("report.html");
    assertThat(session.err()).contains("left out").contains("bitstamp_trades").hasLineCount(2);
  }

  @Test
  void withoutAnySampleItSaysWhatToDo() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    CommandLineSession session = bench().run("demo", "--data", empty.toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err()).contains("no sample could be had").contains("--data").hasLineCount(1);
  }

  @Test
  void aFolderThatIsNotThereIsSaidOnce() throws Exception {
    CommandLineSession session =
        bench().run("demo", "--data", folder.resolve("nowhere").toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .isEqualTo(
            "quorate: the folder given with --data must exist, but there is none at %s; check its path%n"
                .formatted(folder.resolve("nowhere")));
  }

  /// A workbench with the project's own mappings and playbooks.
  private Workbench bench() throws Exception {
    Workbench bench = new Workbench(folder);
    Path settings = folder.resolve("quorate.yaml");
    Path project = SharedData.projectRoot();
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(folder + "/mappings", project.resolve("mappings").toString())
            .replace(folder + "/playbooks", project.resolve("playbooks").toString()));
    return bench;
  }
}
