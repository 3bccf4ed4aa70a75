package quorate.research.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.lake.duckdb.Column;
import quorate.lake.table.Table;
import quorate.research.performance.ClosedTrade;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.PricedFill;
import quorate.research.performance.TrackRecord;
import quorate.research.performance.TradeBracket;

/// The trades, orders, fills and equity of a run as CSV and Parquet, for other tools.
///
/// Times are ISO texts in UTC and nanoseconds beside them; money is in the base currency, prices in
/// the instrument's. What a trade without a bracket does not have is NaN.
public final class RunTables {
  private RunTables() {}

  /// Writes four tables, each as `.csv` and `.parquet`, over those that are there; a file appears
  /// whole or not at all.
  ///
  /// @param orders in the order they were made
  /// @param instruments of the run, by the numbers in its orders
  /// @throws quorate.lake.store.LakeException when a file cannot be written
  public static void write(
      TrackRecord track, List<OrderOutcome> orders, Instruments instruments, Path folder) {
    write(trades(track.trades()), folder, "trades");
    write(orders(orders, instruments), folder, "orders");
    write(fills(track.fills()), folder, "fills");
    write(equity(track.equity()), folder, "equity");
  }

  private static void write(Table table, Path folder, String name) {
    table.writeCsv(folder.resolve(name + ".csv"));
    table.writeParquet(folder.resolve(name + ".parquet"));
  }

  private static Table trades(List<ClosedTrade> trades) {
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
            Column.ofDoubles("best_excursion"),
            Column.ofDoubles("stop_price"),
            Column.ofDoubles("target_price"),
            Column.ofDoubles("risk"),
            Column.ofDoubles("multiple_of_risk"),
            Column.ofTexts("exit"));
    for (ClosedTrade trade : trades) {
      table
          .put(utc(trade.openedNs()))
          .put(utc(trade.closedNs()))
          .put(trade.openedNs())
          .put(trade.closedNs())
          .put(trade.symbol())
          .put(word(trade.side()))
          .put(trade.quantity())
          .put(trade.entryPrice())
          .put(trade.exitPrice())
          .put(trade.grossProfit())
          .put(trade.commission())
          .put(trade.spread())
          .put(trade.slippage())
          .put(trade.netProfit())
          .put(trade.worstExcursion())
          .put(trade.bestExcursion())
          .put(trade.bracket().map(TradeBracket::stopPrice).orElse(Double.NaN))
          .put(trade.bracket().map(TradeBracket::targetPrice).orElse(Double.NaN))
          .put(trade.risk().orElse(Double.NaN))
          .put(trade.multipleOfRisk().orElse(Double.NaN))
          .put(trade.bracket().map(bracket -> bracket.exit().word()).orElse(""));
    }
    return table;
  }

  private static Table orders(List<OrderOutcome> orders, Instruments instruments) {
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
    for (OrderOutcome outcome : orders) {
      Order order = outcome.order();
      Instrument instrument = instruments.get(order.instrument());
      table
          .put(order.id())
          .put(utc(order.createdNs()))
          .put(order.createdNs())
          .put(instrument.symbol())
          .put(word(order.side()))
          .put(terms(order.terms()))
          .put(price(order.terms(), instrument))
          .put(instrument.quantityAsDouble(order.quantity()))
          .put(instrument.quantityAsDouble(outcome.filled()))
          .put(word(order.purpose()))
          .put(outcome.outcome().word())
          .put(outcome.reason());
    }
    return table;
  }

  private static Table fills(List<PricedFill> fills) {
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
    for (PricedFill fill : fills) {
      table
          .put(utc(fill.timeNs()))
          .put(fill.timeNs())
          .put(fill.symbol())
          .put(word(fill.side()))
          .put(fill.quantity())
          .put(fill.price())
          .put(fill.notional())
          .put(fill.commission())
          .put(fill.spread())
          .put(fill.slippage());
    }
    return table;
  }

  private static Table equity(EquityCurve curve) {
    Table table =
        new Table(
            Column.ofTexts("time"),
            Column.ofLongs("time_ns"),
            Column.ofDoubles("equity"),
            Column.ofDoubles("exposure"));
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

  /// The price of the order's terms, exactly; empty for an order at the market.
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

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
