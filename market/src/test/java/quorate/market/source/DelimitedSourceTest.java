package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventKind;

class DelimitedSourceTest {
  private static final SourceMapping TRADES =
      Texts.mapping(
          """
          source: test
          dataset: trades
          kind: trades
          instrument: { symbol: ES }
          time: { form: epoch_ms }
          """);

  @TempDir Path folder;

  @Test
  void findsColumnsByNameWhateverTheirOrder() {
    Path file = Texts.file(folder, "t.csv", "quantity,venue,price,time\n3,X,3200.25,1000\n");

    List<SourceRow> rows = Texts.rows(TRADES, file);

    assertThat(rows).hasSize(1);
    SourceRow row = rows.getFirst();
    assertThat(row.event.kind).isEqualTo(EventKind.TRADE);
    assertThat(row.event.timeNs).isEqualTo(1_000_000_000L);
    assertThat(row.event.price).isEqualTo(320025);
    assertThat(row.event.quantity).isEqualTo(3);
    assertThat(row.line).isEqualTo(2);
    assertThat(row.text()).isEqualTo("3,X,3200.25,1000");
  }

  @Test
  void readsWindowsLinesByteOrderMarksBlankLinesAndAMissingLastLineBreak() {
    Path file = Texts.file(folder, "t.csv", "\uFEFFtime,price,quantity\r\n\r\n1,2,3\r\n\r\n2,2,3");

    List<SourceRow> rows = Texts.rows(TRADES, file);

    assertThat(rows).extracting(row -> row.line).containsExactly(3L, 5L);
    assertThat(rows.getLast().text()).isEqualTo("2,2,3");
  }

  @Test
  void readsQuotedFieldsWithDelimitersInside() {
    Path file =
        Texts.file(
            folder,
            "t.csv",
            "\"time\",\"note, of \"\"them\"\"\",price,quantity\n1,\"a,b\",2,\"3\"\n");

    List<SourceRow> rows = Texts.rows(TRADES, file);

    assertThat(rows.getFirst().event.price).isEqualTo(200);
    assertThat(rows.getFirst().event.quantity).isEqualTo(3);
  }

