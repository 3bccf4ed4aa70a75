package quorate.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the launcher runs once after a build, so that the JVM can keep the classes that an ingest,
/// a backtest and its report load, ready linked, in its start-up cache.
///
/// A small market goes the whole walk in a folder that is removed afterwards. Prints nothing; ends
/// with 1 when a step does not work, and there is no cache then.
final class StartUp {
  private static final int TRADES = 3_000;

  /// 2024-01-02 00:00 UTC.
  private static final long START_S = 1_704_153_600L;

  private StartUp() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("quorate-start-up");
    try {
      write(folder);
      run(folder, "ingest", folder.resolve("btc.csv").toString(), "--mapping", "btc");
      run(folder, "backtest", "btc", "--json");
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void run(Path folder, String... arguments) {
    List<String> all =
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--settings", folder.resolve("quorate.yaml").toString()))
            .toList();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = Quorate.execute(nowhere, err, all.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("start-up must go the whole walk, but ended with " + code);
    }
  }

  private static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("quorate.yaml"),
        """
        data: {lake: "%1$s/lake", tapes: "%1$s/tape", mappings: "%1$s/mappings"}
        storage: {runs: "%1$s/runs", playbooks: "%1$s/playbooks", strategies: "%1$s/strategies"}
        """
            .formatted(folder));
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(
        mappings.resolve("btc.yaml"),
        """
        source: start-up
        dataset: trades
        kind: trades
        instrument: {symbol: BTC-USD}
        time: {form: epoch_s}
        columns: {quantity: size}
        """);
    Path playbooks = Files.createDirectories(folder.resolve("playbooks"));
    Files.writeString(
        playbooks.resolve("btc.yaml"),
        """
        name: btc
        data: {instruments: [BTC-USD]}
        council:
          timeframe: 5m
          flat: yields
          members:
            - agent: trend
              parameters: {fast: 3, slow: 9, adx_threshold: 0}
            - reversion
        """);
    StringBuilder rows = new StringBuilder("time,price,size\n");
    for (int i = 0; i < TRADES; i++) {
      double price = 1_000 + 50 * Math.sin(i * 2 * Math.PI / 360);
      rows.append(START_S + i * 60L).append(',').append(Math.round(price)).append(",10\n");
    }
    Files.writeString(folder.resolve("btc.csv"), rows);
  }
}
