package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The shipped playbook with stops and targets, from the file of trades to its tables and back.
class BracketPlaybookTest {
  @TempDir Path folder;

  @Test
  void tradesWithStopsAndTargetsAndRepeatsBitForBit() throws Exception {
    Path recorded = SharedData.require("crypto/ta4j/bitstamp_trades_from_20131125_usd.csv.gz");
    Workbench bench = bench();
    CommandLineSession ingest =
        bench.run("ingest", recorded.toString(), "--mapping", "ta4j-bitstamp-trades");
    assertThat(ingest.err()).isEmpty();

    CommandLineSession session = bench.run("backtest", "btc-brackets", "--json");

    assertThat(session.err()).isEmpty();
    JsonNode result = JsonMapper.shared().readTree(session.out());
    Path run = Path.of(result.get("folder").asString());
    List<String[]> trades =
        Files.readAllLines(run.resolve("trades.csv")).stream()
            .map(line -> line.split(",", -1))
            .toList();
    int stop = List.of(trades.getFirst()).indexOf("stop_price");
    int multiple = List.of(trades.getFirst()).indexOf("multiple_of_risk");
    int exit = List.of(trades.getFirst()).indexOf("exit");
    List<String[]> rows = trades.subList(1, trades.size());
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(rows).allSatisfy(row -> assertThat(Double.parseDouble(row[stop])).isPositive());
    assertThat(rows.stream().map(row -> row[exit]).distinct())
        .containsExactlyInAnyOrder("stop", "target", "council");
    assertThat(result.get("figures").get("expectancy_r").asDouble())
        .isCloseTo(
            rows.stream().mapToDouble(row -> Double.parseDouble(row[multiple])).average().orElse(0),
            within(1e-9));
    assertThat(Files.readString(run.resolve("report.html")))
        .contains("stop 3 and target 6 average true ranges of 14 bars away", "Ended by");
    assertThat(bench.run("replay").out()).contains("repeats bit for bit");
  }

  @Test
  void leavesNoFigureInRiskWithoutThem() throws Exception {
    Workbench bench = new Workbench(folder).ingested();

    JsonNode result = JsonMapper.shared().readTree(bench.run("backtest", "waves", "--json").out());

    assertThat(result.get("figures").has("expectancy")).isTrue();
    assertThat(result.get("figures").has("expectancy_r")).isFalse();
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
