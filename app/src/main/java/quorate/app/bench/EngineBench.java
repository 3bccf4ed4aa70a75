package quorate.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.engine.BacktestSession;
import quorate.engine.Progress;
import quorate.engine.RunResult;
import quorate.engine.playbook.Playbook;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;
import quorate.market.tape.Tape;
import quorate.market.tape.TapeFeed;

/// `bench engine-trades` and `bench engine-bars`: the session that `backtest` runs, with its own
/// tape on, a simulated broker and the full ledger.
final class EngineBench {
  private final Workload workload;
  private final Path scratch;

  /// @param scratch empty folder for tapes, removed by the caller
  EngineBench(Workload workload, Path scratch) {
    this.workload = workload;
    this.scratch = scratch;
  }

  /// Trades from a tape on disk, one session after another.
  List<Figure> trades() {
    long[][] session = BenchMarket.session(workload.sessionTrades());
    Path tape = scratch.resolve("session.tape");
    BenchMarket.write(session, tape);
    long events = (long) workload.days() * workload.sessionTrades();
    Playbook playbook = BenchMarket.smaCross(false);
    Figure figure =
        measured(
            "engine-trades", "trades/s", "tape", playbook, () -> BenchMarket.days(tape, events));
    RunResult oneDay = run(playbook, () -> TapeFeed.of(List.of(tape), BenchMarket.instruments()));
    return List.of(
        figure,
        Figure.of(
            "engine-trades.one-day-equity",
            oneDay.holdings().equity().toDouble(),
            "USD",
            "source",
            "tape",
            "final_equity",
            oneDay.holdings().equity().toString(),
            "orders",
            oneDay.orders(),
            "fills",
            oneDay.fills()));
  }

  /// Finished minute bars from memory.
  List<Figure> bars() {
    long[] closes = BenchMarket.walk(workload.bars());
    return List.of(
        measured(
            "engine-bars",
            "bars/s",
            "memory",
            BenchMarket.smaCross(true),
            () -> BenchMarket.minuteBars(closes)));
  }

  /// Times whole runs once the compilers have settled, each with a new tape; the last one's file is
  /// removed before the clock starts.
  private Figure measured(
      String name, String unit, String source, Playbook playbook, Supplier<Feed> feed) {
    RunResult result = run(playbook, feed);
    if (result.orders() == 0) {
      throw new IllegalStateException(
          "a benchmark of the engine must trade, but %s made no order".formatted(name));
    }
    for (int i = 1; i < workload.warmUps(); i++) {
      run(playbook, feed);
    }
    double[] seconds = new double[workload.runs()];
    for (int i = 0; i < seconds.length; i++) {
      remove(runTape());
      seconds[i] = Stopwatch.seconds(() -> walk(playbook, feed));
    }
    return figure(name, unit, source, seconds, result);
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
    remove(runTape());
    return walk(playbook, source);
  }

  private RunResult walk(Playbook playbook, Supplier<Feed> source) {
    try (Tape tape = BenchMarket.tape(runTape());
        Feed feed = source.get()) {
      return BacktestSession.of(
              playbook,
              BenchMarket.instruments(),
              AgentCatalogue.of(scratch.resolve("strategies")),
              Calendars::named)
          .run(feed, List.of(), tape, Progress.none());
    }
  }

  private Path runTape() {
    return scratch.resolve("run.tape");
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
