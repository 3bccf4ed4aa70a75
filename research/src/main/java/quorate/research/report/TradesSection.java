package quorate.research.report;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import quorate.domain.Side;
import quorate.research.page.Figures;
import quorate.research.page.Markup;
import quorate.research.performance.ClosedTrade;
import quorate.research.performance.PriceHistory;
import quorate.research.performance.TradeBracket;

/// The closed trades, each with how far it ran against and for us.
final class TradesSection {
  /// Rows on a page; more would make it slow on a phone. All are in the CSV file.
  private static final int MOST_ROWS = 500;

  private TradesSection() {}

  static void write(RunReport report, Markup page) {
    List<ClosedTrade> trades = report.track().trades();
    page.open("section", "id", "trades", "aria-labelledby", "trades-h");
    page.element("h2", "Closed trades", "id", "trades-h");
    page.element("p", sentence(trades.size()) + brackets(trades), "class", "lead");
    if (!trades.isEmpty()) {
      table(report, page);
    }
    page.close().line();
  }

  private static String sentence(int count) {
    if (count == 0) {
      return "No trade was closed.";
    }
    String shown =
        count <= MOST_ROWS
            ? "All %s are listed".formatted(Figures.count(count))
            : "The %s with the largest profits and losses of %s are listed"
                .formatted(Figures.count(MOST_ROWS), Figures.count(count));
    return shown
        + "; trades.csv beside this page has every one. MAE and MFE are the lowest and highest open"
        + " profit while a trade ran. A fill on a bar has the bar's end as its time, when it is known,"
        + " even at the open's price.";
  }

  /// What the columns of brackets mean, and which trades could not be measured by their risk.
  private static String brackets(List<ClosedTrade> trades) {
    if (!hasBrackets(trades)) {
      return "";
    }
    long beyond =
        trades.stream().filter(t -> t.bracket().isPresent() && t.risk().isEmpty()).count();
    return " R is the net profit beside what the stop put at risk at the entry."
        + (beyond == 0
            ? ""
            : " %s %s entered beyond the stop and %s no R."
                .formatted(
                    Figures.count((double) beyond),
                    beyond == 1 ? "trade was" : "trades were",
                    beyond == 1 ? "has" : "have"));
  }

  private static boolean hasBrackets(List<ClosedTrade> trades) {
    return trades.stream().anyMatch(trade -> trade.bracket().isPresent());
  }

  private static void table(RunReport report, Markup page) {
    String currency = report.performance().currency().code();
    ZoneId zone = report.track().calendar().zone();
    page.open(
        "div", "class", "scroll tall", "tabindex", "0", "role", "region", "aria-label", "Trades");
    page.open("table", "class", "trades sortable");
    page.element(
        "caption",
        "Money in %s; net is after commission; times are those of %s"
            .formatted(currency, Figures.zone(zone)));
    page.open("thead").open("tr");
    for (String head : List.of("#", "Opened", "Held", "Symbol", "Side")) {
      head(page, head, "left");
    }
    boolean brackets = hasBrackets(report.track().trades());
    for (String head :
        brackets
            ? List.of(
                "Quantity", "Entry", "Exit", "Net", "R", "Costs", "MAE", "MFE", "Stop", "Target")
            : List.of("Quantity", "Entry", "Exit", "Net", "Costs", "MAE", "MFE")) {
      head(page, head, "number");
    }
    if (brackets) {
      head(page, "Ended by", "left");
    }
    page.close().close().open("tbody");
    Set<ClosedTrade> shown = shown(report.track().trades());
    int number = 0;
    for (ClosedTrade trade : report.track().trades()) {
      number++;
      if (shown.contains(trade)) {
        row(report, trade, number, zone, brackets, page);
      }
    }
    page.close().close().close();
  }

  private static Set<ClosedTrade> shown(List<ClosedTrade> trades) {
    if (trades.size() <= MOST_ROWS) {
      return new HashSet<>(trades);
    }
    return new HashSet<>(
        trades.stream()
            .sorted(Comparator.comparingDouble((ClosedTrade t) -> -Math.abs(t.netProfit())))
            .limit(MOST_ROWS)
            .toList());
  }

  private static void head(Markup page, String text, String style) {
    page.open("th", "scope", "col", "class", style, "data-sort", "", "aria-sort", "none");
    page.element("button", text, "type", "button").close();
  }

  private static void row(
      RunReport report, ClosedTrade trade, int number, ZoneId zone, boolean brackets, Markup page) {
    int decimals =
        report.prices().stream()
            .filter(history -> history.symbol().equals(trade.symbol()))
            .mapToInt(PriceHistory::shownDecimals)
            .findFirst()
            .orElse(4);
    page.open("tr");
    page.open("td", "data-value", Integer.toString(number));
    String chart = PriceSection.chartOf(report, trade.symbol());
    if (chart.isEmpty()) {
      page.text(Integer.toString(number));
    } else {
      page.element(
          "a",
          Integer.toString(number),
          "href",
          "#" + chart,
          "data-from",
          Long.toString(trade.openedNs() / 1_000_000_000L),
          "data-to",
          Long.toString(trade.closedNs() / 1_000_000_000L));
    }
    page.close();
    value(page, trade.openedNs() / 1e9, Figures.minute(trade.openedNs(), zone), "when");
    value(page, trade.holdingSeconds(), Figures.span(trade.holdingSeconds()), "when");
    page.element("td", trade.symbol());
    page.element("td", trade.side() == Side.BUY ? "long" : "short");
    value(page, trade.quantity(), Figures.trimmed(trade.quantity(), 8), "number");
    value(page, trade.entryPrice(), Figures.number(trade.entryPrice(), decimals), "number");
    value(page, trade.exitPrice(), Figures.number(trade.exitPrice(), decimals), "number");
    double net = trade.netProfit();
    value(page, net, Figures.signedMoney(net), "number " + (net > 0 ? "gain" : "loss"));
    if (brackets) {
      value(page, trade.multipleOfRisk(), Figures::multipleOfRisk, "number");
    }
    double costs = trade.commission() + trade.spread() + trade.slippage();
    value(page, costs, Figures.money(costs), "number");
    value(page, trade.worstExcursion(), Figures.signedMoney(trade.worstExcursion()), "number");
    value(page, trade.bestExcursion(), Figures.signedMoney(trade.bestExcursion()), "number");
    if (brackets) {
      bracket(trade, decimals, page);
    }
    page.close().line();
  }

  private static void bracket(ClosedTrade trade, int decimals, Markup page) {
    OptionalDouble stop = price(trade, TradeBracket::stopPrice);
    OptionalDouble target = price(trade, TradeBracket::targetPrice);
    value(page, stop, price -> Figures.number(price, decimals), "number");
    value(page, target, price -> Figures.number(price, decimals), "number");
    page.element("td", trade.bracket().map(each -> each.exit().word()).orElse(Figures.ABSENT));
  }

  private static OptionalDouble price(ClosedTrade trade, ToDoubleFunction<TradeBracket> of) {
    return trade.bracket().stream().mapToDouble(of).findFirst();
  }

  /// What is absent is sorted below everything.
  private static void value(
      Markup page, OptionalDouble value, DoubleFunction<String> written, String style) {
    page.element(
        "td",
        Figures.orAbsent(value, written),
        "data-value",
        Double.toString(value.orElse(-1e300)),
        "class",
        style);
  }

  private static void value(Markup page, double value, String text, String style) {
    page.element("td", text, "data-value", Double.toString(value), "class", style);
  }
}
