package quorate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A user's folder with settings, a mapping, a file of trades and a playbook, apart from the
/// project's own.
final class Workbench {
  /// 2024-01-02 00:00 UTC.
  private static final long START_S = 1_704_153_600L;

  private static final int TRADES = 3_000;

  private final Path folder;

  Workbench(Path folder) throws IOException {
    this.folder = folder;
    write(
        "quorate.yaml",
        """
        data:
          lake: %1$s/lake
          tapes: %1$s/tape
          mappings: %1$s/mappings
          samples: %1$s/samples
        storage:
          runs: %1$s/runs
          playbooks: %1$s/playbooks
          strategies: %1$s/strategies
        """
            .formatted(folder));
    write(
        "mappings/vendor.yaml",
        """
        source: vendor
        dataset: trades
        kind: trades
        files: "*.csv"
        instrument: {symbol: BTC-USD}
        time: {column: time, form: epoch_s}
        columns: {quantity: amount}
        """);
    playbook("waves", "");
  }

  /// A playbook with the two agents on five-minute bars.
  ///
  /// @param more further sections
  void playbook(String name, String more) throws IOException {
    write(
        "playbooks/" + name + ".yaml",
        """
        name: %s
        data: {instruments: [BTC-USD], kind: trades}
        council:
          timeframe: 5m
          flat: yields
          members:
            - agent: trend
              parameters: {fast: 3, slow: 9, adx_threshold: 0, confidence: fixed}
            - reversion
        allocation: {method: fixed, size: 1}
        %s
        """
            .formatted(name, more));
  }

  /// A trade a minute, whose price goes up and down in waves of six hours.
  Path trades() throws IOException {
    StringBuilder rows = new StringBuilder("time,price,amount\n");
    for (int i = 0; i < TRADES; i++) {
      double price = 1_000 + 50 * Math.sin(i * 2 * Math.PI / 360);
      rows.append(START_S + i * 60L).append(',').append("%.2f".formatted(price)).append(",10\n");
    }
    return write("waves.csv", rows.toString());
  }

  /// The workbench with the trades in its lake.
  Workbench ingested() throws IOException {
    CommandLineSession ingest = run("ingest", trades().toString());
    if (ingest.exitCode() != 0) {
      throw new IllegalStateException(ingest.err() + ingest.out());
    }
    return this;
  }

  CommandLineSession run(String... arguments) {
    return CommandLineSession.of(line(arguments).toArray(String[]::new));
  }

  /// The arguments with this workbench's settings.
  List<String> line(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--settings", folder.resolve("quorate.yaml").toString()));
    return all;
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  Path at(String name) {
    return folder.resolve(name);
  }

  /// Folders of runs, unfinished ones too.
  List<Path> runs() {
    Path runs = folder.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
