package quorate.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.app.CommandLines;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.JournalEntry.OrderApproved;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.market.tape.TapeReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same session of trades through the benchmark, and as a vendor's file through `ingest`, the
/// lake and `backtest`.
class EngineBenchTest {
  private static final Workload WORKLOAD = Workload.quick();

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private List<Figure> figures;

  @SuppressWarnings("NullAway.Init") // made before each test
  private JsonNode backtest;

  @BeforeEach
  void runBoth() throws Exception {
    Path scratch = Files.createDirectories(folder.resolve("bench"));
    figures = new EngineBench(WORKLOAD, scratch).trades();
    IngestBench.write(BenchMarket.session(WORKLOAD.sessionTrades()), folder.resolve("session.csv"));
    write(
        "quorate.yaml",
        """
        data: {lake: %1$s/lake, tapes: %1$s/tape, mappings: %1$s/mappings, instruments: %1$s/instruments.yaml}
        storage: {runs: %1$s/runs, playbooks: %1$s/playbooks, strategies: %1$s/strategies}
        """
            .formatted(folder));
    write(
        "instruments.yaml",
        """
        instruments:
          - {symbol: BENCH, venue: SYNTHETIC, sector: benchmark, kind: future, contracts: false,
             tick: 0.25, multiplier: 50, calendar: CRYPTO_24_7}
        """);
    write(
        "mappings/bench.yaml",
        """
        source: bench
        dataset: trades
        kind: trades
        instrument: {symbol: BENCH}
        time: {form: epoch_ms}
        columns: {quantity: size}
        """);
    write(
        "playbooks/cross.yaml",
        """
        name: bench-sma-cross
        capital: {amount: 1000000000}
        data: {instruments: [BENCH]}
        council:
          timeframe: 1m
          confidence: 0
          members:
            - name: cross
              agent: trend
              parameters: {fast: 10, slow: 30, adx_threshold: 0, confidence: fixed}
        allocation: {method: fixed, size: 1}
        """);
    quorate("ingest", folder.resolve("session.csv").toString(), "--mapping", "bench");
    backtest = JsonMapper.shared().readTree(quorate("backtest", "cross", "--json"));
  }

  @Test
  void endsWithExactlyTheEquityOfABacktestOfTheSameTrades() throws Exception {
    Figure oneDay = figures.get(1);

    assertThat(oneDay.name()).isEqualTo("engine-trades.one-day-equity");
    assertThat(backtest.get("final_equity").asDouble()).isEqualTo(oneDay.value());
    assertThat(backtest.get("events").asLong()).isEqualTo(WORKLOAD.sessionTrades());
    assertThat(oneDay.details())
        .extractingByKey("orders")
        .isEqualTo(entries(benchTape()).stream().filter(OrderApproved.class::isInstance).count());
  }

  @Test
  void writesTheTapeOfThatBacktestEntryByEntry() throws Exception {
    List<JournalEntry> benchmark = entries(benchTape());

    List<JournalEntry> recorded =
        entries(Path.of(backtest.get("folder").asString()).resolve("run.tape"));

    assertThat(benchmark).hasAtLeastOneElementOfType(OrderFilled.class);
    assertThat(recorded).isEqualTo(benchmark);
  }

  /// The benchmark's last run is that of one session.
  private Path benchTape() {
    return folder.resolve("bench/run.tape");
  }

  /// Everything but where the input came from.
  private static List<JournalEntry> entries(Path file) {
    List<JournalEntry> entries = new ArrayList<>();
    try (TapeReader tape = TapeReader.open(file)) {
      while (tape.next()) {
        if (!tape.isEvent() && !(tape.journal() instanceof InputReferenced)) {
          entries.add(tape.journal());
        }
      }
    }
    return entries;
  }

  private String quorate(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--settings", folder.resolve("quorate.yaml").toString()));
    return CommandLines.output(all);
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
