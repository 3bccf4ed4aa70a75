package quorate.research.report;

import java.util.Locale;
import java.util.OptionalDouble;
import quorate.research.page.Figures;
import quorate.research.page.Markup;
import quorate.research.performance.Metric;
import quorate.research.performance.MetricDefinition;
import quorate.research.performance.Performance;

/// Every figure, each with its definition a click away.
final class FiguresSection {
  private FiguresSection() {}

  static void write(RunReport report, Markup page) {
    Performance performance = report.performance();
    page.open("section", "id", "figures", "aria-labelledby", "figures-h");
    page.element("h2", "All figures", "id", "figures-h");
    page.open("p", "class", "lead");
    page.element("span", "Open a figure for its definition. ", "class", "screen");
    page.text(performance.sampling().sentence() + " A dash stands for what is undefined.").close();
    page.open("div", "class", "groups");
    for (Metric.Group group : Metric.Group.values()) {
      if (group == Metric.Group.BENCHMARK && performance.benchmark().isEmpty()) {
        continue;
      }
      page.open("div", "class", "group").element("h3", group.title());
      for (Metric metric : Metric.values()) {
        if (metric.group() == group) {
          figure(metric, performance, page);
        }
      }
      page.close();
    }
    page.close().close().line();
  }

  private static void figure(Metric metric, Performance performance, Markup page) {
    MetricDefinition definition = metric.definition();
    page.open("details", "id", anchor(metric)).open("summary");
    page.element("span", definition.name(), "class", "name");
    page.element("b", written(metric, performance), "class", tone(metric, performance));
    page.close().open("div", "class", "definition");
    page.element("p", definition.meaning());
    page.open("dl");
    page.element("dt", "Formula").open("dd").element("code", definition.formula()).close();
    page.element("dt", "Unit").element("dd", definition.unit().label());
    page.element("dt", "Annualised").element("dd", definition.annualisation());
    page.element("dt", "Source").element("dd", definition.source());
    page.close().close().close().line();
  }

  static String anchor(Metric metric) {
    return "metric-" + metric.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The name on a key-figure tile, where room is short.
  static String shortName(Metric metric) {
    return switch (metric) {
      case COSTS_OF_CAPITAL -> "Costs, of the capital";
      case PROBABILISTIC_SHARPE -> "Probabilistic Sharpe";
      default -> metric.definition().name();
    };
  }

  static String written(Metric metric, Performance performance) {
    return Figures.orAbsent(
        performance.value(metric),
        value ->
            switch (metric.definition().unit()) {
              case FRACTION ->
                  isChange(metric) ? Figures.signedPercent(value) : Figures.percent(value);
              case RATIO -> Figures.ratio(value);
              case MULTIPLE_OF_RISK -> Figures.multipleOfRisk(value);
              case MONEY ->
                  (isChange(metric) ? Figures.signedMoney(value) : Figures.money(value))
                      + " "
                      + performance.currency();
              case COUNT -> Figures.count(value);
              case SECONDS -> Figures.span(value);
              case YEARS -> Figures.years(value);
            });
  }

  /// The class that colours a gain or a loss; the sign is always written too.
  static String tone(Metric metric, Performance performance) {
    OptionalDouble value = performance.value(metric);
    if (!isChange(metric) || value.isEmpty() || value.getAsDouble() == 0) {
      return "plain";
    }
    return value.getAsDouble() > 0 ? "gain" : "loss";
  }

  private static boolean isChange(Metric metric) {
    return switch (metric) {
      case TOTAL_RETURN,
          ANNUAL_RETURN,
          BEST_MONTH,
          WORST_MONTH,
          VALUE_AT_RISK,
          EXPECTED_SHORTFALL,
          EXPECTANCY,
          EXPECTANCY_R,
          AVERAGE_WIN,
          AVERAGE_LOSS,
          BENCHMARK_RETURN,
          BENCHMARK_ANNUAL_RETURN,
          ALPHA ->
          true;
      default -> false;
    };
  }
}
