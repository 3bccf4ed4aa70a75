package quorate.research.report;

import java.time.ZoneId;
import quorate.research.page.Figures;
import quorate.research.page.Markup;
import quorate.research.performance.BenchmarkFigures;
import quorate.research.performance.Drawdown;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.Metric;
import quorate.research.performance.Performance;

/// What it was, whether it was any good, and the eight figures that matter most.
final class HeadSection {
  private static final String TOO_SHORT = "too short to say";

  private HeadSection() {}

  static void write(RunReport report, Markup page) {
    Performance performance = report.performance();
    page.open("header").open("div", "class", "top");
    brand(page);
    page.element("button", "Dark", "id", "theme", "type", "button", "class", "needs-script");
    page.close();
    page.open("div", "class", "title").element("h1", report.title()).close();
    facts(report, page);
    double total = performance.returns().totalReturn();
    page.open("div", "class", "verdict" + (total > 0 ? " gained" : total < 0 ? " lost" : ""));
    page.element("p", Headline.of(report));
    page.element("p", performance.luck().sentence());
    page.close();
    keyFigures(report, page);
    page.close().line();
  }

  /// The mark: three seats, of which two agree.
  static void brand(Markup page) {
    page.open("div", "class", "brand");
    page.open("svg", "viewBox", "0 0 20 20", "aria-hidden", "true");
    page.empty("circle", "class", "a", "cx", "5", "cy", "13", "r", "4");
    page.empty("circle", "class", "b", "cx", "15", "cy", "13", "r", "4");
    page.empty("circle", "class", "c", "cx", "10", "cy", "5", "r", "4");
    page.close().text("Quorate").close();
  }

  private static void facts(RunReport report, Markup page) {
    ZoneId zone = report.track().calendar().zone();
    EquityCurve curve = report.track().equity();
    page.open("ul", "class", "facts");
    page.element("li", "Playbook " + report.playbook());
    page.element("li", String.join(", ", report.instruments()));
    page.element(
        "li",
        Figures.date(curve.firstTimeNs(), zone) + " to " + Figures.date(curve.lastTimeNs(), zone));
    page.element("li", report.data().source());
    page.element("li", Figures.count((double) report.data().events()) + " market events");
    page.close();
  }

  private static void keyFigures(RunReport report, Markup page) {
    Performance performance = report.performance();
    ZoneId zone = report.track().calendar().zone();
    page.open("dl", "class", "key");
    tile(page, performance, Metric.TOTAL_RETURN, besideHolding(performance));
    tile(page, performance, Metric.ANNUAL_RETURN, annualNote(performance));
    tile(page, performance, Metric.SHARPE, sharpeNote(performance));
    tile(
        page,
        performance,
        Metric.MAXIMUM_DRAWDOWN,
        performance.drawdown().map(d -> fall(d, zone)).orElse("never fell"));
    tile(
        page,
        performance,
        Metric.TRADES,
        Figures.orAbsent(performance.trades().winRate(), Figures::percent) + " won");
    tile(
        page,
        performance,
        Metric.PROFIT_FACTOR,
        Figures.orAbsent(performance.trades().expectancy(), Figures::signedMoney)
            + " "
            + performance.currency()
            + " a trade");
    tile(
        page,
        performance,
        Metric.COSTS_OF_CAPITAL,
        Figures.money(performance.costs().total()) + " " + performance.currency());
    tile(page, performance, Metric.PROBABILISTIC_SHARPE, luckNote(performance));
    page.close();
  }

  private static String besideHolding(Performance performance) {
    return performance
        .benchmark()
        .map(BenchmarkFigures::figures)
        .map(figures -> "holding " + Figures.signedPercent(figures.totalReturn()))
        .orElse("after costs");
  }

  private static String sharpeNote(Performance performance) {
    if (performance.returns().annualReturn().isEmpty()) {
      return TOO_SHORT;
    }
    return performance
        .benchmark()
        .map(b -> "holding " + Figures.orAbsent(b.figures().sharpe(), Figures::ratio))
        .orElse("a year");
  }

  private static String luckNote(Performance performance) {
    return performance.returns().annualReturn().isPresent()
        ? "chance of a true Sharpe above 0"
        : TOO_SHORT;
  }

  private static String annualNote(Performance performance) {
    return performance.returns().annualReturn().isPresent()
        ? "volatility " + Figures.orAbsent(performance.returns().volatility(), Figures::percent)
        : TOO_SHORT;
  }

  private static String fall(Drawdown drawdown, ZoneId zone) {
    return Figures.date(drawdown.peakNs(), zone) + " to " + Figures.date(drawdown.troughNs(), zone);
  }

  private static void tile(Markup page, Performance performance, Metric metric, String beside) {
    page.open("a", "href", "#" + FiguresSection.anchor(metric));
    page.element("dt", FiguresSection.shortName(metric));
    page.open("dd", "class", FiguresSection.tone(metric, performance));
    page.text(FiguresSection.written(metric, performance));
    page.element("span", beside, "class", "beside");
    page.close().close();
  }
}
