package quorate.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import quorate.research.page.Figures;
import quorate.research.performance.Metric;

class HtmlReportTest {
  private static final int MOST_BYTES = 1_500_000;

  @Test
  void isWellFormedAndHasEverySection() throws Exception {
    Document page = parsed(HtmlReport.page(MadeUpRun.ofBars(4000)));

    assertThat(texts(page, "h2"))
        .contains(
            "The account",
            "The market and the trades",
            "Month by month",
            "What the council said",
            "What trading cost",
            "All figures",
            "Closed trades",
            "What this rests on");
    assertThat(texts(page, "h1")).containsExactly("Trend and reversion on BTC-USD");
  }

  @Test
  void needsNoNetwork() {
    String page = HtmlReport.page(MadeUpRun.ofBars(3000));

    assertThat(page).doesNotContain("http", "src=", "@import", "url(");
  }

  @Test
  void escapesHostileNames() throws Exception {
    String hostile = "</script><script>alert('x')</script>&\"\u0000";

    String page = HtmlReport.page(MadeUpRun.named(hostile, hostile, hostile));

    Document parsed = parsed(page);
    assertThat(page).doesNotContain("<script>alert");
    assertThat(texts(parsed, "h1"))
        .containsExactly("</script><script>alert('x')</script>&\"\uFFFD");
    long executable =
        elements(parsed, "script").stream().filter(s -> s.getAttribute("type").isEmpty()).count();
    assertThat(executable).isEqualTo(1);
  }

  @Test
  void showsEveryFigureWithItsDefinitionAClickAway() throws Exception {
    Document page = parsed(HtmlReport.page(MadeUpRun.ofBars(3000)));

    String text = page.getDocumentElement().getTextContent();
    for (Metric metric : Metric.values()) {
      assertThat(text).contains(metric.definition().formula(), metric.definition().source());
    }
    assertThat(elements(page, "summary")).hasSizeGreaterThanOrEqualTo(Metric.values().length);
  }

  @Test
  void givesEveryElementItsOwnIdAndEveryLinkATarget() throws Exception {
    Document page = parsed(HtmlReport.page(MadeUpRun.ofBars(3000)));

    Set<String> ids = new HashSet<>();
    for (Element element : elements(page, "*")) {
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as("id " + id).isTrue();
    }
    for (Element link : elements(page, "a")) {
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
    for (Element picture : elements(page, "svg")) {
      for (String name : picture.getAttribute("aria-labelledby").split(" ", -1)) {
        assertThat(name.isEmpty() || ids.contains(name)).as(name).isTrue();
      }
    }
  }

  @Test
  void describesPicturesAndCaptionsTables() throws Exception {
    Document page = parsed(HtmlReport.page(MadeUpRun.ofBars(3000)));

    for (Element picture : elements(page, "svg")) {
      boolean described = picture.hasAttribute("aria-labelledby");
      assertThat(described || picture.getAttribute("aria-hidden").equals("true")).isTrue();
    }
    for (Element table : elements(page, "table")) {
      assertThat(table.getFirstChild().getNodeName()).isEqualTo("caption");
    }
  }

  @Test
  void staysSmallHoweverLongTheRun() {
    RunReport report = MadeUpRun.ofBars(50_000);

    String page = HtmlReport.page(report);

    assertThat(report.track().trades()).hasSizeGreaterThan(500);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    assertThat(page).contains("50,000 bars were joined to 12,000", "The 500 with the largest");
  }

  @Test
  void showsADashForWhatIsUndefinedAndNeverNaN() throws Exception {
    String page = HtmlReport.page(MadeUpRun.withoutTrades());

    assertThat(page).doesNotContain("NaN", ">Infinity");
    assertThat(parsed(page).getDocumentElement().getTextContent())
        .contains(
            "It did not trade in 1 hour; buying and holding ended where it began.",
            "No trade was closed, so there is nothing to judge.",
            "The council took no decision.",
            "Risk refused no order.",
            Figures.ABSENT);
  }

  @Test
  void saysOfEveryKeyFigureOfALongRunThatAShortOneIsTooShort() {
    String shorter = HtmlReport.page(MadeUpRun.ofBars(20 * 24));
    String longer = HtmlReport.page(MadeUpRun.ofBars(40 * 24));

    // Annual return, Sharpe ratio and probabilistic Sharpe ratio.
    assertThat(shorter.split("too short to say", -1)).hasSize(1 + 3);
    assertThat(longer).doesNotContain("too short to say");
  }

  @Test
  void showsStopsTargetsAndRisksWhereThereAreBrackets() throws Exception {
    RunReport report = MadeUpRun.bracketed(3000);
    String with = HtmlReport.page(report);
    String without = HtmlReport.page(MadeUpRun.ofBars(3000));

    double r = report.performance().trades().expectancyR().orElseThrow();
    assertThat(texts(parsed(with), "th")).contains("Stop", "Target", "R", "Ended by");
    assertThat(with).contains("Expectancy in R", Figures.multipleOfRisk(r), "\"levels\":[[");
    assertThat(texts(parsed(without), "th")).doesNotContain("Stop", "Target", "R", "Ended by");
    assertThat(without).doesNotContain("\"levels\":[[");
  }

  @Test
  void isTheSameForTheSameRun() {
    assertThat(HtmlReport.page(MadeUpRun.ofBars(1500)))
        .isEqualTo(HtmlReport.page(MadeUpRun.ofBars(1500)));
  }

  @Test
  void writesTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");

    HtmlReport.write(MadeUpRun.ofBars(1500), file);

    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void usesOnlyClassesThatItsStyleSheetKnows() throws Exception {
    String style = HtmlReport.resource("report.css");
    Document page = parsed(HtmlReport.page(MadeUpRun.bracketed(3000)));

    Set<String> unknown = new HashSet<>();
    for (Element element : elements(page, "*")) {
      for (String name : element.getAttribute("class").split(" ", -1)) {
        if (!name.isEmpty() && !Pattern.compile("\\." + name + "\\b").matcher(style).find()) {
          unknown.add(name);
        }
      }
    }

    // Hooks for scripts, and the neutral state of what is coloured otherwise.
    assertThat(unknown)
        .isSubsetOf("marks", "drawing", "lines", "sortable", "plain", "left", "odd", "even");
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
