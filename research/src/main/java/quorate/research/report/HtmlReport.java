package quorate.research.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import quorate.research.page.Markup;
import quorate.research.page.PriceChart;

/// Writes the report of one run as a single page that needs nothing else: no network, no other
/// file, and no script to be read.
///
/// The page is well-formed XML too. Its size is bounded however long the run was: charts keep a
/// fixed number of points and the trade list a fixed number of rows, and both say so.
public final class HtmlReport {
  private HtmlReport() {}

  /// Writes the page, replacing what is there.
  public static void write(RunReport report, Path file) throws IOException {
    Files.writeString(file, page(report), StandardCharsets.UTF_8);
  }

  /// The whole page as text.
  public static String page(RunReport report) {
    Markup page = new Markup();
    page.open("html", "lang", "en");
    head(page, report.title() + " · Quorate");
    page.open("body").open("div", "class", "sheet");
    page.element("a", "Skip to the figures", "class", "skip", "href", "#figures");
    PriceChart.defineMarks(page);
    HeadSection.write(report, page);
    page.open("main");
    EquitySection.write(report, page);
    PriceSection.write(report, page);
    MonthsSection.write(report, page);
    CouncilSection.write(report, page);
    CostsSection.write(report, page);
    FiguresSection.write(report, page);
    TradesSection.write(report, page);
    AssumptionsSection.write(report, page);
    page.close();
    page.open("footer");
    page.element(
        "p",
        "Quorate · run %s · data %s"
            .formatted(
                report.runId(),
                report.data().checksum().isEmpty()
                    ? "without a checksum"
                    : "SHA-256 " + report.data().checksum()));
    page.close().close();
    page.code("script", resource("page.js") + resource("charts.js"));
    page.close().close();
    return page.page();
  }

  /// Opens and closes the head of a page, style sheet included.
  static void head(Markup page, String title) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.element("title", title);
    page.code("style", resource("report.css"));
    page.close().line();
  }

  static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program must contain " + name + ", but does not");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
