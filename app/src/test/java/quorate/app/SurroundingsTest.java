package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.lake.LakeSettings;
import quorate.lake.gold.GoldStore;
import quorate.lake.gold.GoldTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A trade a minute from 2024-01-02 00:00 UTC, a yield that was out at 00:30 and again a nanosecond
/// after 00:40, and texts of 00:35 and 00:50.
class SurroundingsTest {
  private static final String YIELDS =
      """
      date,value,released_at
      2023-12-29,3.88,2024-01-02T00:30:00Z
      2024-01-02,3.95,2024-01-02T00:40:00.000000001Z
      """;
  private static final String TABLES =
      """
      features:
        tables:
          - {timeframe: 10m, columns: [macro(dgs10)]}
          - {timeframe: 15m, columns: [text(count), text(bar_mean)]}
          - {timeframe: 30m, columns: [close]}
      """;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void threeThousandMinutes() throws Exception {
    bench = new Workbench(folder).ingested();
    bench.write("macro/DGS10.csv", YIELDS);
    bench.write(
        "signals.jsonl", signal("00:35:00", "BTC-USD", 0.5) + signal("00:50:00", "OTHER", -1));
  }

  private static String signal(String time, String symbol, double sentiment) {
    return """
    {"asOf":"2024-01-02T%sZ","source":"news","symbol":"%s","sentiment":%s,"confidence":1,"textId":"%s"}
    """
        .formatted(time, symbol, sentiment, time);
  }

