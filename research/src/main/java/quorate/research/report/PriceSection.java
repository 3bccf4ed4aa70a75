package quorate.research.report;

import java.util.ArrayList;
import java.util.List;
import quorate.research.page.Figures;
import quorate.research.page.Markup;
import quorate.research.page.PriceChart;
import quorate.research.performance.ClosedTrade;
import quorate.research.performance.PriceHistory;
import quorate.research.performance.PricedFill;
import quorate.research.performance.TradeBracket;

/// The price of each instrument with the trades marked on it.
final class PriceSection {
  /// Charts on a page; a portfolio of hundreds would bury the rest.
  private static final int MOST_CHARTS = 6;

  /// Bars and fills that all charts of a page may keep together, about 0.5 MB.
  private static final int BARS_OF_PAGE = 12_000;

  private static final int MARKS_OF_PAGE = 4_000;

  private PriceSection() {}

  static void write(RunReport report, Markup page) {
    List<PriceHistory> drawn =
        report.prices().stream().filter(p -> p.size() > 0).limit(MOST_CHARTS).toList();
    if (drawn.isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "price-h");
    page.open("div", "class", "head");
    page.element("h2", "The market and the trades", "id", "price-h");
    legend(report.track().trades().stream().anyMatch(trade -> trade.bracket().isPresent()), page);
    page.close();
    page.open("p", "class", "lead");
    page.text("Bars side by side, closed hours left out.");
    page.element(
        "span",
        " Drag to move along; zoom with the buttons, two fingers, or Ctrl and the wheel.",
        "class",
        "needs-script");
    page.close();
    for (int i = 0; i < drawn.size(); i++) {
      chart(report, drawn.get(i), i, drawn.size(), page);
    }
    if (report.prices().size() > drawn.size()) {
      page.element(
          "p",
          "The first %d of %d instruments are drawn."
              .formatted(drawn.size(), report.prices().size()),
          "class",
          "note");
    }
    page.close().line();
  }

  /// The place of an instrument's chart, empty when it is not drawn.
  static String chartOf(RunReport report, String symbol) {
    int place = 0;
    for (PriceHistory history : report.prices()) {
      if (history.size() > 0 && place < MOST_CHARTS) {
        if (history.symbol().equals(symbol)) {
          return "price-" + place;
        }
        place++;
      }
    }
    return "";
  }

  private static void legend(boolean brackets, Markup page) {
    page.open("ul", "class", "legend");
    entry(page, "buy", "Buy");
    entry(page, "sell", "Sell short");
    entry(page, "sell-close", "Sell to close");
    entry(page, "buy-close", "Buy to close");
    if (brackets) {
      page.open("li", "class", "needs-script").element("i", "", "class", "stop");
      page.text("Stop, and").element("i", "", "class", "target").text("target, zoomed in").close();
    }
    page.close();
  }

  private static void entry(Markup page, String shape, String name) {
    page.open("li").open("svg", "viewBox", "-7 -8 14 16", "aria-hidden", "true");
    page.empty("use", "href", "#" + shape, "y", shape.startsWith("buy") ? "-8" : "8");
    page.close().text(name).close();
  }

  private static void chart(
      RunReport report, PriceHistory history, int place, int charts, Markup page) {
    List<PriceChart.Mark> marks = marks(report.track().fills(), history.symbol());
    int mostBars = BARS_OF_PAGE / charts;
    page.open("figure", "class", "chart", "id", "price-" + place);
    page.open("div", "class", "head");
    page.element("h3", history.symbol());
    page.open("div", "class", "tools needs-script", "role", "group", "aria-label", "Zoom");
    tool(page, "out", "−", "Zoom out");
    tool(page, "in", "+", "Zoom in");
    tool(page, "all", "All", "Show everything");
    page.close().close();
    new PriceChart(
            "price-chart-" + place,
            "Price of " + history.symbol() + " with fills",
            "%s bars from %s to %s; %s fills are marked."
                .formatted(
                    Figures.count(history.size()),
                    Figures.trimmed(history.close(0), history.shownDecimals()),
                    Figures.trimmed(history.close(history.size() - 1), history.shownDecimals()),
                    Figures.count(marks.size())),
            history,
            marks,
            levels(report.track().trades(), history.symbol()),
            mostBars,
            MARKS_OF_PAGE / charts,
            report.track().calendar().zone())
        .draw(page);
    page.element("p", reduction(history.size(), mostBars), "class", "note");
    page.close().line();
  }

  private static void tool(Markup page, String act, String text, String label) {
    page.element("button", text, "type", "button", "data-act", act, "aria-label", label);
  }

  /// The fills of one instrument, told apart by whether they bring the position nearer to zero.
  private static List<PriceChart.Mark> marks(List<PricedFill> fills, String symbol) {
    List<PriceChart.Mark> marks = new ArrayList<>();
    double position = 0;
    for (PricedFill fill : fills) {
      if (fill.symbol().equals(symbol)) {
        double change = fill.side().sign() * fill.quantity();
        boolean closing = Math.abs(position) > 1e-12 && position * change < 0;
        marks.add(
            new PriceChart.Mark(fill.timeNs(), fill.price(), fill.side().sign() > 0, closing));
        position += change;
      }
    }
    return marks;
  }

  private static List<PriceChart.Level> levels(List<ClosedTrade> trades, String symbol) {
    List<PriceChart.Level> levels = new ArrayList<>();
    for (ClosedTrade trade : trades) {
      if (trade.symbol().equals(symbol) && trade.bracket().isPresent()) {
        TradeBracket bracket = trade.bracket().get();
        levels.add(
            new PriceChart.Level(
                trade.openedNs(), trade.closedNs(), bracket.stopPrice(), bracket.targetPrice()));
      }
    }
    return levels;
  }

  private static String reduction(int bars, int mostBars) {
    String picture =
        "Shown are the range and the close of each column; marks that would lie on each other are"
            + " drawn once.";
    return bars <= mostBars
        ? picture + " All %s bars can be zoomed to.".formatted(Figures.count(bars))
        : picture
            + " %s bars were joined to %s (first open, highest high, lowest low, last close)."
                .formatted(Figures.count(bars), Figures.count(mostBars));
  }
}
