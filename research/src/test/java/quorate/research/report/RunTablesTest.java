package quorate.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Order;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.research.performance.ClosedTrade;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.EveryDay;
import quorate.research.performance.PricedFill;
import quorate.research.performance.TrackRecord;
import quorate.research.performance.TradeBracket;

class RunTablesTest {
  /// 2024-01-01T00:00:01.5Z.
  private static final long TIME_NS = EveryDay.START_NS + 1_500_000_000L;

  @TempDir static Path folder;

  @Test
  void writesTradesAsText() throws IOException {
    assertThat(Files.readAllLines(folder.resolve("trades.csv")))
        .containsExactly(
            "opened,closed,opened_ns,closed_ns,symbol,side,quantity,entry_price,exit_price,"
                + "gross_profit,commission,spread,slippage,net_profit,worst_excursion,best_excursion,"
                + "stop_price,target_price,risk,multiple_of_risk,exit",
            "2024-01-01T00:00:00Z,2024-01-01T00:00:01.500Z,1704067200000000000,"
                + "1704067201500000000,\"ES, \"\"front\"\"\",sell,2.0,3200.25,3199.0,125.0,4.5,0.0,0.0,"
                + "120.5,-10.0,130.0,nan,nan,nan,nan,\"\"",
            // A risk of 1.25 points times 2 times 50: 120.5 / 125.
            "2024-01-01T00:00:00Z,2024-01-01T00:00:01.500Z,1704067200000000000,"
                + "1704067201500000000,\"ES, \"\"front\"\"\",sell,2.0,3200.25,3199.0,125.0,4.5,0.0,0.0,"
                + "120.5,-10.0,130.0,3201.5,3199.0,125.0,0.964,target");
  }

  @Test
  void writesOrdersAsText() throws IOException {
    assertThat(Files.readAllLines(folder.resolve("orders.csv")))
        .containsExactly(
            "order,created,created_ns,symbol,side,terms,price,quantity,filled,purpose,outcome,reason",
            "1,2024-01-01T00:00:01.500Z,1704067201500000000,\"ES, \"\"front\"\"\",sell,market,\"\","
                + "2.0,2.0,entry,filled,\"\"",
            "2,2024-01-01T00:00:01.500Z,1704067201500000000,\"ES, \"\"front\"\"\",buy,limit,3199.50,"
                + "1.0,0.0,take profit,refused,\"notional 320,000 is above 100,000\"");
  }

  @Test
  void writesEquityAndFillsAsText() throws IOException {
    assertThat(Files.readAllLines(folder.resolve("equity.csv")))
        .containsExactly(
            "time,time_ns,equity,exposure",
            "2024-01-01T00:00:00Z,1704067200000000000,100000.0,0.0",
            "2024-01-01T00:00:01.500Z,1704067201500000000,100120.5,6400.5");
    assertThat(Files.readAllLines(folder.resolve("fills.csv")))
        .containsExactly(
            "time,time_ns,symbol,side,quantity,price,notional,commission,spread,slippage",
            "2024-01-01T00:00:01.500Z,1704067201500000000,ES,buy,1.0,3199.0,159950.0,2.25,0.5,0.25");
  }

  @Test
  void writesTheSameAsParquet() throws IOException {
    try (DuckDb database = DuckDb.open(new DuckDbSettings(128, 1, folder.resolve("spill")))) {
      for (String table : List.of("trades", "orders", "fills", "equity")) {
        String text = DuckDb.quoted(folder.resolve(table + ".csv").toString());
        String columnar = DuckDb.quoted(folder.resolve(table + ".parquet").toString());
        String csv = "SELECT * FROM read_csv(" + text + ", all_varchar = true, nullstr = 'absent')";
        String parquet = "SELECT COLUMNS(*)::VARCHAR FROM " + columnar;
        String query =
            "SELECT count(*) FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s))"
                .formatted(csv, parquet);
        try (DuckDb.Result rows = database.query(query)) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1)).as(table).isZero();
        }
      }
    }
  }

  @BeforeAll
  static void write() {
    Instrument instrument =
        new Instrument(
            "ES, \"front\"",
            "XCME",
            "equity-index",
            InstrumentKind.FUTURE,
            25,
            1,
            BigDecimal.valueOf(50),
            Currency.USD,
            2,
            0,
            "CME_EQUITY_INDEX");
    TrackRecord track =
        new TrackRecord(
            Currency.USD,
            EveryDay.aroundTheClock(),
            EquityCurve.of(
                new long[] {EveryDay.START_NS, TIME_NS},
                new double[] {100_000, 100_120.5},
                new double[] {0, 6400.5}),
            Optional.empty(),
            List.of(new PricedFill("ES", TIME_NS, Side.BUY, 3199, 1, 159_950, 2.25, 0.5, 0.25)),
            List.of(
                trade(instrument, Optional.empty()),
                trade(
                    instrument,
                    Optional.of(
                        new TradeBracket(
                            3201.5, 3199, OptionalDouble.of(125), TradeBracket.Exit.TARGET)))));
    List<OrderOutcome> orders =
        List.of(
            new OrderOutcome(
                Order.market(1, 0, Side.SELL, 2, Purpose.ENTRY, TIME_NS),
                OrderOutcome.Outcome.FILLED,
                2,
                ""),
            new OrderOutcome(
                Order.limit(2, 0, Side.BUY, 1, 319_950, Purpose.TAKE_PROFIT, TIME_NS),
                OrderOutcome.Outcome.REFUSED,
                0,
                "notional 320,000 is above 100,000"));
    RunTables.write(track, orders, Instruments.of(instrument), folder);
  }

  private static ClosedTrade trade(Instrument instrument, Optional<TradeBracket> bracket) {
    return new ClosedTrade(
        instrument.symbol(),
        Side.SELL,
        2,
        EveryDay.START_NS,
        TIME_NS,
        3200.25,
        3199,
        125,
        4.5,
        0,
        0,
        -10,
        130,
        bracket);
  }
}
