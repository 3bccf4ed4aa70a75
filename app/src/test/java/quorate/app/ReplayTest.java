package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Workbench bench;

  @BeforeEach
  void makeARun() throws Exception {
    bench = new Workbench(folder).ingested();
    bench.run("backtest", "waves");
  }

  @Test
  void theLatestRunRepeatsBitForBit() {
    CommandLineSession session = bench.run("replay");

    assertThat(session.exitCode()).isZero();
    assertThat(session.out()).contains("repeats bit for bit");
  }

  @Test
  void aChangedRuleIsAFindingWithTheFirstEntryThatDiffers() throws Exception {
    Path playbook = bench.runs().getFirst().resolve("playbook.yaml");
    Files.writeString(playbook, Files.readString(playbook) + "\nexecution: {slippage_ticks: 7}\n");

    CommandLineSession session = bench.run("replay");

    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out())
        .contains("differs")
        .contains("recorded: OrderFilled")
        .contains("replayed: OrderFilled");
  }

  @Test
  void aFlippedBitOfTheRecordingIsAFinding() throws Exception {
    Path tape = bench.runs().getFirst().resolve("run.tape");
    try (RandomAccessFile file = new RandomAccessFile(tape.toFile(), "rw")) {
      // Inside the second block of journal entries, far from the header.
      file.seek(file.length() / 2);
      int found = file.read();
      file.seek(file.length() / 2);
      file.write(found ^ 1);
    }

    CommandLineSession session = bench.run("replay", "--json");

    JsonNode result = JsonMapper.shared().readTree(session.out());
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(result.get("same").asBoolean()).isFalse();
    assertThat(result.get("damage").size() + result.get("divergence").asString().length())
        .isPositive();
  }

  @Test
  void otherDataThanTheRunHasReadIsNamedAsSuch() throws Exception {
    Files.writeString(bench.at("waves.csv"), "time,price,amount\n1704153600,1000,1\n");
    bench.run("ingest", bench.at("waves.csv").toString());

    CommandLineSession session = bench.run("replay");

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .contains("the lake must hold the data that the run has read")
        .hasLineCount(1);
  }

  @Test
  void otherTermsOfTheInstrumentAreNamedFirst() throws Exception {
    Path settings = bench.at("quorate.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("data:\n", "data:\n  instruments: " + bench.at("own.yaml") + "\n"));
    bench.write(
        "own.yaml",
        "instruments: [{symbol: BTC-USD, kind: crypto, tick: 0.001, lot: 0.01, calendar: CRYPTO_24_7}]\n");
    bench.run("ingest", bench.at("waves.csv").toString());

    CommandLineSession session = bench.run("replay");

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .contains("the instruments must be declared as they were for the run")
        .hasLineCount(1);
  }

  @Test
  void theReportCanBeMadeAgainFromTheTape() throws Exception {
    Path report = bench.runs().getFirst().resolve("report.html");
    String before = Files.readString(report);
    Files.delete(report);

    CommandLineSession session = bench.run("report");

    assertThat(session.exitCode()).isZero();
    assertThat(report).hasContent(before);
  }

  @Test
  void aPlaybooksNameMeansItsLatestRun() throws Exception {
    bench.playbook("waves-more", "");
    bench.run("backtest", "waves-more");

    CommandLineSession session = bench.run("replay", "waves");

    assertThat(session.exitCode()).isZero();
    assertThat(session.out()).startsWith("waves-2").contains("repeats bit for bit");
  }

  @Test
  void aRunThatDoesNotExistIsRefusedWithTheLatestOnes() {
    CommandLineSession session = bench.run("replay", "nothing");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).contains("there is no \"nothing\"").contains("waves-");
  }

  @Test
  void withoutAnyRunItSaysHowToMakeOne(@TempDir Path empty) throws Exception {
    CommandLineSession session = new Workbench(empty).run("report");

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err()).contains("there is no run").contains("./quorate demo");
  }
}
