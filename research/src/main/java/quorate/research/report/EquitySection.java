package quorate.research.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import quorate.research.page.Figures;
import quorate.research.page.LineChart;
import quorate.research.page.Markup;
import quorate.research.performance.Drawdown;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.Performance;

/// The account over time, beside the benchmark, and its falls.
final class EquitySection {
  private EquitySection() {}

  static void write(RunReport report, Markup page) {
    EquityCurve curve = report.track().equity();
    Performance performance = report.performance();
    ZoneId zone = report.track().calendar().zone();
    page.open("section", "aria-labelledby", "equity-h");
    page.open("div", "class", "head");
    page.element("h2", "The account", "id", "equity-h");
    page.open("ul", "class", "legend");
    legend(page, "own", "This run");
    report.track().benchmark().ifPresent(b -> legend(page, "other", "Buy and hold"));
    page.close().close();
    page.element(
        "p",
        "Worth in %s after costs, from %s to %s."
            .formatted(
                performance.currency(),
                Figures.money(performance.initialEquity()),
                Figures.money(performance.finalEquity())),
        "class",
        "lead");
    page.open("figure", "class", "chart", "id", "equity");
    equityChart(report, zone).draw(page);
    page.close();
    page.open("figure", "class", "chart", "id", "drawdown");
    page.element("h3", "Fall below the highest peak so far");
    drawdownChart(performance, curve, zone).draw(page);
    page.element("p", reduction(curve.size()), "class", "note");
    page.close().close().line();
  }

  private static void legend(Markup page, String style, String name) {
    page.open("li");
    page.open("i", "class", style).close();
    page.text(name).close();
  }

  private static LineChart equityChart(RunReport report, ZoneId zone) {
    EquityCurve curve = report.track().equity();
    List<LineChart.Line> lines = new ArrayList<>();
    report
        .track()
        .benchmark()
        .ifPresent(
            b -> lines.add(LineChart.Line.of("Buy and hold", "other", b.times(), b.equities())));
    lines.add(LineChart.Line.of("This run", "own", curve.times(), curve.equities()));
    return new LineChart(
        "equity-chart",
        "Worth of the account over time",
        Headline.of(report),
        lines,
        LineChart.Unit.MONEY,
        false,
        zone);
  }

  private static LineChart drawdownChart(Performance performance, EquityCurve curve, ZoneId zone) {
    double[] fall = Drawdown.series(curve);
    for (int i = 0; i < fall.length; i++) {
      fall[i] = fall[i] > 0 ? -fall[i] : 0;
    }
    return new LineChart(
        "drawdown-chart",
        "Fall of the account below its peak over time",
        performance
            .drawdown()
            .map(d -> words(d, zone))
            .orElse("The account never fell below a peak."),
        List.of(LineChart.Line.of("Below the peak", "fall", curve.times(), fall)),
        LineChart.Unit.PERCENT,
        true,
        zone);
  }

  private static String words(Drawdown drawdown, ZoneId zone) {
    return "The deepest fall was %s, from %s to %s, %s."
        .formatted(
            Figures.percent(drawdown.depth()),
            Figures.date(drawdown.peakNs(), zone),
            Figures.date(drawdown.troughNs(), zone),
            drawdown.recoveryNs().isPresent()
                ? "made good on " + Figures.date(drawdown.recoveryNs().getAsLong(), zone)
                : "not made good by the end");
  }

  private static String reduction(int marks) {
    return marks <= LineChart.MOST_POINTS
        ? "Every one of %s marks is drawn.".formatted(Figures.count(marks))
        : "%s of %s marks are drawn, chosen by largest triangles so that the shape is kept; the figures use all."
            .formatted(Figures.count(LineChart.MOST_POINTS), Figures.count(marks));
  }
}
