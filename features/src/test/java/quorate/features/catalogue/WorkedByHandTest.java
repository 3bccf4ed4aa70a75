package quorate.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.property.SharedData;
import quorate.features.expression.Expression;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;

/// Runs the examples that the pages of indicators work out by hand: what a reader sees is what the
/// code computes, to the last digit shown.
///
/// An example is a line "Worked for `expression`, tick 0.25" and the table below it. Columns named
/// open, high, low and close, or just price, and volume are the bar; those with a name in code are
/// outputs, — while it is not ready. The rest is explanation.
class WorkedByHandTest {
  private static final Pattern WORKED =
      Pattern.compile("Worked for `([^`]+)`(?:, tick (\\d+(?:\\.\\d+)?))?");
  private static final Pattern OUTPUT = Pattern.compile("`(\\w+)`");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heiken-ashi",
        "fair-value-gap",
        "mlmi",
        "nadaraya-watson",
        "low-volume-node",
        "microstructure-dynamics"
      })
  void isWhatTheIndicatorComputes(String page) throws IOException {
    String text =
        Files.readString(SharedData.projectRoot().resolve("docs/features/" + page + ".md"));
    Matcher worked = WORKED.matcher(text);
    assertThat(worked.find()).isTrue();
    Indicator indicator = IndicatorCatalogue.create(worked.group(1));
    double tick = worked.group(2) == null ? 0 : Double.parseDouble(worked.group(2));

    int compared = 0;
    for (Map<String, String> row : table(text.substring(worked.end()))) {
      indicator.update(bar(row, tick));
      compared += compare(indicator, outputs(worked.group(1)), row);
    }

    assertThat(compared).isGreaterThan(3);
  }

  private static List<String> outputs(String expression) {
    String name = ((Expression.Call) Expression.parse(expression)).name();
    return IndicatorCatalogue.all().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outputs();
  }

  /// The rows of the first table, by the names of their columns.
  private static List<Map<String, String>> table(String text) {
    List<List<String>> lines =
        text.lines()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|", -1)))
            .toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(2, lines.size())) {
      Map<String, String> row = new TreeMap<>();
      for (int i = 0; i < line.size(); i++) {
        row.put(lines.getFirst().get(i).strip(), line.get(i).strip().replace('−', '-'));
      }
      rows.add(row);
    }
    return rows;
  }

  private static MutableBar bar(Map<String, String> row, double tick) {
    String close = row.getOrDefault("close", row.getOrDefault("price", ""));
    return new MutableBar()
        .tick(tick)
        .prices(
            Double.parseDouble(row.getOrDefault("open", close)),
            Double.parseDouble(row.getOrDefault("high", close)),
            Double.parseDouble(row.getOrDefault("low", close)),
            Double.parseDouble(close))
        .volume(Double.parseDouble(row.getOrDefault("volume", "0")));
  }

  private static int compare(Indicator indicator, List<String> outputs, Map<String, String> row) {
    int compared = 0;
    for (Map.Entry<String, String> cell : row.entrySet()) {
      Matcher output = OUTPUT.matcher(cell.getKey());
      if (!output.find()) {
        continue;
      }
      String shown = cell.getValue();
      String where = output.group(1) + " at bar " + row.get("bar");
      assertThat(indicator.ready()).as(where).isEqualTo(!shown.equals("—"));
      if (indicator.ready()) {
        int digits = shown.contains(".") ? shown.length() - shown.indexOf('.') - 1 : 0;
        double value = indicator.value(outputs.indexOf(output.group(1)));
        double expected = Double.parseDouble(shown);
        double rounding = digits < 3 ? 1e-12 : 0.5 * Math.pow(10, -digits);
        assertThat(Math.abs(value - expected))
            .as("%s is %s, not %s", where, value, shown)
            .isLessThanOrEqualTo(rounding);
        compared++;
      }
    }
    return compared;
  }
}
