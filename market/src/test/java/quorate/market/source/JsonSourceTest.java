package quorate.market.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSourceTest {
  private static final SourceMapping ARRAYS =
      Texts.mapping(
          """
          source: test
          dataset: trades
          kind: trades
          reader: json
          instrument: { symbol: BTC-USD }
          time: { column: 0, form: epoch_ms }
          columns: { id: 1, price: 4, quantity: 5 }
          """);

  private static final SourceMapping OBJECTS =
      Texts.mapping(
          """
          source: test
          dataset: bars
          kind: bars
          reader: json
          json: { path: data.ohlc }
          instrument: { symbol: BTC-USD }
          time: { column: endTime, form: epoch_ms }
          bars: { timeframe: 5m, stamp: within }
          columns: { open: o, high: h, low: l, close: c, volume: v }
          """);

  @TempDir Path folder;

  @Test
  void readsRowsThatAreArrays() {
    Path file =
        Archives.gzip(
            folder,
            "t.json.gz",
            "[[1570752011620,\"13519807\",null,\"sell\",0.25,23.0,5.75],\n"
                + " [1570752011621, \"x-9\", null, \"buy\", 1e1, 4, 40]]");

    List<SourceRow> rows = Texts.rows(ARRAYS, file);

    SourceRow first = rows.getFirst();
    assertThat(first.event.timeNs).isEqualTo(1_570_752_011_620_000_000L);
    assertThat(first.event.price).isEqualTo(25);
    assertThat(first.event.quantity).isEqualTo(2_300_000_000L);
    assertThat(first.id).isEqualTo(13_519_807);
    assertThat(first.line).isEqualTo(1);
    assertThat(first.text()).isEqualTo("[1570752011620,\"13519807\",null,\"sell\",0.25,23.0,5.75]");
    assertThat(rows.getLast().event.price).isEqualTo(1000);
    assertThat(rows.getLast().id).isNegative();
  }

  @Test
  void readsRowsThatAreObjectsBelowAPath() {
    Path file =
        Texts.file(
            folder,
            "b.json",
            """
            {"name": "x", "data": {"skip": [1, {"a": 2}], "ohlc": [
              {"endTime": 1678730699999, "o": 1, "h": 3, "l": 1, "c": 2, "v": 5, "extra": true},
              {"v": 6, "c": 2, "h": 3, "endTime": 1678730999999, "o": null, "l": 1}
            ]}}
            """);

    List<SourceRow> rows = Texts.rows(OBJECTS, file);

    // The last millisecond of 17:55 to 18:00; the bar ends at the full five minutes.
    assertThat(rows.getFirst().event.timeNs).isEqualTo(1_678_730_700_000_000_000L);
    assertThat(rows.getFirst().event.startNs).isEqualTo(1_678_730_400_000_000_000L);
    assertThat(rows.getLast().event.high).isEqualTo(300);
    assertThat(rows.getLast().event.quantity).isEqualTo(600_000_000L);
    assertThat(rows.getLast().missing).isEqualTo("open");
  }

  @Test
  void stopsAtBrokenJson() {
    Path cut = Texts.file(folder, "cut.json", "[[1,\"1\",null,\"b\",1,1,1],[2,\"2\",");

    assertThatThrownBy(() -> Texts.rows(ARRAYS, cut))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageStartingWith(cut + ", element 2: JSON must be well-formed and whole, but ");
  }

  @Test
  void saysWhichMembersAreThere() {
    Path file = Texts.file(folder, "b.json", "{\"data\": {\"bars\": []}}");

    assertThatThrownBy(() -> Texts.rows(OBJECTS, file))
        .hasMessage(
            file + ", element 0: member \"ohlc\" must be there, but the members are [bars]");
  }

  @Test
  void quotesBrokenJsonShortAndWithoutItsControlCharacters() {
    Path file = Texts.file(folder, "t.json", "[[1, ab\u001B" + "c".repeat(500) + "]]");

    assertThatThrownBy(() -> Texts.rows(ARRAYS, file))
        .hasMessageContaining("JSON must be well-formed and whole, but ")
        .hasMessageContaining("ab\\u001Bccc")
        .satisfies(e -> Texts.assertQuotable(e, file));
  }

  @Test
  void quotesMembersShortAndWithoutTheirControlCharacters() {
    String many =
        IntStream.range(0, 1_000).mapToObj("\"m%d\": 0"::formatted).collect(joining(", "));
    Path file =
        Texts.file(
            folder,
            "b.json",
            "{\"data\": {\"a\\u001B[2J\": 1, \"%s\": 2, %s}}".formatted("long".repeat(50), many));

    assertThatThrownBy(() -> Texts.rows(OBJECTS, file))
        .hasMessageContaining("the members are [a\\u001B[2J, longlong")
        .hasMessageEndingWith("m27 and 972 more]")
        .satisfies(e -> Texts.assertQuotable(e, file));
  }

  @Test
  void refusesRowsOfAnotherLength() {
    Path file = Texts.file(folder, "t.json", "[[1,\"1\",null,\"b\",1,1,1],[2,\"2\"]]");

    assertThatThrownBy(() -> Texts.rows(ARRAYS, file))
        .hasMessage(file + ", element 2: a row must have 7 values as the first, but has 2");
  }

  @Test
  void refusesAnEmptyArray() {
    Path file = Texts.file(folder, "t.json", "[]");

    assertThatThrownBy(() -> Texts.rows(ARRAYS, file))
        .hasMessageContaining("file must hold rows, but has none");
  }
}
