package quorate.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SummariesTest {
  @Test
  void fitsEightyColumns() {
    List<RunSummary> runs =
        List.of(summary(MadeUpRun.ofBars(3000)), summary(MadeUpRun.withoutTrades()));

    String drawn = ConsoleSummary.of(runs, true);
    String plain = ConsoleSummary.of(runs, false);

    assertThat(drawn.lines()).allMatch(line -> line.length() <= 80);
    assertThat(plain.lines()).allMatch(line -> line.length() <= 80);
    assertThat(plain.chars()).allMatch(c -> c < 128);
    assertThat(drawn).contains("─").contains("trend-and-reversion").contains("Sharpe");
  }

  @Test
  void alignsItsColumns() {
    String table = ConsoleSummary.of(List.of(summary(MadeUpRun.withoutTrades())), false);

    assertThat(table.lines().limit(3))
        .containsExactly(
            "run                         return   holding  Sharpe  drawdown  trades     costs",
            "-".repeat(80),
            "idle                         0.0 %     0.0 %       -     0.0 %       0         0");
  }

  @Test
  void saysOfEachRunWhatCanBeSaid() {
    String table = ConsoleSummary.of(List.of(summary(MadeUpRun.withoutTrades())), false);

    assertThat(table)
        .contains(
            "idle: It did not trade in 1 hour;",
            "No\n  trade was closed, so there is nothing to judge.");
  }

  @Test
  void saysWhyACouncilNeverActed() {
    String table = ConsoleSummary.of(List.of(summary(MadeUpRun.withoutQuorum())), false);

    assertThat(table.replaceAll("\\s+", " "))
        .contains(
            "silent: It did not trade in 3 hours: the council was quorate on 0 of 3 bars, because too"
                + " few members have a view; buying and holding");
  }

  @Test
  void shortensALongName() {
    RunReport run = MadeUpRun.named("a-playbook-with-a-very-long-name", "Title", "ES");

    assertThat(ConsoleSummary.of(List.of(summary(run)), true))
        .contains("a-playbook-with-a-very.. ");
  }

  @Test
  void linksTheReportsFromOnePage() throws Exception {
    RunReport hostile = MadeUpRun.named("<script>", "Title & <b>", "ES");

    String page =
        SummaryReport.page("Demo", List.of(summary(hostile), summary(MadeUpRun.ofBars(2000))));

    assertThat(page).doesNotContain("http", "<b>&");
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)));
    assertThat(parsed.getElementsByTagName("h2").item(0).getTextContent()).isEqualTo("Title & <b>");
    assertThat(page).contains("href=\"run/report.html\"");
  }

  private static RunSummary summary(RunReport report) {
    return RunSummary.of(report, "run/report.html");
  }
}
