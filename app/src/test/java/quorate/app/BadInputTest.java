package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything bad that a user may give, through the command line: refused in one clear line, or set
/// aside row by row, and what the lake held before is still all there.
///
/// `docs/bad-input.md` is the list.
class BadInputTest {
  private static final String TRADES =
      """
      source: other
      dataset: trades
      kind: trades
      instrument: {symbol: BTC-USD}
      """;

  @TempDir Path folder;
  private Workbench bench;
  private List<String> before;

  @BeforeEach
  void fillTheLake() throws IOException {
    bench = new Workbench(folder).ingested();
    before = lake();
  }

  @Test
  void aMissingFile() {
    assertRefused(
        bench.run("ingest", bench.at("none.csv").toString()),
        "input file must exist, but there is none at " + bench.at("none.csv") + "; check its path");
  }

  @Test
  void aWrongColumn() throws IOException {
    mapping(TRADES + "columns: {price: Prise}");

    assertRefused(
        ingest("t.csv", "time,price,quantity\n2024-01-02 00:00:00,1,1\n"),
        "t.csv, line 1: column \"Prise\" must be there, but the columns are [time, price, quantity];"
            + " did you mean \"price\"?");
  }

  @Test
  void anUnknownZone() throws IOException {
    mapping(TRADES + "time: {zone: America/NewYork}");

    assertRefused(
        ingest("t.csv", "time,price,quantity\n2024-01-02 00:00:00,1,1\n"),
        "time.zone must be a time zone such as America/New_York, UTC or UTC-5, but was"
            + " \"America/NewYork\"");
  }

  @Test
  void aDateThatDoesNotExist() throws IOException {
    mapping(TRADES);

    assertRefused(
        ingest("t.csv", "time,price,quantity\n2013-02-30 10:00:00,1,1\n"),
        "t.csv, line 2: date must exist, but 2013-02-30 does not; the row says"
            + " \"2013-02-30 10:00:00\"");
  }

