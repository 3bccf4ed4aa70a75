package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.MacroRelease;
import quorate.domain.MacroRelease.Vintage;
import quorate.domain.Timeframe;
import quorate.features.surroundings.SurroundingKind;
import quorate.features.surroundings.Surroundings;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.lake.gold.ColumnStatistics;
import quorate.lake.gold.GoldColumn;
import quorate.lake.gold.GoldRequest;
import quorate.lake.gold.GoldStore;
import quorate.lake.gold.GoldTable;
import quorate.lake.gold.SurroundingInputs;
import quorate.lake.silver.RowKind;
import quorate.lake.store.LakeException;
import quorate.market.calendar.Calendars;

/// Minute bars of ESH0 from 15:00 UTC on Monday, 2019-12-16, the close of minute m at 3000 + m / 4
/// points.
class GoldTest {
  private static final Timeframe FIVE = Timeframe.ofMinutes(5);
  private static final Timeframe QUARTER = Timeframe.ofMinutes(15);
  private static final long START = 1_576_508_400L;
  private static final long SECOND_NS = 1_000_000_000L;

  @TempDir Path folder;
  private TestLake lake;
  private SurroundingInputs surroundings = SurroundingInputs.none();

  @BeforeEach
  void anHourOfMinutes() throws IOException {
    lake = new TestLake(folder);
    ingest("first.csv", 0, 60);
  }

  private void ingest(String name, int fromMinute, int minutes) throws IOException {
    StringBuilder rows = new StringBuilder("start,open,high,low,close,volume\n");
    for (int m = fromMinute; m < fromMinute + minutes; m++) {
      String price = Double.toString(3000 + m / 4.0);
      rows.append(START + 60L * m).append(",%s,%s,%s,%s,1\n".formatted(price, price, price, price));
    }
    lake.ingest(TestLake.bars(), lake.input(name, rows.toString()));
  }

  private GoldStore gold() {
    return GoldStore.of(lake.settings, TestLake.CLOCK);
  }

  private GoldRequest request(String code, String... columnsOfQuarters) {
    return request(code, Long.MIN_VALUE, columnsOfQuarters);
  }

  private GoldRequest request(String code, long beginsNs, String... columnsOfQuarters) {
    Lake opened = lake.open();
    Dataset bars = opened.dataset("ESH0", RowKind.BARS, "1m");
    Map<Timeframe, List<String>> columns = new LinkedHashMap<>();
    columns.put(FIVE, List.of("close", "sma(3)"));
    columns.put(QUARTER, List.of(columnsOfQuarters));
    return new GoldRequest(
        "test",
        opened.tape(bars, Long.MIN_VALUE, Long.MAX_VALUE, Progress.silent()),
        beginsNs,
        Calendars.named(bars.instrument().calendar()),
        columns,
        code,
        surroundings);
  }

  private List<GoldTable> build(GoldRequest request) {
    return gold().build(request, Progress.silent());
  }

  private List<Boolean> fresh(GoldRequest request) {
    return build(request).stream().map(GoldTable::fresh).toList();
  }

