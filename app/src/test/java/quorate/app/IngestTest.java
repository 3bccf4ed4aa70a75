package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path settings;

  @BeforeEach
  void keepTheLakeApart() throws Exception {
    settings = folder.resolve("quorate.yaml");
    Files.writeString(
        settings,
        """
        data:
          lake: %1$s/lake
          tapes: %1$s/tape
          mappings: %1$s/mappings
        """
            .formatted(folder));
    Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(
        folder.resolve("mappings/vendor.yaml"),
        """
        source: vendor
        dataset: trades
        kind: trades
        files: "vendor/*.csv"
        instrument: {symbol: BTC-USD}
        time: {column: time, form: epoch_s}
        columns: {quantity: amount}
        """);
  }

  @Test
  void takesTheMappingThatNamesTheFileAndTellsWhatBecameOfEachRow() throws Exception {
    Path file = file("vendor/btc.csv", "1385337600,800.01,0.1", "1385337613,800.05,0.2");

    CommandLineSession session = ingest(file.toString());

    assertThat(session.err()).isEmpty();
    assertThat(session.out()).contains("btc.csv: 2 rows read, 2 accepted, 0 set aside");
    assertThat(session.exitCode()).isZero();
  }

  @Test
  void theSameFileTwiceChangesNothing() throws Exception {
    Path file = file("vendor/btc.csv", "1385337600,800.01,0.1");
    ingest(file.toString());

    CommandLineSession again = ingest(file.toString());

    assertThat(again.out()).contains("already there, nothing changed");
  }

  @Test
  void rowsThatWereSetAsideAreFindings() throws Exception {
    Path file = file("vendor/btc.csv", "1385337600,800.01,0.1", "1385337613,-1,0.2");

    CommandLineSession session = ingest(file.toString(), "--json");

    JsonNode result = JsonMapper.shared().readTree(session.out());
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(result.get("read").asInt()).isEqualTo(2);
    assertThat(result.get("accepted").asInt()).isEqualTo(1);
    assertThat(result.get("quarantined").get("negative").asInt()).isEqualTo(1);
    assertThat(Path.of(result.get("quarantine").asString())).content().contains("-1");
  }

  @Test
  void ofAFolderItTakesWhatAMappingNames() throws Exception {
    file("vendor/btc.csv", "1385337600,800.01,0.1");
    Files.writeString(folder.resolve("vendor/readme.txt"), "not data");

    CommandLineSession session = ingest(folder.resolve("vendor").toString());

    assertThat(session.out().lines()).hasSize(1);
    assertThat(session.exitCode()).isZero();
  }

  @Test
  void aMissingFileIsOneClearLine() {
    CommandLineSession session = ingest(folder.resolve("nowhere.csv").toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .hasLineCount(1)
        .startsWith("quorate: input file must exist, but there is none at ");
  }

  @Test
  void aFileThatNoMappingNamesSaysWhatToDo() throws Exception {
    Path file = file("other/btc.csv", "1385337600,800.01,0.1");

    CommandLineSession session = ingest(file.toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err()).contains("no mapping").contains("--mapping").hasLineCount(1);
  }

  @Test
  void anUnknownMappingIsRefusedWithTheNearestOne() throws Exception {
    Path file = file("vendor/btc.csv", "1385337600,800.01,0.1");

    CommandLineSession session = ingest(file.toString(), "--mapping", "vendro");

    assertThat(session.err())
        .contains("did you mean \"vendor\"?; there are vendor")
        .hasLineCount(1);
  }

  @Test
  void aFileThatIsNotAsItsMappingSaysStopsWithItsLine() throws Exception {
    Path file = file("vendor/btc.csv", "1385337600,800.01,0.1", "yesterday,1,1");

    CommandLineSession session = ingest(file.toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .contains("btc.csv")
        .contains("3")
        .contains("yesterday")
        .hasLineCount(1);
  }

  @Test
  void goesOnPastABadFileTellsAllAndExitsWithOne() throws Exception {
    Path bad = file("vendor/a.csv", "yesterday,1,1");
    Path unnamed = file("other/b.csv", "1385337600,800.01,0.1");
    Path missing = folder.resolve("vendor/c.csv");
    Path good = file("vendor/d.csv", "1385337600,800.01,0.1");

    CommandLineSession session =
        ingest(bad.toString(), unnamed.toString(), missing.toString(), good.toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out()).contains("d.csv: 1 rows read, 1 accepted").hasLineCount(1);
    assertThat(session.err().lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("a.csv") && line.contains("yesterday"))
        .anyMatch(line -> line.contains("no mapping in") && line.contains("b.csv"))
        .anyMatch(line -> line.contains("there is none at") && line.contains("c.csv"))
        .last()
        .isEqualTo("quorate: 3 of 4 files are not in the lake, as said above; the others are");
  }

  @Test
  void tellsAMachineOfEachFileToo() throws Exception {
    Path bad = file("vendor/a.csv", "yesterday,1,1");
    Path good = file("vendor/b.csv", "1385337600,800.01,0.1");

    CommandLineSession session = ingest(bad.toString(), good.toString(), "--json");

    List<JsonNode> results =
        session.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("error").asString()).contains("yesterday");
    assertThat(results.get(1).get("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void saysWhatItDidNotLookAtWhenTheWorkIsStopped() throws Exception {
    Path first = file("vendor/a.csv", "1385337600,800.01,0.1");
    Path second = file("vendor/b.csv", "1385337600,800.01,0.1");
    Thread.currentThread().interrupt();

    CommandLineSession session = ingest(first.toString(), second.toString());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(session.exitCode()).isEqualTo(130);
    assertThat(session.err().lines())
        .hasSize(2)
        .satisfies(lines -> {
          assertThat(lines.getFirst()).startsWith("quorate: not looked at: 2 of 2 files, from ");
          assertThat(lines.getLast())
              .isEqualTo(
                  "quorate: interrupted; what is finished stays, run the command again to go on");
        });
  }

  @Test
  void saysHowManyRowsAreReplacedAndHidden() throws Exception {
    ingest(file("vendor/btc.csv", "1385337600,800.01,0.1", "1385337700,800.01,0.1").toString());

    CommandLineSession changed =
        ingest(file("vendor/btc.csv", "1385337600,800.02,0.1", "1385337700,800.02,0.1").toString());
    CommandLineSession other =
        ingest(file("vendor/new.csv", "1385337650,800.01,0.1", "1385337800,800.01,0.1").toString());

    assertThat(changed.out())
        .contains("  takes the place of 2 rows of an earlier version of the file");
    assertThat(other.out())
        .contains("  hides 1 rows of earlier files of the dataset, which have the same times");
  }

  private Path file(String name, String... rows) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "time,price,amount\n" + String.join("\n", rows) + "\n");
    return file;
  }

  private CommandLineSession ingest(String... arguments) {
    List<String> all = new ArrayList<>(List.of("ingest"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--settings", settings.toString()));
    return CommandLineSession.of(all.toArray(String[]::new));
  }
}
