package quorate.research.report;

import quorate.research.page.Figures;
import quorate.research.page.Markup;
import quorate.research.performance.CostSplit;
import quorate.research.performance.Performance;

/// What trading cost, and what the result would have been without it.
final class CostsSection {
  private CostsSection() {}

  static void write(RunReport report, Markup page) {
    Performance performance = report.performance();
    CostSplit costs = performance.costs();
    double total = costs.total();
    double after = performance.finalEquity() - performance.initialEquity();
    page.open("section", "aria-labelledby", "costs-h");
    page.element("h2", "What trading cost", "id", "costs-h");
    page.element("p", sentence(after, total), "class", "lead");
    if (total > 0) {
      page.open("div", "class", "stack", "aria-hidden", "true");
      part(page, "c1", costs.commission() / total);
      part(page, "c2", costs.spread() / total);
      part(page, "c3", costs.slippage() / total);
      page.close();
    }
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Costs");
    page.open("table");
    page.element(
        "caption",
        "From the result before costs to the result after them, in " + performance.currency());
    page.open("thead").open("tr");
    page.element("th", "Part", "scope", "col");
    page.element("th", "Amount", "scope", "col", "class", "number");
    page.element("th", "Of capital", "scope", "col", "class", "number");
    page.element("th", "A fill", "scope", "col", "class", "number");
    page.close().close().open("tbody");
    double capital = performance.initialEquity();
    int fills = report.track().fills().size();
    row(page, "", "Result before costs", after + total, capital, 0);
    row(page, "c1", "Commission", -costs.commission(), capital, fills);
    row(page, "c2", "Spread", -costs.spread(), capital, fills);
    row(page, "c3", "Slippage", -costs.slippage(), capital, fills);
    row(page, "", "Result after costs", after, capital, 0);
    page.close().close().close().close().line();
  }

  private static String sentence(double after, double total) {
    if (total <= 0) {
      return "Nothing was paid for trading.";
    }
    double before = after + total;
    if (before > 0 && after <= 0) {
      return "Costs turned a gain into a loss.";
    }
    if (before <= 0) {
      return "There was no gain even before costs.";
    }
    return "Costs took %s of what was earned before them."
        .formatted(Figures.percent(total / before));
  }

  private static void part(Markup page, String style, double share) {
    page.open("span", "class", style, "style", "flex:" + Figures.number(Math.max(0, share), 4))
        .close();
  }

  private static void row(
      Markup page, String dot, String name, double amount, double capital, int fills) {
    page.open("tr").open("th", "scope", "row");
    if (!dot.isEmpty()) {
      page.open("span", "class", "dot " + dot).close();
    }
    page.text(name).close();
    page.element("td", Figures.signedMoney(amount), "class", "number");
    page.element("td", Figures.signedPercent(amount / capital), "class", "number");
    page.element("td", fills > 0 ? Figures.number(amount / fills, 2) : "", "class", "number");
    page.close();
  }
}
