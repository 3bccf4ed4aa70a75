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

    assertRefused(bench.run("backtest", "waves"), "data.from and data.to must reach into the data");
  }

  @Test
  void refusesAPlaybookThatDoesNotExistAndNamesTheNearest() {
    assertRefused(bench.run("backtest", "wave"), "did you mean \"waves\"?");
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

    assertRefused(bench.run("backtest", "waves"), "holds nothing of BTC-EUR");
  }

  /// Only the error line, exit code 1, and no folder of a run.
  private void assertRefused(CommandLineSession session, String message) {
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err()).startsWith("quorate: ").contains(message).hasLineCount(1);
    assertThat(session.out()).isEmpty();
    assertThat(bench.runs()).isEmpty();
  }
}
