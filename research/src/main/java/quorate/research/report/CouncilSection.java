package quorate.research.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quorate.domain.Decision;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Verdict;
import quorate.research.council.CouncilSummary;
import quorate.research.council.MemberSummary;
import quorate.research.page.Figures;
import quorate.research.page.Markup;
import quorate.research.report.RunReport.FunnelStep;

/// Who said what, how often the council was quorate, and what risk refused.
final class CouncilSection {
  private CouncilSection() {}

  static void write(RunReport report, Markup page) {
    CouncilSummary council = report.council();
    page.open("section", "aria-labelledby", "council-h");
    page.element("h2", "What the council said", "id", "council-h");
    page.element("p", sentence(council), "class", "lead");
    if (council.decisions() > 0) {
      verdicts(council, page);
      members(council.members(), page);
      MemberNotes.all(council).forEach(note -> page.element("p", note, "class", "note"));
      surest(report, page);
    }
    funnel(report.funnel(), page);
    refusals(report.refusals(), page);
    page.close().line();
  }

  private static String sentence(CouncilSummary council) {
    if (council.decisions() == 0) {
      return "The council took no decision.";
    }
    if (council.decisions() == 1) {
      return "It decided once and was %squorate."
          .formatted(council.quorateShare() > 0 ? "" : "not ");
    }
    return "It decided %s times and was quorate in %s of them."
        .formatted(Figures.count(council.decisions()), Figures.percent(council.quorateShare()));
  }

  private static void verdicts(CouncilSummary council, Markup page) {
    openTable(page, "How its votes ended");
    for (Map.Entry<Verdict, Integer> verdict : council.verdicts().entrySet()) {
      String name = capital(verdict.getKey().sentence());
      double share = (double) verdict.getValue() / council.decisions();
      bar(
          page,
          name,
          verdict.getValue(),
          share,
          Figures.percent(share),
          verdict.getKey() == Verdict.ACT ? "bar" : "bar grey");
    }
    closeTable(page);
  }

  private static void funnel(List<FunnelStep> funnel, Markup page) {
    if (funnel.isEmpty()) {
      return;
    }
    openTable(
        page, "From the market to the trades: how many passed each gate, on a logarithmic scale");
    double widest =
        Math.log1p(
            (double) Math.max(1, funnel.stream().mapToLong(FunnelStep::count).max().orElse(1)));
    for (int i = 0; i < funnel.size(); i++) {
      FunnelStep step = funnel.get(i);
      bar(
          page,
          capital(step.name()),
          step.count(),
          Math.log1p((double) step.count()) / widest,
          i == 0 ? "" : passed(step.count(), funnel.get(i - 1).count()),
          "bar");
    }
    closeTable(page);
  }

  /// How many there are for those of the gate before; one decision can make several orders.
  private static String passed(long count, long before) {
    if (before == 0) {
      return Figures.ABSENT;
    }
    double share = (double) count / before;
    return share > 1
        ? Figures.number(share, 1) + " for each"
        : Figures.percent(share) + " of these";
  }

  private static void bar(
      Markup page, String name, long count, double width, String share, String style) {
    String size = String.format(Locale.ROOT, "width:%.2f%%", width * 100);
    page.open("tr").element("th", name, "scope", "row");
    page.open("td", "class", "bar-cell");
    page.open("span", "class", style, "style", size).close();
    page.close();
    number(page, Figures.count((double) count));
    number(page, share);
    page.close();
  }

  private static void members(List<MemberSummary> members, Markup page) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Members");
    page.open("table");
    page.element(
        "caption",
        "Who said what in these decisions, and how often the council's acts went its way");
    page.open("thead").open("tr").element("th", "Member", "scope", "col");
    for (String head :
        List.of(
            "Weight",
            "Up",
            "Down",
            "Flat",
            "No view",
            "Warming up",
            "Failed",
            "Confidence",
            "Went its way")) {
      page.element("th", head, "scope", "col", "class", "number");
    }
    page.close().close().open("tbody");
    for (MemberSummary member : members) {
      page.open("tr").element("th", member.member(), "scope", "row");
      number(page, Figures.trimmed(member.weight(), 3));
      number(page, Figures.count(member.rising()));
      number(page, Figures.count(member.falling()));
      number(page, Figures.count(member.flat()));
      number(page, Figures.count(member.noView().votes()));
      number(page, Figures.count(member.warmingUp().votes()));
      number(page, Figures.count(member.failed().votes()));
      number(page, Figures.orAbsent(member.meanConfidence(), Figures::ratio));
      number(page, Figures.orAbsent(member.agreement(), Figures::percent));
      page.close();
    }
    closeTable(page);
  }

  private static void surest(RunReport report, Markup page) {
    if (report.council().surest().isEmpty()) {
      return;
    }
    ZoneId zone = report.track().calendar().zone();
    page.open("details", "class", "wide said").open("summary");
    page.element("span", "The decisions it was surest of, in its members' words", "class", "name");
    page.close()
        .open(
            "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Decisions");
    page.open("table").element("caption", "Times are those of " + Figures.zone(zone));
    page.open("thead").open("tr");
    page.element("th", "When", "scope", "col").element("th", "Instrument", "scope", "col");
    page.element("th", "Decision", "scope", "col");
    page.element("th", "Confidence", "scope", "col", "class", "number");
    page.element("th", "What was said", "scope", "col").close().close().open("tbody");
    for (Decision decision : report.council().surest()) {
      page.open("tr").element("td", Figures.minute(decision.asOfNs(), zone), "class", "when");
      page.element("td", report.instruments().get(decision.instrument()));
      page.element("td", direction(decision.direction()));
      number(page, Figures.ratio(decision.confidence()));
      page.open("td");
      for (MemberOpinion member : decision.members()) {
        page.open("div").element("b", member.member()).text(" " + said(member.opinion())).close();
      }
      page.close().close();
    }
    closeTable(page);
    page.close();
  }

  private static String said(Opinion opinion) {
    return switch (opinion) {
      case Opinion.Abstention abstention -> "abstained: " + abstention.rationale().text();
      case Opinion.Stance stance ->
          direction(stance.direction()) + ": " + stance.rationale().text();
    };
  }

  private static String direction(double direction) {
    return direction > 0 ? "up" : direction < 0 ? "down" : "flat";
  }

  private static void refusals(List<RunReport.Refusals> refusals, Markup page) {
    page.open("div", "class", "said");
    page.element("h3", "What risk refused");
    if (refusals.isEmpty()) {
      page.element("p", "Risk refused no order.", "class", "note");
      page.close();
      return;
    }
    page.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Refusals");
    page.open("table").element("caption", "Orders refused, by the limit that refused them");
    page.open("thead").open("tr").element("th", "Limit", "scope", "col");
    page.element("th", "Orders", "scope", "col", "class", "number");
    page.element("th", "For example", "scope", "col").close().close().open("tbody");
    for (RunReport.Refusals refusal : refusals) {
      page.open("tr").element("th", refusal.rule(), "scope", "row");
      number(page, Figures.count((double) refusal.count()));
      page.element("td", refusal.example()).close();
    }
    closeTable(page);
    page.close();
  }

  private static void openTable(Markup page, String caption) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    page.open("table").element("caption", caption);
    page.open("tbody");
  }

  private static void closeTable(Markup page) {
    page.close().close().close();
  }

  private static void number(Markup page, String text) {
    page.element("td", text, "class", "number");
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
