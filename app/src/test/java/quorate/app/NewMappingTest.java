package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.property.SharedData;
import quorate.market.source.SourceMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewMappingTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Workbench bench;

  @BeforeEach
  void makeAFolder() throws Exception {
    bench = new Workbench(folder);
  }

  @Test
  void guessesDailyBarsAndSaysWhatToDoNext() throws Exception {
    Path file =
        bench.write(
            "spy.csv",
            """
            Date,Open,High,Low,Close,Volume
            2024-01-02,100,101,99,100.5,1000
            2024-01-03,100.5,102,100,101,1100
            2024-01-04,101,103,100,102,1200
            """);

    CommandLineSession session = bench.run("new", "mapping", file.toString());

    assertThat(session.err()).isEmpty();
    assertThat(session.out())
        .contains("spy.yaml: session bars of SPY")
        .contains("tried on the first 3 rows: 3 accepted")
        .contains("--mapping spy")
        .contains("./quorate new playbook spy --symbol SPY --data own/spy");
    assertThat(bench.at("mappings/spy.yaml"))
        .content()
        .contains("column: Date")
        .contains("timeframe: session")
        .contains("close: Close");
  }

  @Test
  void whatItWroteIsHowTheFileIsIngested() throws Exception {
    Path file =
        bench.write(
            "own/btc-usd.csv",
            "06.01.2024 10:00:00;42000,5;0,1\n".repeat(19) + "06.01.2024 10:00:09;n/a;0,25\n");

    CommandLineSession draft = bench.run("new", "mapping", file.toString());
    CommandLineSession ingest =
        bench.run("ingest", file.toString(), "--mapping", "btc-usd", "--json");

    JsonNode result = JsonMapper.shared().readTree(ingest.out());
    assertThat(draft.out())
        .contains("trades of BTC-USD")
        .contains("19 accepted, set aside missing 1");
    assertThat(result.get("accepted").asInt()).isEqualTo(19);
    assertThat(result.get("quarantined").get("missing").asInt()).isEqualTo(1);
  }

  @Test
  void aSymbolThatNobodyDeclaredComesWithItsDeclaration() throws Exception {
    Path file = bench.write("acme.csv", "time,price,size\n1704204000,10.5,3\n1704204001,10.6,1\n");

    CommandLineSession session = bench.run("new", "mapping", file.toString());

    assertThat(session.out())
        .contains("because ACME is not declared")
        .contains("- {symbol: ACME, like: SPY}");
  }

  @Test
  void stampsWithoutAZoneAreReadWhereTheMarketIsOpen() throws Exception {
    // Shares trade from 09:30 to 16:00 in New York; in UTC these stamps would be before the open.
    Path file =
        bench.write(
            "spy.csv",
            "time,price,size\n2024-01-03 09:31:00,100,1\n2024-01-03 09:32:00,100.01,1\n");

    bench.run("new", "mapping", file.toString());

    assertThat(bench.at("mappings/spy.yaml")).content().contains("zone: America/New_York");
  }

  @Test
  void pricesOffTheGridAreKeptAndSaidSo() throws Exception {
    Path file = bench.write("spy.csv", "date,close\n2024-01-03,100.123456\n2024-01-04,99.654321\n");

    CommandLineSession session = bench.run("new", "mapping", file.toString());

    assertThat(session.out()).contains("2 accepted");
    assertThat(bench.at("mappings/spy.yaml")).content().contains("off_grid: flag    # many prices");
  }

  @Test
  void aTableThatLacksAColumnOfBarsIsRefusedWithTheOneThatCouldBeIt() throws Exception {
    Path file =
        bench.write(
            "spy.csv",
            """
            Date,Open,High,Low,Kurs,Volume
            2024-01-02,100,101,99,100.5,1000
            2024-01-03,100.5,102,100,101,1100
            """);

    CommandLineSession session = bench.run("new", "mapping", file.toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .contains("need a column for close, but there are only those for open, high, low, volume")
        .contains("it could be \"Kurs\"")
        .hasLineCount(1);
    assertThat(bench.at("mappings/spy.yaml")).doesNotExist();
  }

  @Test
  void aDraftThatDoesNotReadItsFileEndsWithFindings() throws Exception {
    Path file = bench.write("wide.csv", "date,NOSUCHA,NOSUCHB\n2024-01-03,1,2\n2024-01-04,1,2\n");

    CommandLineSession session = bench.run("new", "mapping", file.toString());

    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out()).contains("which does not read the file yet");
    assertThat(session.out().lines().map(String::strip))
        .noneMatch(line -> line.startsWith(":") || line.startsWith(","));
  }

  @Test
  void neverWritesOverAMappingThatIsThere() throws Exception {
    Path file = bench.write("spy.csv", "date,close\n2024-01-03,100\n2024-01-04,99\n");
    bench.run("new", "mapping", file.toString());

    CommandLineSession again = bench.run("new", "mapping", file.toString());

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("spy.yaml is there already").hasLineCount(1);
  }

  @Test
  void aTableThatMeansNothingToUsIsRefusedWithItsColumns() throws Exception {
    Path file = bench.write("spy.csv", "date,mood\n2024-01-03,good\n2024-01-04,bad\n");

    CommandLineSession session = bench.run("new", "mapping", file.toString());

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .contains("not those of trades, quotes or bars (it has date, mood)")
        .contains("docs/mappings.md")
        .hasLineCount(1);
  }

  @Test
  void jsonIsLeftToAMappingByHand() throws Exception {
    Path file = bench.write("spy.json", "[\n[1,2,3]\n]\n");

    assertThat(bench.run("new", "mapping", file.toString()).err())
        .contains("spy.json is JSON")
        .hasLineCount(1);
  }

  /// Real files of ten vendors, with what they hold.
  static Stream<Arguments> realFiles() {
    return Stream.of(
        Arguments.of("equity/daily/backtestingpy_GOOG_2004_2013.csv.gz", "session bars of GOOG"),
        Arguments.of(
            "equity/daily/plotly_5series_2007_2016.csv.gz",
            "session bars of AAPL, GSPC, IBM, MSFT, SBUX"),
        Arguments.of(
            "equity/daily/vega_stocks.csv.gz", "month bars of AAPL, AMZN, GOOG, IBM, MSFT"),
        Arguments.of("equity/m15/AAPLUSUSD_M15.tsv.gz", "15m bars of AAPLUSUSD"),
        Arguments.of("fx/snowguru/XAUUSD_H4.tsv.gz", "4h bars of XAUUSD"),
        Arguments.of("fx/nautilus/gbpusd-m1-ask-2012.csv.gz", "1m bars of GBPUSD"),
        Arguments.of("fx/nautilus/usdjpy-ticks.csv.gz", "quotes of USDJPY"),
        Arguments.of("futures/trades-20191216/ESH0_20191216_trades.csv.gz", "trades of ESH0"));
  }

  @ParameterizedTest
  @MethodSource("realFiles")
  void readsRealFilesAsTheyAreMeant(String name, String rows) throws Exception {
    Path file = SharedData.require(name);

    CommandLineSession session =
        bench.run("new", "mapping", file.toString(), "--name", "real", "--json");

    JsonNode result = JsonMapper.shared().readTree(session.out());
    assertThat(result.get("rows").asString()).isEqualTo(rows);
    assertThat(result.get("accepted").asInt())
        .isGreaterThan((int) (0.95 * result.get("tried").asInt()))
        .isPositive();
    assertThat(SourceMapping.read(bench.at("mappings/real.yaml")).source()).isEqualTo("own");
    assertThat(Files.readString(bench.at("mappings/real.yaml"))).contains("guessed");
  }
}
