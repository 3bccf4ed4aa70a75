package quorate.features.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import quorate.features.expression.Expression;
import quorate.features.indicator.Indicator;

/// The catalogue as Markdown tables, for the pages under `docs/features`.
public final class CatalogueTable {
  private CatalogueTable() {}

  /// Every indicator of a group, one a row.
  public static String of(IndicatorGroup group) {
    return table(
        List.of(
            "expression",
            "what it is",
            "follows",
            "parameters: default (range)",
            "outputs, the first when none is named",
            "ready after, in bars",
            "definition",
            "source"),
        group.entries().stream().map(CatalogueTable::row).toList());
  }

  /// How features are put together, and the fields of a bar.
  public static String ofFunctionsAndFields() {
    return "### Functions\n\n"
        + table(
            List.of("expression", "value"),
            List.of(FeatureFunction.values()).stream()
                .map(function ->
                    List.of(
                        "`%s(%s)`"
                            .formatted(function.text(), String.join(", ", function.arguments())),
                        escaped(function.formula()) + link(function)))
                .toList())
        + "\n### Fields of the bar\n\n"
        + table(
            List.of("expression", "value"),
            List.of(BarField.values()).stream()
                .map(field -> List.of("`" + field.text() + "`", field.meaning()))
                .toList());
  }

  private static String link(FeatureFunction function) {
    String page = function.page();
    return page.isEmpty() ? "" : " ([features/%1$s.md](features/%1$s.md))".formatted(page);
  }

  private static List<String> row(IndicatorEntry entry) {
    return List.of(
        "`" + entry.example() + "`",
        entry.title(),
        follows(entry),
        entry.parameters().stream()
            .map(CatalogueTable::parameter)
            .collect(Collectors.joining("; ")),
        entry.outputs().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
        warmUp(entry),
        escaped(entry.formula()),
        entry.source());
  }

  private static String follows(IndicatorEntry entry) {
    if (entry.followsSeries()) {
      return "any one series, `close` if none";
    }
    return entry.followsPair()
        ? "any two series, `high` and `low` if none"
        : String.join(", ", entry.inputs());
  }

  private static String parameter(Parameter parameter) {
    return "%s %s (%s to %s%s)"
        .formatted(
            parameter.name(),
            number(parameter.defaultValue()),
            number(parameter.min()),
            number(parameter.max()),
            parameter.unit().isEmpty() ? "" : " " + parameter.unit() + "s");
  }

  private static String warmUp(IndicatorEntry entry) {
    Indicator indicator = entry.create();
    String bars = Integer.toString(indicator.warmUp());
    String formula = entry.warmUp().equals(bars) ? bars : entry.warmUp() + " = " + bars;
    return indicator.warmUpVaries() ? "at least " + formula : formula;
  }

  private static String number(double value) {
    return new Expression.Literal(value).text();
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }

  private static String table(List<String> header, List<List<String>> rows) {
    return line(header)
        + line(header.stream().map(name -> "---").toList())
        + rows.stream().map(CatalogueTable::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
