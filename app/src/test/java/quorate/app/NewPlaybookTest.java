package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewPlaybookTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Workbench bench;

  @BeforeEach
  void makeAFolder() throws Exception {
    bench = new Workbench(folder);
  }

  @Test
  void writesAPlaybookForTheLakesOnlyDataThatRunsAsItIs() throws Exception {
    bench.ingested();

    CommandLineSession draft = bench.run("new", "playbook", "mine");
    CommandLineSession run = bench.run("backtest", "mine", "--json");

    JsonNode result = JsonMapper.shared().readTree(run.out());
    assertThat(draft.err()).isEmpty();
    assertThat(draft.out()).contains("trades BTC-USD trades of vendor/trades");
    assertThat(result.get("figures").get("trades").asInt()).isPositive();
  }

  @Test
  void explainsWhyAFlatViewGivesWay() throws Exception {
    bench.ingested();

    bench.run("new", "playbook", "mine");

    assertThat(bench.at("playbooks/mine.yaml"))
        .content()
        .contains("flat: yields")
        .contains("veto each other");
  }

  @Test
  void takesThePositionsFromThePrice() throws Exception {
    bench.ingested();

    bench.run("new", "playbook", "mine");

    // The capital of 100,000 buys a little under 100 coins at about 1,000: rounded up, 100.
    assertThat(bench.at("playbooks/mine.yaml")).content().contains("max_position_size: 100 ");
  }

  @Test
  void takesTheDataThatIsCalledLikeThePlaybook() throws Exception {
    bench.ingested();
    bench.write("mappings/vendor.yaml", ownBars());
    bench.run("ingest", bench.write("own.csv", BARS).toString());

    CommandLineSession bySymbol = bench.run("new", "playbook", "eth-usd");
    CommandLineSession byDataset = bench.run("new", "playbook", "trades");
    CommandLineSession byNeither = bench.run("new", "playbook", "mine");

    assertThat(bySymbol.out()).contains("trades ETH-USD 1m bars of own/big");
    assertThat(byDataset.out()).contains("trades BTC-USD trades of vendor/trades");
    assertThat(byNeither.exitCode()).isEqualTo(2);
    assertThat(byNeither.err()).contains("choose with --symbol or --data").hasLineCount(1);
  }

  @Test
  void namesItsDataSetSoThatLaterDataChangesNothing() throws Exception {
    bench.ingested();

    bench.run("new", "playbook", "mine");

    assertThat(bench.at("playbooks/mine.yaml")).content().contains("dataset: vendor/trades ");
  }

  @Test
  void showsTheCommissionThatHoldsWhenItIsLeftOut() throws Exception {
    bench.ingested();

    bench.run("new", "playbook", "mine");

    assertThat(bench.at("playbooks/mine.yaml"))
        .content()
        .contains("#   commission: {basis_points: 10}");
  }

  private static final String BARS =
      "time,open,high,low,close,volume\n1704153600,10,11,9,10,5\n1704153660,10,11,9,10,5\n";

  private static String ownBars() {
    return """
    source: own
    dataset: big
    kind: bars
    files: "own.csv"
    instrument: {symbol: ETH-USD}
    time: {column: time, form: epoch_s}
    bars: {timeframe: 1m}
    """;
  }

  @Test
  void anEmptyLakeIsSaidToBeEmpty() {
    CommandLineSession session = bench.run("new", "playbook", "mine");

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err()).contains("it is empty; ./quorate ingest fills it").hasLineCount(1);
  }

  @Test
  void aSymbolThatTheLakeDoesNotHoldIsRefusedWithWhatItHolds() throws Exception {
    bench.ingested();

    CommandLineSession session = bench.run("new", "playbook", "mine", "--symbol", "SPY");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .contains("holds only BTC-USD trades of vendor/trades")
        .hasLineCount(1);
  }

  @Test
  void aNameThatCannotBeAPlaybooksIsRefusedWithOneThatCan() throws Exception {
    bench.ingested();

    CommandLineSession session = bench.run("new", "playbook", "My Book");

    assertThat(session.err()).contains("but was \"My Book\"; try my-book").hasLineCount(1);
  }
}