  @Test
  void readsSemicolonsDecimalCommasAndColumnsByIndex() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: bars
            kind: bars
            text: { delimiter: ";", header: none, decimal: "," }
            instrument: { symbol: SPX }
            time: { column: 0, form: yyyyMMdd HHmmss, zone: America/New_York }
            bars: { timeframe: 1m, stamp: end }
            columns: { open: 1, high: 3, low: 4, close: 2, volume: none }
            """);
    Path file = Texts.file(folder, "t.csv", "20110103 093100;1,5;1,25;1,75;1\n");

    SourceRow row = Texts.rows(mapping, file).getFirst();

    assertThat(row.event.kind).isEqualTo(EventKind.BAR);
    // 09:31 in New York is 14:31 UTC in January: 1294065060 s; the bar began a minute before.
    assertThat(row.event.timeNs).isEqualTo(1_294_065_060_000_000_000L);
    assertThat(row.event.startNs).isEqualTo(1_294_065_000_000_000_000L);
    assertThat(row.event.price).isEqualTo(150);
    assertThat(row.event.close).isEqualTo(125);
    assertThat(row.event.high).isEqualTo(175);
    assertThat(row.event.low).isEqualTo(100);
    assertThat(row.event.quantity).isZero();
  }

  @Test
  void joinsADateAndATimeColumnAndPassesOverALyingHeader() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            text: { header: skip }
            instrument: { symbol: ES }
            time: { column: [0, 1] }
            columns: { price: 2, quantity: 3 }
            """);
    Path file = Texts.file(folder, "t.csv", "Date,Price,Size\n1970-01-02,00:00:01,2,3\n");

    // One day and one second after 1970 began.
    assertThat(Texts.rows(mapping, file).getFirst().event.timeNs).isEqualTo(86_401_000_000_000L);
  }

  @Test
  void takesTheDateOfATimeOfDayFromTheName() {
    SourceMapping pattern =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { symbol: ES }
            time: { form: "HH:mm:ss", date_from_name: "_(\\\\d{4}-\\\\d{2}-\\\\d{2})", date_form: yyyy-MM-dd }
            """);
    SourceMapping millis =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { symbol: ES }
            time: { form: ms_of_day, date_from_name: "_(\\\\d{4}-\\\\d{2}-\\\\d{2})", date_form: yyyy-MM-dd }
            """);
    Path clock = Texts.file(folder, "es_1970-01-03.csv", "time,price,quantity\n00:00:02,1,1\n");
    Path count = Texts.file(folder, "ms_1970-01-03.csv", "time,price,quantity\n2000.5,1,1\n");

    // Two days are 172800 s.
    assertThat(Texts.rows(pattern, clock).getFirst().event.timeNs).isEqualTo(172_802_000_000_000L);
    assertThat(Texts.rows(millis, count).getFirst().event.timeNs).isEqualTo(172_802_000_500_000L);
  }

  @Test
  void namesAnAbsentValueAndOneThatDoesNotFit() {
    Path file = Texts.file(folder, "t.csv", "time,price,quantity\n1,,3\n2,1.2345600001,3\n,1,1\n");

    List<SourceRow> rows = Texts.rows(TRADES, file);

    assertThat(rows.get(0).missing).isEqualTo("price");
    assertThat(rows.get(1).unfit).isEqualTo("price 1.2345600001");
    assertThat(rows.get(1).missing).isEmpty();
    assertThat(rows.get(2).missing).isEqualTo("time");
  }

  @Test
  void takesDeclaredTextsForAbsentValues() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            text: { missing: ["null", "-"] }
            instrument: { symbol: ES }
            time: { form: epoch_ms }
            """);
    Path file = Texts.file(folder, "t.csv", "time,price,quantity\n1,null,3\n2,5,-\n");

    assertThat(Texts.rows(mapping, file))
        .extracting(row -> row.missing)
        .containsExactly("price", "quantity");
  }

  @Test
  void turnsANewestFirstFileRoundAndKeepsItsLineNumbers() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            order: descending
            instrument: { symbol: ES }
            time: { form: epoch_ms }
            """);
    Path file = Texts.file(folder, "t.csv", "time,price,quantity\n3,1,1\n2,1,1\n1,1,1\n");

    List<SourceRow> rows = Texts.rows(mapping, file);

    assertThat(rows).extracting(row -> row.line).containsExactly(4L, 3L, 2L);
    assertThat(rows).extracting(SourceRow::text).containsExactly("1,1,1", "2,1,1", "3,1,1");
  }

  @Test
  void givesOneCloseOnlyBarForEachFilledCellOfAWidePanel() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: closes
            kind: bars
            instrument: { panel: all, rename: { GSPC: SPX } }
            time: { column: date }
            bars: { timeframe: session }
            """);
    Path file =
        Texts.file(folder, "p.csv", "GSPC,SPY,date\n1400.5,,2013-07-02\n1401,140,2013-07-05\n");

    List<SourceRow> rows = Texts.rows(mapping, file);

    assertThat(rows).extracting(row -> row.event.instrument).containsExactly(0, 0, 1);
    assertThat(rows).extracting(row -> row.line).containsExactly(2L, 3L, 3L);
    SourceRow first = rows.getFirst();
    assertThat(first.event.price).isEqualTo(140050);
    assertThat(first.event.high).isEqualTo(140050);
    // New York opens at 09:30 and closes at 16:00, in July 13:30 and 20:00 UTC.
    assertThat(first.event.startNs).isEqualTo(1_372_771_800_000_000_000L);
    assertThat(first.event.timeNs).isEqualTo(1_372_795_200_000_000_000L);
  }

  @Test
  void takesTheSymbolFromAColumnOrTheName() {
    SourceMapping column =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { column: ticker, rename: { "118": ESU4 } }
            time: { form: epoch_ms }
            """);
    SourceMapping name =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { name: "^([A-Z0-9]+)_" }
            time: { form: epoch_ms }
            """);
    Path several =
        Texts.file(
            folder, "t.csv", "ticker,time,price,quantity\n118,1,1,1\nNQU4,1,1,1\n118,2,1,1\n");
    Path one = Texts.file(folder, "ESH0_20191216.csv", "time,price,quantity\n1,1,1\n");

    try (RowSource source = SourceFiles.open(column, several, Texts.LISTINGS)) {
      SourceRow row = new SourceRow();
      source.next(row);
      assertThat(row.event.instrument).isZero();
      source.next(row);
      assertThat(row.event.instrument).isEqualTo(1);
      source.next(row);
      assertThat(row.event.instrument).isZero();
      assertThat(source.instrument(0).symbol()).isEqualTo("ESU4");
      assertThat(source.instrument(1).symbol()).isEqualTo("NQU4");
      assertThat(source.instrumentCount()).isEqualTo(2);
    }
    try (RowSource source = SourceFiles.open(name, one, Texts.LISTINGS)) {
      source.next(new SourceRow());
      assertThat(source.instrument(0).symbol()).isEqualTo("ESH0");
    }
  }

  @Test
  void readsTheWantedEntriesOfAZipInTheOrderOfTheirNames() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            entries: ".*\\\\.csv"
            instrument: { symbol: ES }
            time: { form: epoch_ms }
            """);
    Path file =
        Archives.zip(
            folder,
            "t.zip",
            "b.csv",
            "price,time,quantity\n2,2,1\n",
            "readme.txt",
            "nothing to read",
            "a.csv",
            "time,price,quantity\n1,1,1\n");

    List<SourceRow> rows = Texts.rows(mapping, file);

    assertThat(rows).extracting(row -> row.entry).containsExactly("a.csv", "b.csv");
    assertThat(rows).extracting(row -> row.event.price).containsExactly(100L, 200L);
  }

  @Test
  void knowsGzipByItsFirstBytesWhateverItsName() {
    Path file = Archives.gzip(folder, "plain.csv", "time,price,quantity\n1,1,1\n");

    assertThat(Texts.rows(TRADES, file)).hasSize(1);
  }

  @Test
  void readsMoreThanOneBufferWithoutLosingALine() {
    StringBuilder text = new StringBuilder("time,price,quantity\n");
    int lines = 60_000;
    for (int i = 0; i < lines; i++) {
      text.append(i).append(",").append(i % 977).append(".25,").append(1 + i % 7).append('\n');
    }
    Path file = Texts.file(folder, "long.csv", text.toString());

    List<SourceRow> rows = Texts.rows(TRADES, file);

    assertThat(rows).hasSize(lines);
    for (int i = 0; i < lines; i++) {
      assertThat(rows.get(i).event.timeNs).isEqualTo(i * 1_000_000L);
      assertThat(rows.get(i).event.price).isEqualTo(i % 977 * 100L + 25);
    }
    assertThat(rows.getLast().text()).isEqualTo("59999,402.25,3");
  }

  @Test
  void readsAnotherEncodingWhereDeclared() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            text: { encoding: windows-1252 }
            instrument: { symbol: ES }
            time: { form: epoch_ms }
            """);
    byte[] bytes =
        "time,price,quantity,Börse\n1,1,1,Zürich\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Texts.bytes(folder, "t.csv", bytes);

    assertThat(Texts.rows(mapping, file).getFirst().text()).isEqualTo("1,1,1,Zürich");
    assertThatThrownBy(() -> Texts.rows(TRADES, file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageStartingWith(file + ", line 1: text must be UTF-8, but is not: ")
        .hasMessageEndingWith("declare text.encoding");
  }

  @Test
  void quotesABinaryFileWithoutItsControlBytes() {
    byte[] bytes = new byte[400];
    bytes[0] = 'Q';
    bytes[1] = 'K';
    bytes[2] = 0x1B; // escape: a terminal would obey what follows
    bytes[3] = '[';
    bytes[4] = (byte) 0xFF; // never in UTF-8

    Path file = Texts.bytes(folder, "t.csv", bytes);

    assertThatThrownBy(() -> Texts.rows(TRADES, file))
        .hasMessageContaining("\"QK\\u001B[")
        .hasMessageContaining("(byte 4 of the file is 0xFF)")
        .satisfies(e -> Texts.assertQuotable(e, file));
  }

  @Test
  void quotesASymbolShortAndWithoutItsControlCharacters() {
    SourceMapping bySymbol =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { column: symbol }
            time: { form: epoch_ms }
            """);
    Path file =
        Texts.file(
            folder,
            "t.csv",
            "time,symbol,price,quantity\n1,ES\u001B[2J" + "X".repeat(900) + ",2,3\n");

    assertThatThrownBy(() -> Texts.rows(bySymbol, file))
        .hasMessageContaining("line 2: instrument must be declared, but \"ES\\u001B[2JXXX")
        .satisfies(e -> Texts.assertQuotable(e, file));
  }

  @Test
  void quotesColumnsShortAndWithoutTheirControlCharacters() {
    Path file = Texts.file(folder, "t.csv", "time,pri\u001Bce," + "x".repeat(900) + "\n1,2,3\n");

    assertThatThrownBy(() -> Texts.rows(TRADES, file))
        .hasMessageContaining("the columns are [time, pri\\u001Bce, xxx")
        .satisfies(e -> Texts.assertQuotable(e, file));
  }

  @Test
  void tellsHowATextThatIsNoNumberCanBeReadAsAbsent() {
    Path file =
        Texts.bytes(
            folder, "t.csv", "time,price,quantity\n1,banana,1\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Texts.rows(TRADES, file))
        .hasMessageContaining(
            "line 2: price must be a number, but was \"banana\"; to read it as absent:"
                + " text.missing: [\"banana\"]");
  }
}