  /// `minute session value …` of each row.
  private List<String> rows(GoldTable table) throws IOException {
    List<String> rows = new ArrayList<>();
    Path spill = folder.resolve("spill");
    try (DuckDb database = DuckDb.open(new DuckDbSettings(64, 1, spill));
        DuckDb.Result result =
            database.query(
                "SELECT * FROM read_parquet(%s) ORDER BY time_ns"
                    .formatted(DuckDb.quoted(table.folder() + "/*.parquet")))) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        row.append((result.getLong(1) / SECOND_NS - START) / 60).append(' ');
        row.append(result.getText(2));
        for (int i = 0; i < table.lineage().columns().size(); i++) {
          row.append(' ').append(result.getText(3 + i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void hasARowForEachBarAtWhichEveryColumnWasReady() throws IOException {
    List<GoldTable> tables = build(request("code", "close"));

    // Bars of five minutes close at 3000 + 4/4, 3000 + 9/4, …; the third is the first mean of
    // three.
    assertThat(rows(tables.get(0)))
        .hasSize(10)
        .startsWith("15 2019-12-16 3003.5 3002.25", "20 2019-12-16 3004.75 3003.5")
        .endsWith("60 2019-12-16 3014.75 3013.5");
    assertThat(rows(tables.get(1)))
        .containsExactly(
            "15 2019-12-16 3003.5",
            "30 2019-12-16 3007.25",
            "45 2019-12-16 3011.0",
            "60 2019-12-16 3014.75");
  }

  @Test
  void tellsHowItCameToBe() {
    GoldRequest request = request("code", "close");
    GoldTable table = build(request).get(1);

    assertThat(table.folder().toString())
        .endsWith("gold/test/symbol=ESH0/timeframe=15m/" + table.lineage().version());
    assertThat(table.lineage().code()).isEqualTo("code");
    assertThat(table.lineage().made()).isEqualTo("2020-01-02T03:04:05Z");
    assertThat(table.lineage().input()).isEqualTo("ESH0 1m bars of test/bars");
    assertThat(table.lineage().inputChecksum()).isEqualTo(request.input().checksum());
    assertThat(table.lineage().inputEvents()).isEqualTo(60);
    assertThat(table.lineage().rows()).isEqualTo(4);
    assertThat(table.lineage().files()).hasSize(1);
  }

  /// 3003.5, 3007.25, 3011 and 3014.75: mean 3009.125, deviations ±1.875 and ±5.625.
  @Test
  void saysHowItsColumnsAreDistributed() {
    ColumnStatistics close = build(request("code", "close")).get(1).lineage().columns().getFirst();

    assertThat(close.name()).isEqualTo("close");
    assertThat(close.mean()).isEqualTo(3009.125);
    assertThat(close.deviation())
        .isCloseTo(Math.sqrt((1.875 * 1.875 + 5.625 * 5.625) / 2), within(1e-9));
    assertThat(close.least()).isEqualTo(3003.5);
    assertThat(close.p25()).isCloseTo(3003.5 + 0.75 * 3.75, within(1e-9)); // place 0.25 · 3
    assertThat(close.median()).isEqualTo(3009.125);
    assertThat(close.most()).isEqualTo(3014.75);
  }

  @Test
  void isNotMadeAgainWhenNothingHasChanged() throws IOException {
    build(request("code", "close"));
    Map<String, String> before = lake.content();

    assertThat(fresh(request("code", "close"))).containsExactly(false, false);
    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void isMadeAgainOnlyWhereItDependsOnWhatHasChanged() throws IOException {
    assertThat(fresh(request("code", "close"))).containsExactly(true, true);

    assertThat(fresh(request("code", "close", "rsi(2)"))).containsExactly(false, true);
    assertThat(fresh(request("other code", "close"))).containsExactly(true, true);
    ingest("second.csv", 60, 30);
    assertThat(fresh(request("code", "close"))).containsExactly(true, true);
    // Earlier versions are still there; the newest of each is told.
    assertThat(gold().newest("test")).hasSize(2);
  }

  @Test
  void isMadeAgainWhenItsLineageIsDamaged() throws IOException {
    GoldTable table = build(request("code", "close")).getFirst();
    Files.write(table.folder().resolve("lineage.json"), new byte[0]);

    assertThat(fresh(request("code", "close"))).containsExactly(true, false);
    assertThat(fresh(request("code", "close"))).containsExactly(false, false);
  }

  @Test
  void isMadeAgainWhenAFileOfItIsCutShort() throws IOException {
    GoldTable table = build(request("code", "close")).getFirst();
    Path file = table.folder().resolve(table.lineage().files().getFirst().name());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, new byte[10]);

    assertThat(fresh(request("code", "close"))).containsExactly(true, false);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void beginsWithReadyRowsAfterAWarmUp() throws IOException {
    long beginsNs = (START + 30 * 60) * SECOND_NS;

    List<GoldTable> tables = build(request("code", beginsNs, "close"));

    assertThat(rows(tables.get(0))).hasSize(6).first().isEqualTo("35 2019-12-16 3008.5 3007.25");
    assertThat(rows(tables.get(1))).hasSize(2);
  }

  /// Ten rows on Monday, 2019-12-16, and after 23:00 UTC (the session of Tuesday) some more.
  @Test
  void isReadColumnByColumnAndSessionBySession() throws IOException {
    ingest("evening.csv", 8 * 60, 20);
    GoldTable table = build(request("code", "close")).getFirst();

    GoldColumn close = gold().read(table, "close");

    LocalDate monday = LocalDate.of(2019, 12, 16);
    LocalDate tuesday = monday.plusDays(1);
    assertThat(close.sessions()).containsExactly(monday, tuesday);
    assertThat(close.values(monday, monday)).startsWith(3003.5, 3004.75);
    assertThat(close.values(tuesday, tuesday)).containsExactly(3121, 3122.25, 3123.5, 3124.75);
    assertThat(close.values(monday, tuesday)).isEqualTo(close.values());
    assertThat(close.values(tuesday.plusDays(1), LocalDate.MAX)).isEmpty();
    assertThatThrownBy(() -> gold().read(table, "rsi(14)"))
        .hasMessageEndingWith("must be one of its features, but was \"rsi(14)\"");
  }

  @Test
  void leavesNothingBehindWhenItIsStopped() throws IOException {
    Map<String, String> before = lake.content();
    GoldRequest request = request("code", "close");

    assertThatThrownBy(() ->
            gold()
                .build(
                    request,
                    (done, total) -> {
                      throw LakeException.stopped(null);
                    }))
        .isInstanceOf(LakeException.class);

    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void needsAColumn() {
    GoldRequest request = request("code", "close");

    assertThatThrownBy(() ->
            new GoldRequest(
                "test", request.input(), 0, request.calendar(), Map.of(), "code", surroundings))
        .hasMessage("a playbook's feature tables must have a column, but had none (test)");
  }

  /// One value, known from the end of the first quarter of an hour on.
  private static SurroundingInputs macro(String checksum, double value) {
    long releasedNs = (START + 900) * SECOND_NS;
    MacroRelease release =
        new MacroRelease(
            "DGS10", LocalDate.of(2019, 12, 13), releasedNs, value, Vintage.AS_RELEASED);
    return new SurroundingInputs(
        Surroundings.none().withMacro(List.of(release), Set.of("DGS10")),
        Map.of(
            SurroundingKind.MACRO,
            List.of(new InputReferenced(1, "macro/DGS10.csv", checksum, 1, 2, 1))));
  }

  @Test
  void makesAgainOnlyTheTablesThatLookAtWhatChangedAroundTheInstrument() throws IOException {
    surroundings = macro("first", 1.75);
    List<GoldTable> first = build(request("code", "macro(dgs10)"));
    assertThat(fresh(request("code", "macro(dgs10)"))).containsExactly(false, false);

    surroundings = macro("second", 1.5);
    List<GoldTable> second = build(request("code", "macro(dgs10)"));

    assertThat(second).extracting(GoldTable::fresh).containsExactly(false, true);
    assertThat(rows(first.get(1)))
        .containsExactly(
            "15 2019-12-16 1.75", "30 2019-12-16 1.75", "45 2019-12-16 1.75", "60 2019-12-16 1.75");
    assertThat(rows(second.get(1))).startsWith("15 2019-12-16 1.5");
    assertThat(first.get(0).lineage().surroundings()).isEmpty();
    assertThat(second.get(1).lineage().surroundings())
        .containsExactly(new InputReferenced(1, "macro/DGS10.csv", "second", 1, 2, 1));
  }
}
