package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Workbench bench;

  @BeforeEach
  void fillTheLake() throws Exception {
    bench = new Workbench(folder).ingested();
  }

  @Test
  void leavesAFolderWithEverythingOfTheRun() {
    CommandLineSession session = bench.run("backtest", "waves");

    assertThat(session.err()).isEmpty();
    assertThat(session.exitCode()).isZero();
    assertThat(bench.runs()).hasSize(1);
    assertThat(bench.runs().getFirst())
        .isDirectoryContaining("glob:**/manifest.json")
        .isDirectoryContaining("glob:**/playbook.yaml")
        .isDirectoryContaining("glob:**/run.tape")
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/trades.csv")
        .isDirectoryContaining("glob:**/orders.parquet")
        .isDirectoryContaining("glob:**/equity.csv");
  }

  @Test
  void givesAMachineOneObjectWithTheFigures() {
    CommandLineSession session = bench.run("backtest", "waves", "--json");

    JsonNode result = JsonMapper.shared().readTree(session.out());
    assertThat(session.out().lines()).hasSize(1);
    assertThat(result.get("events").asInt()).isEqualTo(3_000);
    assertThat(result.get("currency").asString()).isEqualTo("USD");
    assertThat(result.get("figures").get("trades").asInt()).isPositive();
    assertThat(result.get("final_equity").asDouble()).isNotEqualTo(100_000);
  }

  @Test
  void theTableOfTradesHasALineForEachTrade() throws Exception {
    JsonNode result = JsonMapper.shared().readTree(bench.run("backtest", "waves", "--json").out());

    Path trades = Path.of(result.get("folder").asString()).resolve("trades.csv");
    assertThat(Files.readAllLines(trades))
        .hasSize(1 + result.get("figures").get("trades").asInt())
        .first()
        .asString()
        .startsWith("opened,closed,");
  }

  @Test
  void readsOnlyTheDatesThatThePlaybookNames() throws Exception {
    // 3,000 minutes from 2024-01-02 on: the whole of 3 January is 1,440 of them.
    bench.playbook("day", "");
    Path file = bench.at("playbooks/day.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("kind: trades}", "kind: trades, from: 2024-01-03, to: 2024-01-03}"));

    JsonNode result = JsonMapper.shared().readTree(bench.run("backtest", "day", "--json").out());

    assertThat(result.get("events").asInt()).isEqualTo(1_440);
  }

  @Test
  void refusesDatesOutsideTheData() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(
        file, Files.readString(file).replace("kind: trades}", "kind: trades, from: 2030-01-01}"));

    assertRefused(
        bench.run("backtest", "waves"),
        "data.from and data.to must reach into the data, but they ask for 2030-01-01 to the last"
            + " there is, and BTC-USD trades of vendor/trades are from 2024-01-02 to 2024-01-04");
  }

  @Test
  void refusesAPlaybookThatDoesNotExistAndNamesTheNearest() {
    CommandLineSession session = bench.run("backtest", "wave");

    assertThat(session.err()).contains("did you mean \"waves\"?").hasLineCount(1);
    assertThat(session.exitCode()).isEqualTo(2);
  }

  @Test
  void refusesAnAgentThatDoesNotExist() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(file, Files.readString(file).replace("- reversion", "- reversal"));

    assertRefused(bench.run("backtest", "waves"), "no agent is called \"reversal\"");
  }

  @Test
  void refusesAnUnknownSettingAndNamesTheNearest() throws Exception {
    bench.playbook("waves", "risk: {max_leverige: 2}");

    assertRefused(
        bench.run("backtest", "waves"),
        "unknown setting \"risk.max_leverige\"; did you mean \"max_leverage\"?");
  }

  @Test
  void refusesASymbolThatTheLakeDoesNotHold() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(file, Files.readString(file).replace("[BTC-USD]", "[BTC-EUR]"));

    assertRefused(
        bench.run("backtest", "waves"),
        "\"BTC-EUR\" is not declared, and nothing of it was ingested; the lake holds BTC-USD");
  }

  @Test
  void refusesASymbolThatWasNeverIngested() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(file, Files.readString(file).replace("[BTC-USD]", "[SPY]"));

    assertRefused(bench.run("backtest", "waves"), "\"SPY\" was never ingested");
  }

  @Test
  void refusesADateThatDoesNotExist() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(
        file, Files.readString(file).replace("kind: trades}", "kind: trades, from: 2023-02-30}"));

    assertRefused(
        bench.run("backtest", "waves"),
        "data.from must be a date that exists, such as 2024-01-31, but was \"2023-02-30\"");
  }

  @Test
  void refusesANameThatCannotBeOneWithItsFile() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(file, Files.readString(file).replace("name: waves", "name: My Waves"));

    assertRefused(bench.run("backtest", "waves"), "but was \"My Waves\" (" + file + ")");
  }

  @Test
  void refusesTheSameSymbolTwiceWithItsFile() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(file, Files.readString(file).replace("[BTC-USD]", "[BTC-USD, BTC-USD]"));

    assertRefused(bench.run("backtest", "waves"), "data.instruments must be different");
  }

  @Test
  void refusesAFixedSizeBelowALot() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(file, Files.readString(file).replace("size: 1}", "size: 0.000000001}"));

    assertRefused(
        bench.run("backtest", "waves"), "allocation.size must be at least one lot, 0.00000001");
  }

  @Test
  void refusesADatasetOfTwoSourcesUntilItsSourceIsNamed() throws Exception {
    bench.write(
        "mappings/other.yaml",
        Files.readString(bench.at("mappings/vendor.yaml"))
            .replace("source: vendor", "source: other"));
    bench.run("ingest", bench.at("waves.csv").toString(), "--mapping", "other");
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(
        file, Files.readString(file).replace("kind: trades}", "kind: trades, dataset: trades}"));

    assertRefused(bench.run("backtest", "waves"), "\"trades\" is in several sources");
  }

  @Test
  void tellsAMachineOfAFailureToo() throws Exception {
    CommandLineSession session = bench.run("backtest", "wave", "--json");

    JsonNode result = JsonMapper.shared().readTree(session.out());
    assertThat(result.get("error").asString()).startsWith("playbook must be a file or one of");
    assertThat(result.get("exit").asInt()).isEqualTo(2).isEqualTo(session.exitCode());
  }

  @Test
  void aFileOfDataIsNoPlaybook() {
    CommandLineSession session = bench.run("backtest", bench.at("waves.csv").toString());

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .contains("a playbook is a YAML file")
        .contains("./quorate ingest")
        .hasLineCount(1);
  }

  @Test
  void tellsAMachineWhereTheSecondsWent() {
    JsonNode result = JsonMapper.shared().readTree(bench.run("backtest", "waves", "--json").out());

    assertThat(result.get("seconds").propertyNames())
        .containsExactly("inputs", "session", "report", "tables");
    assertThat(result.get("seconds").get("session").get("wall").asDouble()).isPositive();
    assertThat(result.get("seconds").get("session").get("processor").asDouble()).isPositive();
  }

  @Test
  void aCouncilThatNeverActsSaysWhy() throws Exception {
    // The trend has a view on every bar, reversion hardly ever one: as a side, flat is half the
    // vote.
    bench.playbook("waves", "");
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("flat: yields", "flat: side")
            .replace(
                "- reversion", "- {agent: reversion, weight: 3, parameters: {deviations: 10}}"));

    CommandLineSession session = bench.run("backtest", "waves");

    assertThat(session.out().replaceAll("\\s+", " "))
        .contains("It did not trade")
        .contains("the council was quorate on");
  }

  @Test
  void showsEverySettingInTheReport() throws Exception {
    bench.run("backtest", "waves");

    assertThat(bench.runs().getFirst().resolve("report.html"))
        .content()
        .contains("council.flat_band", "execution.commission", "10 basis points of the notional")
        .contains("risk.max_daily_drawdown", "lost since the session");
  }

  @Test
  void saysHowManyOrdersTheLimitsRefused() throws Exception {
    // A tenth of the smallest lot leaves nothing to hold, so that each decision is refused whole.
    bench.playbook("tight", "risk: {max_position_size: 0.000000001}");

    CommandLineSession person = bench.run("backtest", "tight");
    JsonNode orders =
        JsonMapper.shared().readTree(bench.run("backtest", "tight", "--json").out()).get("orders");

    long asked = orders.get("asked").asLong();
    assertThat(asked).isPositive();
    assertThat(orders.get("refused").asLong()).isEqualTo(asked);
    assertThat(orders.get("refused_by").get("max_position_size").asLong()).isEqualTo(asked);
    assertThat(person.out())
        .contains(
            "%d of %d orders were refused by risk.max_position_size (0.000000001 units)"
                .formatted(asked, asked));
  }

  @Test
  void warnsOfASizeThatTheLimitsNeverAllow() throws Exception {
    bench.playbook("large", "risk: {max_position_size: 0.5}");

    CommandLineSession session = bench.run("backtest", "large");

    assertThat(session.err())
        .contains("allocation.size is 1 units, but risk.max_position_size allows 0.5")
        .hasLineCount(1);
  }

  @Test
  void givesAMachineTheVerdictToo() {
    JsonNode result = JsonMapper.shared().readTree(bench.run("backtest", "waves", "--json").out());

    assertThat(result.get("verdict").asString()).endsWith(".");
    assertThat(result.get("orders").get("refused").asInt()).isZero();
  }

  @Test
  void saysWhichTimeframeWhenBarsAreReadWithoutOne() throws Exception {
    ingestHours();
    playbookOf("[ETH-USD], kind: bars");

    assertRefused(bench.run("backtest", "hours"), "so set data.timeframe: 1h (");
  }

  @Test
  void saysWhichTimeframeThereIsWhenAnotherIsAskedFor() throws Exception {
    ingestHours();
    playbookOf("[ETH-USD], kind: bars, timeframe: 1m");

    assertRefused(
        bench.run("backtest", "hours"),
        "the lake holds no 1m bars of ETH-USD; set data.timeframe: 1h");
  }

  @Test
  void saysWhichKindThereIsWhenAnotherIsAskedFor() throws Exception {
    playbookOf("[BTC-USD], kind: quotes");

    assertRefused(
        bench.run("backtest", "hours"),
        "the lake holds no quotes of BTC-USD; set data.kind: trades");
  }

  @Test
  void saysHowToNameOneOfSeveralDataSets() throws Exception {
    bench.write(
        "other.yaml",
        """
        source: own
        dataset: big
        kind: trades
        instrument: {symbol: BTC-USD}
        time: {column: time, form: epoch_s}
        columns: {quantity: amount}
        """);
    bench.run(
        "ingest",
        bench.write("big.csv", "time,price,amount\n1704153600,10,1\n").toString(),
        "--mapping",
        bench.at("other.yaml").toString());

    CommandLineSession session = bench.run("backtest", "waves");

    assertThat(session.err()).contains("set data.dataset to own/big or vendor/trades");
  }

  private void ingestHours() throws Exception {
    bench.write(
        "hours.yaml",
        """
        source: own
        dataset: hours
        kind: bars
        instrument: {symbol: ETH-USD}
        time: {column: time, form: epoch_s}
        bars: {timeframe: 1h}
        """);
    CommandLineSession ingest =
        bench.run(
            "ingest",
            bench
                .write(
                    "hours.csv",
                    "time,open,high,low,close,volume\n1704153600,10,11,9,10,5\n1704157200,10,11,9,10,5\n")
                .toString(),
            "--mapping",
            bench.at("hours.yaml").toString());
    assertThat(ingest.err()).isEmpty();
  }

  private void playbookOf(String data) throws Exception {
    bench.write(
        "playbooks/hours.yaml",
        "name: hours\ndata: {instruments: %s}\ncouncil: {timeframe: 1h, members: [trend]}\n"
            .formatted(data));
  }

  /// Only the error line, the exit code of wrong use, and no folder of a run.
  private void assertRefused(CommandLineSession session, String message) {
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).startsWith("quorate: ").contains(message).hasLineCount(1);
    assertThat(session.out()).isEmpty();
    assertThat(bench.runs()).isEmpty();
  }
}
