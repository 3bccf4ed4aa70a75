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
