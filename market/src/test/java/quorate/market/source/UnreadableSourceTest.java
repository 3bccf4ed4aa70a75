package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.settings.SettingsException;

/// What stops a source, each with the message a user reads.
class UnreadableSourceTest {
  private static final String HEAD = "time,price,quantity\n";

  @TempDir Path folder;

  private static SourceMapping trades(String more) {
    return Texts.mapping(
        """
        source: test
        dataset: trades
        kind: trades
        instrument: { symbol: ES }
        """
            + more);
  }

  private void refuses(SourceMapping mapping, Path file, String message) {
    assertThatThrownBy(() -> Texts.rows(mapping, file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(message.replace("FILE", file.toString()));
  }

  @Test
  void missingFile() {
    refuses(trades(""), folder.resolve("none.csv"), "file must exist, but there is none at FILE");
  }

  @Test
  void emptyFile() {
    refuses(
        trades(""), Texts.file(folder, "empty.csv", ""), "FILE: file must hold rows, but is empty");
    refuses(
        trades(""),
        Archives.gzip(folder, "empty.csv.gz", ""),
        "FILE: file must hold rows, but has none");
    refuses(
        trades(""),
        Texts.file(folder, "head.csv", HEAD),
        "FILE: file must hold rows, but has none");
  }

  @Test
  void wrongColumn() {
    refuses(
        trades("columns: { price: Prise }"),
        Texts.file(folder, "t.csv", "time,Price,quantity\n1,1,1\n"),
        "FILE, line 1: column \"Prise\" must be there, but the columns are [time, Price, quantity];"
            + " did you mean \"Price\"? (mapping test.yaml)");
    refuses(
        trades("columns: { price: 7 }"),
        Texts.file(folder, "u.csv", HEAD + "1,1,1\n"),
        "FILE, line 1: column index must be below the 3 columns, but was 7 (mapping test.yaml)");
  }

  @Test
  void wrongNumberOfColumns() {
    refuses(
        trades("time: { form: epoch_ms }"),
        Texts.file(folder, "t.csv", HEAD + "1,1,1\n2,1\n"),
        "FILE, line 3: a row must have 3 columns as the header, but has 2: \"2,1\"");
  }

  @Test
  void textInPlaceOfANumber() {
    refuses(
        trades("time: { form: epoch_ms }"),
        Texts.file(folder, "t.csv", HEAD + "1,1,1\n2,abc,1\n"),
        "FILE, line 3: price must be a number, but was \"abc\"; to read it as absent:"
            + " text.missing: [\"abc\"] (mapping test.yaml)");
  }

  @Test
  void priceBeyondTheNumberRange() {
    refuses(
        trades("time: { form: epoch_ms }"),
        Texts.file(folder, "t.csv", HEAD + "1,92233720368547758.08,1\n"),
        "FILE, line 2: price must be within ±92233720368547758.07, but was"
            + " \"92233720368547758.08\" (mapping test.yaml)");
  }

  @Test
  void dateThatDoesNotExist() {
    refuses(
        trades(""),
        Texts.file(folder, "t.csv", HEAD + "2013-02-30 10:00:00,1,1\n"),
        "FILE, line 2: date must exist, but 2013-02-30 does not; the row says \"2013-02-30 10:00:00\""
            + " (mapping test.yaml)");
  }

  @Test
  void timeThatTheClockSkipsOrShowsTwice() {
    SourceMapping newYork = trades("time: { zone: America/New_York }");

    refuses(
        newYork,
        Texts.file(folder, "gap.csv", HEAD + "2013-03-10 02:30:00,1,1\n"),
        "FILE, line 2: time must exist in America/New_York, but the clock is put forward over"
            + " 2013-03-10T02:30; the row says \"2013-03-10 02:30:00\" (mapping test.yaml)");
    refuses(
        newYork,
        Texts.file(folder, "overlap.csv", HEAD + "2013-11-03 01:30:00,1,1\n"),
        "FILE, line 2: time must be one instant in America/New_York, but the clock is put back over"
            + " 2013-11-03T01:30; declare time.overlap: earlier or later; the row says"
            + " \"2013-11-03 01:30:00\" (mapping test.yaml)");
  }

  @Test
  void unknownZone() {
    assertThatThrownBy(() -> trades("time: { zone: America/NewYork }"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "time.zone must be a time zone such as America/New_York, UTC or UTC-5, but was"
                + " \"America/NewYork\" (test.yaml)");
  }

  @Test
  void unknownMappingKey() {
    assertThatThrownBy(() -> trades("columns: { prise: Price }"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("unknown setting \"columns.prise\"; did you mean \"price\"? (test.yaml)");
  }

  @Test
  void unknownSymbol() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { symbol: NOSUCH }
            time: { form: epoch_ms }
            """);
    Path file = Texts.file(folder, "t.csv", HEAD + "1,1,1\n");

    assertThatThrownBy(() -> Texts.rows(mapping, file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageStartingWith(file + ": instrument must be declared, but \"NOSUCH\" is not")
        .hasMessageEndingWith("(mapping test.yaml)");
  }

  @Test
  void truncatedGzip() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(',').append(i * 7919 % 1000).append(",1\n");
    }
    byte[] whole = Archives.gzipped(text.toString());
    Path file = Texts.bytes(folder, "t.csv.gz", Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> Texts.rows(trades("time: { form: epoch_ms }"), file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageMatching(
            "(?s)\\Q%s\\E, line \\d+: compressed data must be whole, but is cut off or damaged .*;"
                    .formatted(file)
                + " fetch the file again");
  }

  @Test
  void unclosedQuote() {
    refuses(
        trades("time: { form: epoch_ms }"),
        Texts.file(folder, "t.csv", HEAD + "1,\"1,1\n"),
        "FILE, line 2: a quoted field must be closed in its line, but is not: 1,\"1,1");
  }

  @Test
  void archiveWithoutAWantedEntry() {
    refuses(
        trades("entries: \".*\\\\.csv\""),
        Archives.zip(folder, "t.zip", "a.txt", "x"),
        "FILE: an entry must match \".*\\.csv\", but there are only [a.txt]");
  }

  @Test
  void nameWithoutTheDeclaredDateOrSymbol() {
    refuses(
        trades("time: { form: ms_of_day, date_from_name: \"(\\\\d{8})\" }"),
        Texts.file(folder, "t.csv", HEAD + "1,1,1\n"),
        "FILE: name must hold a date that matches \"(\\d{8})\", but does not (mapping"
            + " test.yaml)");
  }
}
