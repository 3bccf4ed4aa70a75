package quorate.research.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import quorate.research.page.Figures;
import quorate.research.page.LineChart;
import quorate.research.page.Markup;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.Metric;
import quorate.research.performance.Performance;

/// Writes one page that shows several runs beside each other and links their reports.
public final class SummaryReport {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.TOTAL_RETURN,
          Metric.BENCHMARK_RETURN,
          Metric.ANNUAL_RETURN,
          Metric.VOLATILITY,
          Metric.SHARPE,
          Metric.MAXIMUM_DRAWDOWN,
          Metric.TRADES,
          Metric.WIN_RATE,
          Metric.PROFIT_FACTOR,
          Metric.TOTAL_COSTS,
          Metric.PROBABILISTIC_SHARPE);

  private SummaryReport() {}

  /// Writes the page, replacing what is there.
  ///
  /// @param runs at least one
  public static void write(String title, List<RunSummary> runs, Path file) throws IOException {
    Files.writeString(file, page(title, runs), StandardCharsets.UTF_8);
  }

  /// The whole page as text.
  public static String page(String title, List<RunSummary> runs) {
    Markup page = new Markup();
    page.open("html", "lang", "en");
    HtmlReport.head(page, title + " · Quorate");
    page.open("body").open("div", "class", "sheet");
    page.open("header").open("div", "class", "top");
    HeadSection.brand(page);
    page.element("button", "Dark", "id", "theme", "type", "button", "class", "needs-script");
    page.close();
    page.open("div", "class", "title").element("h1", title).close().close();
    page.open("main");
    for (int i = 0; i < runs.size(); i++) {
      run(runs.get(i), i, page);
    }
    table(runs, page);
    page.close();
    page.open("footer").element("p", "Quorate").close();
    page.close();
    page.code("script", HtmlReport.resource("page.js") + HtmlReport.resource("charts.js"));
    page.close().close();
    return page.page();
  }

  private static void run(RunSummary run, int number, Markup page) {
    Performance performance = run.performance();
    page.open("section");
    page.open("h2").element("a", run.title(), "href", run.report()).close();
    page.element("p", "Playbook " + run.playbook(), "class", "lead");
    double total = performance.returns().totalReturn();
    page.open("div", "class", "verdict" + (total > 0 ? " gained" : total < 0 ? " lost" : ""));
    page.element("p", Headline.of(run));
    page.element("p", performance.luck().sentence()).close();
    run.troubles().forEach(trouble -> page.element("p", trouble, "class", "note"));
    page.open("figure", "class", "chart");
    EquityCurve curve = run.equity();
    new LineChart(
            "equity-" + number,
            "Worth of the account over time",
            Headline.of(run),
            List.of(LineChart.Line.of("This run", "own", curve.times(), curve.equities())),
            LineChart.Unit.MONEY,
            false,
            ZoneOffset.UTC)
        .draw(page);
    page.close().close().line();
  }

  private static void table(List<RunSummary> runs, Markup page) {
    page.open("section").element("h2", "Side by side");
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Figures");
    page.open("table").element("caption", "Definitions are in each report");
    page.open("thead").open("tr").element("th", "Figure", "scope", "col");
    for (RunSummary run : runs) {
      page.open("th", "scope", "col", "class", "number");
      page.element("a", run.playbook(), "href", run.report()).close();
    }
    page.close().close().open("tbody");
    for (Metric metric : SHOWN) {
      page.open("tr").element("th", metric.definition().name(), "scope", "row");
      for (RunSummary run : runs) {
        page.element(
            "td",
            FiguresSection.written(metric, run.performance()),
            "class",
            "number " + FiguresSection.tone(metric, run.performance()));
      }
      page.close();
    }
    page.open("tr").element("th", "Length", "scope", "row");
    for (RunSummary run : runs) {
      page.element("td", Figures.years(run.performance().sampling().years()), "class", "number");
    }
    page.close().close().close().close().close().line();
  }
}
