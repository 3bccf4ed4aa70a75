package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.features.catalogue.IndicatorCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeaturesTest {
  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void threeThousandMinutes() throws Exception {
    bench = new Workbench(folder).ingested();
  }

  private static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }

  private List<JsonNode> tables(String playbook) {
    CommandLineSession session = bench.run("features", playbook, "--json");
    assertThat(session.err()).isEmpty();
    return session.out().lines().map(FeaturesTest::json).toList();
  }

  @Test
  void writesWhatTheMembersLookAtAndWhatThePlaybookNames() throws Exception {
    bench.playbook(
        "tables",
        "features: {tables: [{timeframe: 30m, columns: [rsi(3), close]}, {timeframe: 5m, columns:"
            + " [atr(5)]}]}");

    List<JsonNode> tables = tables("tables");

    assertThat(tables).hasSize(2);
    JsonNode fives = tables.get(0);
    assertThat(fives.get("timeframe").asString()).isEqualTo("5m");
    assertThat(fives.get("symbol").asString()).isEqualTo("BTC-USD");
    List<String> columns =
        fives.get("columns").valueStream().map(each -> each.get("name").asString()).toList();
    assertThat(columns).contains("gap(sma(3), sma(9))", "atr(5)").doesNotHaveDuplicates();
    JsonNode halfHours = tables.get(1);
    // 3,000 minutes: 99 bars of thirty are closed, the fourth is the first with an RSI of 3.
    assertThat(halfHours.get("rows").asInt()).isEqualTo(99 - 3);
    assertThat(Path.of(halfHours.get("folder").asString()).resolve("lineage.json")).exists();
  }

  @Test
  void doesNothingTheSecondTimeAndSaysSo() {
    CommandLineSession first = bench.run("features", "waves");
    CommandLineSession second = bench.run("features", "waves");

    assertThat(first.out()).startsWith("BTC-USD 5m of waves: ").contains(" features, made: ");
    assertThat(second.out()).isEqualTo(first.out().replace(", made: ", ", there already: "));
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void makesAgainOnlyWhatAChangeReaches() throws Exception {
    String two = "features: {tables: [{timeframe: 30m, columns: [close]}]}";
    bench.playbook("two", two);
    tables("two");

    bench.playbook("two", two.replace("[close]", "[close, volume]"));

    assertThat(tables("two"))
        .extracting(table -> table.get("fresh").asBoolean())
        .containsExactly(false, true);
  }

  @Test
  void refusesAFeatureThatNobodyKnows() throws Exception {
    bench.playbook("wrong", "features: {tables: [{timeframe: 5m, columns: [rsj(14)]}]}");

    CommandLineSession session = bench.run("features", "wrong");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .startsWith(
            "quorate: features.tables[0].columns must be features: unknown feature \"rsj\"; did"
                + " you mean \"rsi\"?")
        .hasLineCount(1);
  }

  /// Trades of 2, 3 and (in part) 4 January; the channel of forty bars takes 200 minutes.
  @Test
  void warmsUpOnTheSessionsBeforeTheFirstThatCounts() throws Exception {
    bench.playbook("cold", "");
    bench.playbook("warm", "features: {warm_up: 1}");
    for (String name : List.of("cold", "warm")) {
      Path file = bench.at("playbooks/" + name + ".yaml");
      Files.writeString(
          file, Files.readString(file).replace("kind: trades}", "kind: trades, from: 2024-01-03}"));
    }

    int cold = tables("cold").getFirst().get("rows").asInt();
    int warm = tables("warm").getFirst().get("rows").asInt();

    // 1,560 minutes from 3 January on: 311 bars of five are closed.
    assertThat(warm).isEqualTo(311);
    assertThat(cold).isLessThan(warm);
    JsonNode run = json(bench.run("backtest", "warm", "--json").out());
    assertThat(run.get("events").asInt()).isEqualTo(1_560);
    CommandLineSession again = bench.run("replay");
    assertThat(again.out()).contains("repeats bit for bit");
  }

  /// Prices swing between 950 and 1,050 on each of three days: nothing moves.
  @Test
  void findsNoDriftWhereNothingHasMoved() throws Exception {
    bench.playbook("calm", "features: {tables: [{timeframe: 5m, columns: [close]}]}");

    CommandLineSession session =
        bench.run("features", "calm", "--trained-until", "2024-01-02", "--json");

    JsonNode close = feature("close", json(session.out()));
    assertThat(session.exitCode()).isZero();
    assertThat(close.get("moved").asBoolean()).isFalse();
    assertThat(close.get("psi").asDouble()).isLessThan(0.25);
    assertThat(close.get("sessions").propertyNames()).containsExactly("2024-01-03", "2024-01-04");
  }

  /// Bars of an hour are 100 dearer from the third day on.
  @Test
  void endsWithFindingsWhereAFeatureHasMoved() throws Exception {
    StringBuilder rows = new StringBuilder("time,price,amount\n");
    for (int i = 3_000; i < 6_000; i++) {
      double price = 1_200 + 50 * Math.sin(i * 2 * Math.PI / 360);
      rows.append(1_704_153_600L + i * 60L).append(",%.2f,10\n".formatted(price));
    }
    assertThat(bench.run("ingest", bench.write("dear.csv", rows.toString()).toString()).exitCode())
        .isZero();
    bench.playbook("dear", "features: {tables: [{timeframe: 5m, columns: [close]}]}");

    CommandLineSession session = bench.run("features", "dear", "--trained-until", "2024-01-03");

    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out())
        .startsWith("BTC-USD 5m of dear: ")
        .containsPattern("close +\\d+ +[1-9][0-9.]+ +0\\.[89]\\d* .* [23] of 3  moved");
  }

  @Test
  void mayCompareWithWhatAnotherPlaybookTrainedOn() throws Exception {
    bench.playbook("other", "");

    CommandLineSession session =
        bench.run(
            "features",
            "waves",
            "--trained-until",
            "2024-01-02",
            "--trained-on",
            "other",
            "--json");

    assertThat(session.exitCode()).isZero();
    assertThat(json(session.out()).get("features")).isNotEmpty();
    assertThat(bench.run("features", "waves", "--trained-on", "other").err())
        .isEqualTo(
            "quorate: --trained-on needs --trained-until, the last session that training read, but"
                + " it was left out\n");
  }

  private static JsonNode feature(String name, JsonNode report) {
    return report
        .get("features")
        .valueStream()
        .filter(each -> each.get("feature").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void listsTheWholeCatalogue() {
    CommandLineSession session = bench.run("features", "--list");

    assertThat(session.exitCode()).isZero();
    for (var entry : IndicatorCatalogue.all()) {
      assertThat(session.out()).contains("  " + entry.example());
    }
    assertThat(session.out()).contains("gap(a, b)").contains("day_sine");
  }

  @Test
  void saysAllAboutOneIndicator() {
    CommandLineSession session = bench.run("features", "--list", "macd");

    assertThat(session.out())
        .contains("macd(12, 26, 9)")
        .contains("slow         26 (2 to 100000 bars)")
        .contains("outputs      macd, signal, histogram")
        .contains("ready after  slow + signal − 1 bars, by default 34")
        .doesNotContain("rsi(14)");
  }

  @Test
  void breaksLongLinesWhereATerminalWould() {
    for (String[] asked :
        new String[][] {
          {"features", "--list"},
          {"features", "--list", "structure"},
          {"features", "--list", "fair_value_gap"}
        }) {
      CommandLineSession session = bench.run(asked);

      assertThat(session.out().lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
  }

  @Test
  void listsTheCatalogueForAProgram() {
    JsonNode list = json(bench.run("features", "--list", "momentum", "--json").out());

    assertThat(list.get("groups")).hasSize(1);
    JsonNode rsi =
        list.get("groups")
            .get(0)
            .get("indicators")
            .valueStream()
            .filter(each -> each.get("name").asString().equals("rsi"))
            .findFirst()
            .orElseThrow();
    JsonNode window = rsi.get("parameters").get(0);
    assertThat(window.get("default").asInt()).isEqualTo(14);
    assertThat(window.get("unit").asString()).isEqualTo("bar");
    assertThat(rsi.get("usual_series").get(0).asString()).isEqualTo("close");
    assertThat(rsi.get("warm_up_bars").asInt()).isEqualTo(15);
  }

  @Test
  void namesTheNearestOfAnUnknownName() {
    CommandLineSession session = bench.run("features", "--list", "macdd");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .startsWith(
            "quorate: --list takes groups and indicators, but \"macdd\" is neither; did you mean"
                + " \"macd\"?");
  }

  @Test
  void mustBeToldWhatToDo() {
    CommandLineSession session = bench.run("features");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo(
            "quorate: a playbook must be named, or --list asked for, but there was neither\n");
  }
}
