package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorate.domain.property.SharedData;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.market.quality.QualityRules;
import quorate.market.yaml.YamlSettings;

class SourceMappingTest {
  private static final String LEAST =
      """
      source: test
      dataset: data
      instrument: { symbol: ES }
      """;

  @TempDir Path folder;

  private static Settings settings(String yaml) {
    return YamlSettings.read("test.yaml", new StringReader(yaml), name -> null);
  }

  private static void refuses(String yaml, String message) {
    assertThatThrownBy(() -> Texts.mapping(yaml))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }

  @Test
  void pinsTheDefaults() {
    SourceMapping mapping = Texts.mapping(LEAST + "kind: trades");

    assertThat(mapping.source()).isEqualTo("test");
    assertThat(mapping.dataset()).isEqualTo("data");
    assertThat(mapping.kind()).isEqualTo(SourceKind.TRADES);
    assertThat(mapping.files()).isEmpty();
    assertThat(mapping.note()).isEmpty();
    assertThat(mapping.span()).isEmpty();
    assertThat(mapping.quality()).isEqualTo(QualityRules.defaults());
    assertThat(mapping.reader).isEqualTo(SourceMapping.ReaderForm.DELIMITED);
    assertThat(mapping.order).isEqualTo(SourceMapping.Order.ASCENDING);
    assertThat(mapping.stamp).isEqualTo(SourceMapping.BarStamp.START);
    assertThat(mapping.priceShift).isZero();
    assertThat(mapping.entries.pattern()).isEqualTo(".*");
    assertThat(mapping.jsonPath).isEmpty();
    assertThat(mapping.delayNs).isZero();
    assertThat(mapping.text)
        .isEqualTo(
            new TextForm(',', TextForm.Header.NAMES, StandardCharsets.UTF_8, '"', '.', List.of()));
    assertThat(mapping.time)
        .isEqualTo(
            new TimeRule(
                List.of("time"),
                "iso",
                ZoneId.of("UTC"),
                null,
                "yyyyMMdd",
                TimeRule.Overlap.REFUSE));
    assertThat(mapping.columns.columns())
        .isEqualTo(Map.of("price", "price", "quantity", "quantity", "id", "none"));
  }

  @Test
  void needsASourceADatasetAKindAndAnInstrument() {
    refuses("dataset: d", "source is missing and has no default (test.yaml)");
    refuses("source: s", "dataset is missing and has no default (test.yaml)");
    refuses("source: s\ndataset: d", "kind is missing and has no default (test.yaml)");
    refuses(
        "source: s\ndataset: d\nkind: trades",
        "instrument.symbol must be the only one given of symbol, column, name and panel, but was"
            + " \"0 of them\" (test.yaml)");
    refuses(LEAST + "kind: bars", "bars.timeframe is missing and has no default (test.yaml)");
  }

  @Test
  void refusesAnUnknownKeyInEverySection() {
    refuses(
        LEAST + "kind: trades\nreeder: json",
        "unknown setting \"reeder\"; did you mean \"reader\"? (test.yaml)");
    refuses(
        LEAST + "kind: trades\nquality: { zeros: flag }",
        "unknown setting \"quality.zeros\"; did you mean \"zero\"? (test.yaml)");
    refuses(
        LEAST + "kind: trades\ncolumns: { bid: b }",
        "unknown setting \"columns.bid\"; did you mean \"id\"? (test.yaml)");
  }

