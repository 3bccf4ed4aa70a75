package quorate.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.engine.BacktestSession;
import quorate.engine.Progress;
import quorate.engine.RunResult;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;
import quorate.market.tape.Tape;

/// `bench memory`: 200 million trades by default through a backtest in a JVM of its own with
/// `-Xmx256m`, and the most that process ever had resident.
final class MemoryBench {
  private static final String HEAP = "-Xmx256m";
  private static final long TIMEOUT_MINUTES = 15;

  private final Workload workload;
  private final Path scratch;

  /// @param scratch empty folder, removed by the caller
  MemoryBench(Workload workload, Path scratch) {
    this.workload = workload;
    this.scratch = scratch;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    BenchMarket.write(
        BenchMarket.session(workload.sessionTrades()), scratch.resolve("session.tape"));
    Path answer = scratch.resolve("answer.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP,
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            MemoryBench.class.getName(),
            scratch.toString(),
            Long.toString(workload.memoryTrades())));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("child.log").toFile())
            .start();
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (process.exitValue() != 0 || !Files.exists(answer)) {
      throw new IllegalStateException(
          "the measured process must end well, but ended with %d: %s"
              .formatted(
                  process.exitValue(), Files.readString(scratch.resolve("child.log")).strip()));
    }
    List<String> lines = Files.readAllLines(answer);
    return List.of(
        Figure.of(
            "memory",
            Double.parseDouble(lines.get(0)) / 1024,
            "MiB",
            "what",
            "most ever resident",
            "heap",
            HEAP,
            "events",
            Long.parseLong(lines.get(1)),
            "orders",
            Long.parseLong(lines.get(2)),
            "seconds",
            Math.round(seconds * 10) / 10.0,
            "source",
            "tape of one session, read again a day later each time"));
  }

  /// The measured process. Writes kilobytes resident at most, events and orders.
  public static void main(String[] arguments) throws IOException {
    Path scratch = Path.of(arguments[0]);
    RunResult result;
    try (Tape tape = BenchMarket.tape(scratch.resolve("run.tape"));
        Feed feed =
            BenchMarket.days(scratch.resolve("session.tape"), Long.parseLong(arguments[1]))) {
      result =
          BacktestSession.of(
                  BenchMarket.smaCross(false),
                  BenchMarket.instruments(),
                  AgentCatalogue.of(scratch.resolve("strategies")),
                  Calendars::named)
              .run(feed, List.of(), tape, Progress.none());
    }
    Files.write(
        scratch.resolve("answer.txt"),
        List.of(
            Long.toString(peakResidentKilobytes()),
            Long.toString(result.events()),
            Long.toString(result.orders())));
  }

  /// The high-water mark that Linux keeps of a process.
  private static long peakResidentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      throw new IllegalStateException("resident memory is only measured on Linux, from " + status);
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