  @Test
  void aTruncatedGzip() throws IOException {
    mapping(TRADES + "time: {form: epoch_s}");
    StringBuilder rows = new StringBuilder("time,price,quantity\n");
    for (int i = 0; i < 20_000; i++) {
      rows.append(1_704_153_600 + i).append(',').append(900 + i * 7919 % 100).append(",1\n");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    Path file = Files.write(bench.at("t.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

    assertRefused(
        ingest(file),
        "compressed data must be whole, but is cut off or damaged",
        "t.csv.gz, line ",
        "fetch the file again");
  }

  @Test
  void anEmptyFile() throws IOException {
    mapping(TRADES);

    assertRefused(ingest("t.csv", ""), "t.csv: file must hold rows, but is empty");
  }

  @Test
  void aBarWithItsHighBelowItsLow() throws IOException {
    assertSetAside(
        "1704153600,100.00,99.00,101.00,100.00,5",
        "inconsistent_bar",
        "bar must have low ≤ open, close ≤ high, but had open 100.00, high 99.00, low 101.00, close"
            + " 100.00");
  }

  @Test
  void aNegativeVolume() throws IOException {
    assertSetAside(
        "1704153600,100.00,101.00,99.00,100.00,-5",
        "negative",
        "prices and sizes must not be negative, but volume was -5");
  }

  @Test
  void anUnknownSymbol() throws IOException {
    mapping(TRADES.replace("BTC-USD", "NOSUCH"));

    assertRefused(
        ingest("t.csv", "time,price,quantity\n2024-01-02 00:00:00,1,1\n"),
        "t.csv: instrument must be declared, but \"NOSUCH\" is not");
  }

  @Test
  void anUnknownSetting() throws IOException {
    Path settings = bench.at("quorate.yaml");
    Files.writeString(settings, Files.readString(settings).replace("  tapes:", "  tape:"));

    assertRefused(
        bench.run("ingest", bench.at("waves.csv").toString()),
        "unknown setting \"data.tape\"; did you mean \"tapes\"?");
  }

  @Test
  void aPlaybookNamingAnAgentThatDoesNotExist() throws IOException {
    Path playbook = bench.at("playbooks/waves.yaml");
    Files.writeString(playbook, Files.readString(playbook).replace("- reversion", "- reversal"));

    assertRefused(bench.run("backtest", "waves"), "no agent is called \"reversal\"");
    assertThat(bench.runs()).isEmpty();
  }

  /// Bitcoin's prices have two decimals: the largest is (2⁶³ − 1) / 100.
  @Test
  void aPriceBeyondTheNumberRange() throws IOException {
    mapping(TRADES);

    assertRefused(
        ingest("t.csv", "time,price,quantity\n2024-01-02 00:00:00,92233720368547758.08,1\n"),
        "t.csv, line 2: price must be within ±92233720368547758.07, but was"
            + " \"92233720368547758.08\"");
  }

  /// A row of the page that names no test would be a promise nobody keeps.
  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    Path root = SharedData.projectRoot();
    String page = Files.readString(root.resolve("docs/bad-input.md"));
    Matcher named = Pattern.compile("`(\\w+Test)\\.(\\w+)`").matcher(page);
    List<String> missing = new ArrayList<>();
    TreeSet<String> found = new TreeSet<>();
    while (named.find()) {
      boolean there = sources(root, named.group(1)).contains("void " + named.group(2) + "(");
      (there ? found : missing).add(named.group());
    }

    assertThat(missing).isEmpty();
    assertThat(found).hasSizeGreaterThanOrEqualTo(14);
  }

  private static String sources(Path root, String name) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String room : List.of("app", "features", "lake", "language", "learning", "market")) {
      try (Stream<Path> files = Files.walk(root.resolve(room + "/src/test/java"))) {
        for (Path file : files.filter(each -> each.endsWith(name + ".java")).toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }

  private void mapping(String yaml) throws IOException {
    bench.write("other.yaml", yaml);
  }

  private CommandLineSession ingest(String name, String text) throws IOException {
    return ingest(bench.write(name, text));
  }

  private CommandLineSession ingest(Path file) {
    return bench.run("ingest", file.toString(), "--mapping", bench.at("other.yaml").toString());
  }

  private void assertRefused(CommandLineSession session, String... words) {
    assertThat(session.exitCode()).isBetween(1, 2);
    assertThat(session.err()).startsWith("quorate: ").contains(words).hasLineCount(1);
    assertThat(session.out()).isEmpty();
    assertThat(lake()).isEqualTo(before);
  }

  /// One good bar and the bad one, which goes to quarantine with its reason.
  private void assertSetAside(String badRow, String reason, String detail) throws IOException {
    mapping(
        """
        source: other
        dataset: bars
        kind: bars
        instrument: {symbol: BTC-USD}
        time: {form: epoch_s}
        bars: {timeframe: 1m}
        """);
    Path file =
        bench.write(
            "bars.csv",
            "time,open,high,low,close,volume\n"
                + badRow
                + "\n1704153660,100.00,101.00,99.00,100.00,5\n");

    CommandLineSession session =
        bench.run(
            "ingest", file.toString(), "--mapping", bench.at("other.yaml").toString(), "--json");

    JsonNode result = JsonMapper.shared().readTree(session.out());
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(result.get("read").asInt()).isEqualTo(2);
    assertThat(result.get("accepted").asInt()).isEqualTo(1);
    assertThat(result.get("quarantined").get(reason).asInt()).isEqualTo(1);
    assertThat(Path.of(result.get("quarantine").asString())).content().contains(detail, badRow);
    assertThat(lake()).containsAll(before);
  }

  /// Every file of the lake with its size.
  private List<String> lake() {
    try (Stream<Path> files = Files.walk(bench.at("lake"))) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        found.add(file + " " + Files.size(file));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
