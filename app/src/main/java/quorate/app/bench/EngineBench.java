package quorate.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.engine.BacktestSession;
import quorate.engine.Progress;
import quorate.engine.RunResult;
import quorate.engine.playbook.Playbook;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;
import quorate.market.tape.TapeFeed;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeWriter;

/// `bench engine-trades` and `bench engine-bars`: the session that `backtest` runs, with its own
/// tape on, a simulated broker and the full ledger.
final class EngineBench {
  private static final int DAYS = 24;
  private static final int BARS = 1_000_000;

  private final Path scratch;

  /// @param scratch empty folder for tapes, removed by the caller
  EngineBench(Path scratch) {
    this.scratch = scratch;
  }

  /// Trades from tapes on disk, one for each of 24 days.
  List<Figure> trades() {
    long[][] session = BenchMarket.session();
    Path tape = scratch.resolve("session.tape");
    BenchMarket.write(session, tape);
    long events = (long) DAYS * BenchMarket.SESSION_TRADES;
    Playbook playbook = BenchMarket.smaCross(false);
    run(playbook, () -> BenchMarket.days(tape, events));
    double[] seconds = new double[Stopwatch.RUNS];
    RunResult result = null;
    for (int i = 0; i < seconds.length; i++) {
      RunResult[] run = new RunResult[1];
      seconds[i] =
          Stopwatch.seconds(() -> run[0] = run(playbook, () -> BenchMarket.days(tape, events)));
      result = run[0];
    }
    RunResult oneDay = run(playbook, () -> TapeFeed.of(List.of(tape), BenchMarket.instruments()));
    return List.of(
        figure("engine-trades", "trades/s", "tape", seconds, required(result)),
        Figure.of(
            "engine-trades.one-day-equity",
            oneDay.holdings().equity().toDouble(),
            "USD",
            "source",
            "tape",
            "orders",
            oneDay.orders()));
  }

  /// Finished minute bars from memory.
  List<Figure> bars() {
    long[] closes = BenchMarket.walk(BARS);
    Playbook playbook = BenchMarket.smaCross(true);
    run(playbook, () -> BenchMarket.minuteBars(closes));
    double[] seconds = new double[Stopwatch.RUNS];
    RunResult result = null;
    for (int i = 0; i < seconds.length; i++) {
      RunResult[] run = new RunResult[1];
      seconds[i] =
          Stopwatch.seconds(() -> run[0] = run(playbook, () -> BenchMarket.minuteBars(closes)));
      result = run[0];
    }
    return List.of(figure("engine-bars", "bars/s", "memory", seconds, required(result)));
  }

  private static RunResult required(@Nullable RunResult result) {
    if (result == null || result.orders() == 0) {
      throw new IllegalStateException("a benchmark of the engine must trade, but made no order");
    }
    return result;
  }

  private static Figure figure(
      String name, String unit, String source, double[] seconds, RunResult result) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return Figure.of(
        name,
        result.events() / sorted[sorted.length / 2],
        unit,
        "source",
        source,
        "events",
        result.events(),
        "orders",
        result.orders(),
        "fills",
        result.fills(),
        "final_equity",
        result.holdings().equity().toString(),
        "runs",
        seconds.length,
        "best",
        result.events() / sorted[0]);
  }

  private RunResult run(Playbook playbook, Supplier<Feed> source) {
    Path out = scratch.resolve("run.tape");
    try {
      Files.deleteIfExists(out);
      try (TapeWriter tape = TapeWriter.create(out, TapeHeader.of(BenchMarket.instruments()));
          Feed feed = source.get()) {
        return BacktestSession.of(
                playbook,
                BenchMarket.instruments(),
                AgentCatalogue.of(scratch.resolve("strategies")),
                Calendars::named)
            .run(feed, List.of(), tape, Progress.none());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