  @Test
  void refusesValuesThatBreakTheirRule() {
    refuses(
        LEAST + "kind: candles",
        "kind must be one of trades, quotes, bars, open_interest, table, but was \"candles\""
            + " (test.yaml)");
    refuses(
        LEAST + "kind: trades\nprice_divisor: 32",
        "price_divisor: must be a power of ten from 1 to 10^9, but was \"32\" (test.yaml)");
    refuses(
        LEAST + "kind: trades\ntime: { form: ms_of_day }",
        "time.date_from_name must be given with the form ms_of_day, but was \"\" (test.yaml)");
    refuses(
        LEAST + "kind: bars\nbars: { timeframe: 500t }",
        "bars.timeframe: bars of a source must last a time such as 1m, not an amount, but timeframe"
            + " was 500t (test.yaml)");
    refuses(
        LEAST + "kind: bars\nbars: { timeframe: session, stamp: end }",
        "bars.stamp must be start for bars of a session, day or month, but was \"end\" (test.yaml)");
    refuses(
        LEAST + "kind: quotes\ncolumns: { bid: none }",
        "columns.bid must be a column, for rows cannot be without it, but was \"none\""
            + " (test.yaml)");
    assertThatThrownBy(() -> Texts.mapping(LEAST + "kind: trades\ntime: { form: yyyy-bb }"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("time.form")
        .hasMessageContaining("but was \"yyyy-bb\"");
  }

  @Test
  void coversTheFilesItDeclares() {
    SourceMapping mapping =
        Texts.mapping(LEAST + "kind: trades\nfiles: [\"fx/*.csv\", \"futures/**.zip\"]");

    assertThat(mapping.covers(Path.of("fx/a.csv"))).isTrue();
    assertThat(mapping.covers(Path.of("fx/deep/a.csv"))).isFalse();
    assertThat(mapping.covers(Path.of("futures/deep/a.zip"))).isTrue();
    assertThat(Texts.mapping(LEAST + "kind: trades").covers(Path.of("fx/a.csv"))).isFalse();
  }

  @Test
  void readsAFileAndSaysWhenThereIsNone() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, LEAST + "kind: ${KIND:quotes}\n");

    assertThat(SourceMapping.read(file, name -> null).kind()).isEqualTo(SourceKind.QUOTES);
    assertThat(SourceMapping.read(file, name -> "trades").kind()).isEqualTo(SourceKind.TRADES);
    assertThatThrownBy(() -> SourceMapping.read(folder.resolve("none.yaml")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("must exist, but was not found: ");
  }

  @Test
  void documentsEveryKeyAndNoOther() throws IOException {
    TreeSet<String> asked = new TreeSet<>();
    for (SourceKind kind : SourceKind.values()) {
      Settings settings = settings(least(kind));
      SourceMapping.of(settings);
      asked.addAll(settings.asked());
    }
    // A free-form section: its keys are the vendor's symbols.
    asked.add("instrument.rename");

    assertThat(documented().keySet()).containsExactlyInAnyOrderElementsOf(asked);
  }

  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void acceptsEveryDocumentedDefaultAsIfItWereNotWritten(SourceKind kind) throws IOException {
    Settings settings = settings(least(kind));
    SourceMapping plain = SourceMapping.of(settings);
    Map<String, Object> written = new TreeMap<>();
    written.putAll(Map.of("source", "test", "dataset", "data"));
    written.put("kind", kind.name());
    section(written, "instrument").put("symbol", "ES");
    if (kind == SourceKind.BARS) {
      section(written, "bars").put("timeframe", "1m");
    }

    documented()
        .forEach((key, value) -> {
          if (value.startsWith("`") && settings.asked().contains(key)) {
            int point = key.indexOf('.');
            Map<String, Object> section =
                point < 0 ? written : section(written, key.substring(0, point));
            section.put(key.substring(point + 1), value.replace("`", ""));
          }
        });

    assertThat(SourceMapping.of(Settings.of("test.yaml", written, name -> null)))
        .usingRecursiveComparison()
        .ignoringFields("rules")
        .ignoringFieldsOfTypes(Pattern.class)
        .isEqualTo(plain);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> section(Map<String, Object> all, String name) {
    return (Map<String, Object>) all.computeIfAbsent(name, absent -> new TreeMap<>());
  }

  private static String least(SourceKind kind) {
    String bars = kind == SourceKind.BARS ? "bars: { timeframe: 1m }\n" : "";
    return LEAST + bars + "kind: " + kind.name().toLowerCase(Locale.ROOT);
  }

  /// Keys and defaults of the table in the documentation.
  private static Map<String, String> documented() throws IOException {
    Pattern row = Pattern.compile("\\| `([a-z_.]+)` \\|([^|]*)\\|.*");
    Map<String, String> keys = new TreeMap<>();
    for (String line :
        Files.readAllLines(SharedData.projectRoot().resolve("docs").resolve("mappings.md"))) {
      Matcher found = row.matcher(line);
      if (found.matches()) {
        keys.put(found.group(1), found.group(2).strip());
      }
    }
    return keys;
  }
}
