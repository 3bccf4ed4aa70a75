package quorate.app.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import quorate.domain.Instrument;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.lake.duckdb.Column;
import quorate.lake.table.Table;
import quorate.research.performance.ClosedTrade;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.PricedFill;
import quorate.research.report.OrderOutcome;
import quorate.research.run.RecordedRun;

/// The trades, orders, fills and equity of a run as CSV and Parquet, for other tools.
///
/// Times are ISO texts in UTC and nanoseconds beside them; money is in the base currency, prices in
/// the instrument's.
final class RunTables {
  private RunTables() {}

  /// Writes four tables, each as `.csv` and `.parquet`, over those that are there.
  static void write(RecordedRun run, Path folder) {
    write(trades(run), folder, "trades");
    write(orders(run), folder, "orders");
    write(fills(run), folder, "fills");
    write(equity(run), folder, "equity");
  }

  private static void write(Table table, Path folder, String name) {
    table.writeCsv(folder.resolve(name + ".csv"));
    table.writeParquet(folder.resolve(name + ".parquet"));
  }

  private static Table trades(RecordedRun run) {
    Table table =
        new Table(
            Column.ofTexts("opened"),
            Column.ofTexts("closed"),
            Column.ofLongs("opened_ns"),
            Column.ofLongs("closed_ns"),
            Column.ofTexts("symbol"),
            Column.ofTexts("side"),
            Column.ofDoubles("quantity"),
            Column.ofDoubles("entry_price"),
            Column.ofDoubles("exit_price"),
            Column.ofDoubles("gross_profit"),
            Column.ofDoubles("commission"),
            Column.ofDoubles("spread"),
            Column.ofDoubles("slippage"),
            Column.ofDoubles("net_profit"),
            Column.ofDoubles("worst_excursion"),
            Column.ofDoubles("best_excursion"));
    for (ClosedTrade trade : run.track().trades()) {
      table
          .put(utc(trade.openedNs()))
          .put(utc(trade.closedNs()))
          .put(trade.openedNs())
          .put(trade.closedNs())
          .put(trade.symbol())
          .put(lower(trade.side()))
          .put(trade.quantity())
          .put(trade.entryPrice())
          .put(trade.exitPrice())
          .put(trade.grossProfit())
          .put(trade.commission())
          .put(trade.spread())
          .put(trade.slippage())
          .put(trade.netProfit())
          .put(trade.worstExcursion())
          .put(trade.bestExcursion());
    }
    return table;
  }

  private static Table orders(RecordedRun run) {
    Table table =
        new Table(
            Column.ofLongs("order"),
            Column.ofTexts("created"),
            Column.ofLongs("created_ns"),
            Column.ofTexts("symbol"),
            Column.ofTexts("side"),
            Column.ofTexts("terms"),
            Column.ofTexts("price"),
            Column.ofDoubles("quantity"),
            Column.ofDoubles("filled"),
            Column.ofTexts("purpose"),
            Column.ofTexts("outcome"),
            Column.ofTexts("reason"));
    for (OrderOutcome outcome : run.orders()) {
      Order order = outcome.order();
      Instrument instrument = run.instruments().get(order.instrument());
      table
          .put(order.id())
          .put(utc(order.createdNs()))
          .put(order.createdNs())
          .put(instrument.symbol())
          .put(lower(order.side()))
          .put(terms(order.terms()))
          .put(price(order.terms(), instrument))
          .put(instrument.quantityAsDouble(order.quantity()))
          .put(instrument.quantityAsDouble(outcome.filled()))
          .put(lower(order.purpose()))
          .put(outcome.outcome().word())
          .put(outcome.reason());
    }
    return table;
  }

  private static Table fills(RecordedRun run) {
    Table table =
        new Table(
            Column.ofTexts("time"),
            Column.ofLongs("time_ns"),
            Column.ofTexts("symbol"),
            Column.ofTexts("side"),
            Column.ofDoubles("quantity"),
            Column.ofDoubles("price"),
            Column.ofDoubles("notional"),
            Column.ofDoubles("commission"),
            Column.ofDoubles("spread"),
            Column.ofDoubles("slippage"));
    for (PricedFill fill : run.track().fills()) {
      table
          .put(utc(fill.timeNs()))
          .put(fill.timeNs())
          .put(fill.symbol())
          .put(lower(fill.side()))
          .put(fill.quantity())
          .put(fill.price())
          .put(fill.notional())
          .put(fill.commission())
          .put(fill.spread())
          .put(fill.slippage());
    }
    return table;
  }

  private static Table equity(RecordedRun run) {
    Table table =
        new Table(
            Column.ofTexts("time"),
            Column.ofLongs("time_ns"),
            Column.ofDoubles("equity"),
            Column.ofDoubles("exposure"));
    EquityCurve curve = run.track().equity();
    for (int i = 0; i < curve.size(); i++) {
      table
          .put(utc(curve.timeNs(i)))
          .put(curve.timeNs(i))
          .put(curve.equity(i))
          .put(curve.exposure(i));
    }
    return table;
  }

  private static String terms(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market ignored -> "market";
      case OrderTerms.Limit ignored -> "limit";
      case OrderTerms.Stop ignored -> "stop";
    };
  }

  /// The price of the order's terms; empty for an order at the market.
  private static String price(OrderTerms terms, Instrument instrument) {
    return switch (terms) {
      case OrderTerms.Market ignored -> "";
      case OrderTerms.Limit limit -> instrument.formatPrice(limit.price());
      case OrderTerms.Stop stop -> instrument.formatPrice(stop.price());
    };
  }

  private static String utc(long timeNs) {
    return Instant.ofEpochSecond(0, timeNs).toString();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
