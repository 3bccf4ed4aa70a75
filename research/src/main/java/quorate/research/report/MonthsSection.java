package quorate.research.report;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalDouble;
import quorate.research.page.Figures;
import quorate.research.page.Histogram;
import quorate.research.page.Markup;
import quorate.research.performance.MonthlyReturns;
import quorate.research.performance.Performance;
import quorate.research.performance.Sampling;

/// Months by year, and how the returns are spread.
final class MonthsSection {
  private MonthsSection() {}

  static void write(RunReport report, Markup page) {
    Performance performance = report.performance();
    MonthlyReturns months = performance.months();
    double[] returns = performance.sampling().returns(report.track().equity());
    page.open("section", "class", "pair");
    page.open("div");
    page.element("h2", "Month by month");
    if (months.byMonth().isEmpty()) {
      page.element("p", "The run touched no session.", "class", "lead");
    } else {
      table(months, page);
    }
    page.close();
    page.open("div");
    Sampling.Rule rule = performance.sampling().rule();
    page.element("h2", "Spread of " + rule.adjective() + " returns");
    if (returns.length == 0) {
      page.element("p", "There are no returns.", "class", "lead");
    } else {
      page.open("figure", "class", "chart");
      Histogram.draw(
          page,
          "spread-chart",
          "How often " + rule.adjective() + " returns of each size occurred",
          words(performance),
          returns);
      page.element(
          "p",
          words(performance) + " The outermost columns hold everything beyond them.",
          "class",
          "note");
      page.close();
    }
    page.close().close().line();
  }

  private static String words(Performance performance) {
    return "In the worst 5 %% of %ss the return was below %s, and %s on average."
        .formatted(
            performance.sampling().rule().period(),
            Figures.orAbsent(performance.returns().valueAtRisk(), Figures::signedPercent),
            Figures.orAbsent(performance.returns().expectedShortfall(), Figures::signedPercent));
  }

  private static void table(MonthlyReturns months, Markup page) {
    double largest = 0.01;
    for (double value : months.byMonth().values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    page.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        "Returns by month");
    page.open("table", "class", "months");
    page.element("caption", "Return of each calendar month after costs, percent");
    page.open("thead").open("tr");
    page.element("th", "Year", "scope", "col");
    for (Month month : Month.values()) {
      page.element("th", month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), "scope", "col");
    }
    page.element("th", "Total", "scope", "col").close().close();
    page.open("tbody");
    int first = months.byMonth().firstKey().getYear();
    int last = months.byMonth().lastKey().getYear();
    for (int year = last; year >= first; year--) {
      page.open("tr").element("th", Integer.toString(year), "scope", "row");
      for (Month month : Month.values()) {
        cell(months.of(YearMonth.of(year, month)), largest, page);
      }
      page.element(
          "td", Figures.orAbsent(months.ofYear(year), MonthsSection::percent), "class", "year");
      page.close();
    }
    page.close().close().close();
  }

  private static void cell(OptionalDouble value, double largest, Markup page) {
    if (value.isEmpty()) {
      page.element("td", "", "class", "none");
      return;
    }
    double change = value.getAsDouble();
    page.element(
        "td",
        percent(change),
        "class",
        change >= 0 ? "up" : "down",
        "style",
        "--part:" + Figures.number(Math.abs(change) / largest, 2));
  }

  private static String percent(double change) {
    String size = Figures.number(change * 100, Math.abs(change) >= 0.995 ? 0 : 1);
    return change >= 0.0005 ? "+" + size : size;
  }
}