  /// A playbook with these files.
  private void playbook(String name, String files, String more) throws Exception {
    bench.playbook(name, more);
    Path file = bench.at("playbooks/" + name + ".yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("kind: trades}", "kind: trades" + files.replace("@", folder + "/") + "}"));
  }

  private List<JsonNode> tables(String name) {
    CommandLineSession session = bench.run("features", name, "--json");
    assertThat(session.err()).isEmpty();
    return session.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  /// A column as it is kept.
  private double[] column(String playbook, String timeframe, String column) {
    LakeSettings settings =
        new LakeSettings(bench.at("lake"), bench.at("tape"), 256, 1, Duration.ofSeconds(1));
    GoldStore gold = GoldStore.of(settings, Clock.systemUTC());
    GoldTable table =
        gold.newest(playbook).stream()
            .filter(each -> each.lineage().timeframe().equals(timeframe))
            .findFirst()
            .orElseThrow();
    return gold.read(table, column).values(LocalDate.MIN, LocalDate.MAX);
  }

  /// Which tables were made, from the second on: the first is the members' own.
  private List<Boolean> fresh() {
    return tables("around").stream().skip(1).map(each -> each.get("fresh").asBoolean()).toList();
  }

  @Test
  void writesWhatWasKnownAtEachBar() throws Exception {
    playbook("around", ", macro: '@macro', texts: '@signals.jsonl'", TABLES);

    List<JsonNode> tables = tables("around");

    double[] yields = column("around", "10m", "macro(dgs10)");
    // 299 bars of ten minutes are closed; the third ends when the first value is out.
    assertThat(yields).hasSize(299 - 2);
    assertThat(Arrays.copyOf(yields, 4)).containsExactly(3.88, 3.88, 3.95, 3.95);
    assertThat(Arrays.copyOf(column("around", "15m", "text(count)"), 4))
        .containsExactly(0, 0, 1, 0);
    assertThat(Arrays.copyOf(column("around", "15m", "text(bar_mean)"), 3))
        .containsExactly(0, 0, 0.5);
    String lineage =
        Files.readString(Path.of(tables.get(1).get("folder").asString()).resolve("lineage.json"));
    assertThat(lineage).contains("macro/DGS10.csv").doesNotContain("signals.jsonl");
  }

  @Test
  void makesAgainOnlyTheTablesThatLookAtAChangedFile() throws Exception {
    playbook("around", ", macro: '@macro', texts: '@signals.jsonl'", TABLES);
    assertThat(fresh()).containsExactly(true, true, true);
    assertThat(fresh()).containsExactly(false, false, false);

    bench.write("macro/DGS10.csv", YIELDS + "2024-01-02,3.96,2024-01-03T00:00:00Z\n");
    assertThat(fresh()).containsExactly(true, false, false);

    bench.write("signals.jsonl", signal("00:36:00", "BTC-USD", 0.5));
    assertThat(fresh()).containsExactly(false, true, false);
  }

  /// The last of 3,000 minutes is one of 4 January.
  @Test
  void makesNothingAgainForWhatCameAfterTheLastEvent() throws Exception {
    playbook("around", ", macro: '@macro', texts: '@signals.jsonl'", TABLES);
    tables("around");

    bench.write("macro/DGS10.csv", YIELDS + "2024-01-03,4,2024-01-05T00:00:00Z\n");

    assertThat(fresh()).containsExactly(false, false, false);
  }

  @Test
  void takesDeclaredLagsWhereAFileHasNoReleaseDates() throws Exception {
    bench.write("own/IFO.csv", "date,value\n2024-01-01,85.2\n2024-01-02,86\n");
    bench.write(
        "lags.yaml",
        """
        zone: UTC
        releases: [{series: IFO, period: day, lag: 1, at: "00:05"}]
        """);
    playbook(
        "lagged",
        ", macro: ['@own/IFO.csv'], release_lags: '@lags.yaml'",
        "features: {tables: [{timeframe: 10m, columns: [macro(ifo)]}]}");

    tables("lagged");

    double[] ifo = column("lagged", "10m", "macro(ifo)");
    assertThat(ifo[0]).isEqualTo(85.2); // 1 January's, at 00:10 of the 2nd
    assertThat(ifo[142]).isEqualTo(85.2); // 143 · 10 minutes: 23:50
    assertThat(ifo[144]).isEqualTo(86); // 00:10 of the 3rd
  }

  private void seatAMemberThatLooksAtYields() throws Exception {
    bench.write(
        "strategies/Yields.java",
        """
        package strategies;

        import quorate.agents.Agent;
        import quorate.agents.AgentParameters;
        import quorate.domain.Observation;
        import quorate.domain.Opinion;
        import quorate.domain.Rationale;
        import quorate.domain.View;

        public final class Yields implements Agent {
          private final View view;

          public Yields(AgentParameters parameters) {
            view = View.of(parameters.timeframe(), "macro(dgs10)", "text(sentiment)");
          }

          @Override
          public View view() {
            return view;
          }

          @Override
          public Opinion opine(Observation seen) {
            double side = seen.latest(0) < 3.9 ? 1 : -1;
            return Opinion.of(side, 1, 1, Rationale.of("the yield is %.2f", seen.latest(0)));
          }
        }
        """);
  }

  private void playbookOfYields(String files) throws Exception {
    seatAMemberThatLooksAtYields();
    playbook("yields", files, "");
    Path file = bench.at("playbooks/yields.yaml");
    Files.writeString(file, Files.readString(file).replace("    - reversion\n", "    - Yields\n"));
  }

  @Test
  void runsAndRepeatsWithWhatTheMembersSaw() throws Exception {
    playbookOfYields(", macro: '@macro/DGS10.csv', texts: '@signals.jsonl'");

    CommandLineSession run = bench.run("backtest", "yields");
    CommandLineSession again = bench.run("replay");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(again.out()).contains("repeats bit for bit");
    assertThat(Files.readString(bench.runs().getFirst().resolve("manifest.json")))
        .contains("macro/DGS10.csv")
        .contains("signals.jsonl");
  }

  @Test
  void doesNotRepeatARunWhoseFilesHaveChanged() throws Exception {
    playbookOfYields(", macro: '@macro', texts: '@signals.jsonl'");
    assertThat(bench.run("backtest", "yields").exitCode()).isZero();

    bench.write("macro/DGS10.csv", YIELDS.replace("3.88", "3.89"));
    CommandLineSession changed = bench.run("replay");
    bench.write("macro/DGS10.csv", YIELDS);
    bench.write("macro/DGS2.csv", YIELDS);
    CommandLineSession more = bench.run("replay");

    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.err())
        .contains("macro/DGS10.csv must say what it said when the run read it")
        .hasLineCount(1);
    assertThat(more.exitCode()).isEqualTo(1);
    assertThat(more.err())
        .contains("data.macro and data.texts must be the files that the run has read")
        .contains("DGS2.csv");
  }

  @Test
  void refusesAMemberThatLooksAtWhatIsNotThere() throws Exception {
    playbookOfYields(", macro: '@macro'");

    CommandLineSession session = bench.run("backtest", "yields");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo(
            "quorate: council member \"Yields\" must look at features, but: text must be given"
                + " signals of texts, but there are none; set data.texts to their files (feature"
                + " \"text(sentiment)\")\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | macro(dgs10) | set data.macro to their files (feature \"macro(dgs10)\")",
        "`, macro: '@macro'` | macro(dgs2) | but \"DGS2\" does not; did you mean",
        "`, macro: '@macro'` | macro(term_spred) | did you mean \"term_spread\"?",
        "`, macro: '@macr'` | macro(dgs10) | data.macro must name files of the project's folder,"
            + " but there is no",
        "`, macro: '@playbooks'` | macro(dgs10) | has no .csv or .csv.gz",
        "`, macro: ['@macro', '@macro/DGS10.csv']` | macro(dgs10) | must have one file a series",
        "`, release_lags: '@lags.yaml'` | close | data.release_lags must be left out unless"
            + " data.macro is given",
        "`, texts: '@signal.jsonl'` | text(count) | data.texts must name files of the project's"
            + " folder, but there is no",
        "`, texts: '@signals.jsonl'` | text(cuont) | did you mean \"count\"?",
      })
  void saysWhatIsWrongAndWhatToDo(String files, String column, String part) throws Exception {
    playbook(
        "wrong", files, "features: {tables: [{timeframe: 5m, columns: [%s]}]}".formatted(column));

    CommandLineSession session = bench.run("features", "wrong");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).contains(part).hasLineCount(1);
  }

  @Test
  void remarksThatTheTextsAreAboutOthers() throws Exception {
    bench.write("signals.jsonl", signal("00:50:00", "OTHER", -1));
    playbook("around", ", macro: '@macro', texts: '@signals.jsonl'", TABLES);

    assertThat(bench.run("features", "around").err())
        .endsWith("signals.jsonl has no text about BTC-USD in the time of the run\n");
  }

  @Test
  void listsTheFeaturesOfTheEconomyAndOfTexts() {
    String all = bench.run("features", "--list").out();
    String macro = bench.run("features", "--list", "macro").out();
    JsonNode json =
        JsonMapper.shared()
            .readTree(bench.run("features", "--list", "term_spread", "text", "--json").out());

    assertThat(all)
        .contains("  macro(inflation_yoy)          Consumer prices, year on year: yoy(cpiaucsl)")
        .contains("  text(novelty) ");
    assertThat(macro)
        .contains(
            "  macro(term_spread)            10-year minus 2-year Treasury: minus(dgs10, dgs2)"
                + " [percentage\n                                points]\n")
        .doesNotContain("text(")
        .doesNotContain("rsi(14)");
    assertThat(json.get("macro")).hasSize(1);
    assertThat(json.get("macro").get(0).get("formula").asString()).isEqualTo("minus(dgs10, dgs2)");
    assertThat(json.get("macro").get(0).get("unit").asString()).isEqualTo("percentage points");
    assertThat(json.get("text").get(0).get("name").asString()).isEqualTo("sentiment");
    assertThat(json.get("text").get(0).get("unit").asString()).isEqualTo("−1 to 1");
  }

  /// A time to the second counts from the end of the second.
  @Test
  void scoresTextsForAPlaybook() throws Exception {
    Path raw =
        bench.write(
            "posts.csv",
            """
            time,text
            2024-01-02 00:44:59,Losses widened and sales fell
            2024-01-02 00:29:59,Profit rose sharply
            2024-01-02 00:31:00,The meeting is on Tuesday
            """);
    Path into = bench.at("made/signals.jsonl");

    CommandLineSession scored =
        bench.run("features", "--text", raw.toString(), "--about", "BTC-USD", "--into", "" + into);
    playbook(
        "scored",
        ", texts: '@made/signals.jsonl'",
        "features: {tables: [{timeframe: 15m, columns: [text(count), text(bar_mean)]}]}");
    tables("scored");

    assertThat(scored.exitCode()).isZero();
    assertThat(scored.out())
        .startsWith("3 signals in ")
        .endsWith("; of 1 the lexicon has nothing to say\n");
    assertThat(into).exists();
    assertThat(Arrays.copyOf(column("scored", "15m", "text(count)"), 4))
        .containsExactly(0, 1, 2, 0);
    double[] means = column("scored", "15m", "text(bar_mean)");
    assertThat(means[1]).isPositive();
    assertThat(means[2]).isNegative();
  }

  @Test
  void saysWhatScoringTextsNeeds() throws Exception {
    String raw = bench.write("posts.csv", "time,text\n2024-01-02 00:30:00,x\n").toString();

    assertThat(bench.run("features", "--text", raw).err())
        .isEqualTo(
            "quorate: --text needs --into, the file that signals are written to, but it was left"
                + " out\n");
    assertThat(
            bench.run("features", "--text", raw, "--into", raw + "l", "--form", "headline").err())
        .isEqualTo(
            "quorate: --form must be posts or headlines, but was \"headline\"; did you mean"
                + " \"headlines\"?\n");
  }
}
