package quorate.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;
import quorate.domain.settings.Settings;

/// `quorate bench`: measures this machine, then Quorate on it.
@Command(
    name = "bench",
    description = {
      "Measure how fast Quorate is on this machine; a calibration comes first.",
      "Names: bars, features, engine-trades, engine-bars, ingest, memory, learning; without a name all.",
      "Of features alone: indicators, observations, covariance.",
      "Of learning alone: forward, ppo-step, ppo-cartpole, ppo-cartpole.64x128, dqn-cartpole, sac-pendulum,",
      "lstm-step, transformer-step. calibration measures the machine and no more."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Figures are medians of several runs on a seeded synthetic market, with the load printed.",
      "Examples:",
      "  ./quorate bench engine-trades",
      "  ./quorate bench bars features --json",
      "  ./quorate bench sac-pendulum"
    })
public final class BenchCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "<name>", description = "What to measure.")
  private List<String> names = List.of();

  @Option(
      names = "--quick",
      description = "Small sizes, one run each: shows that all works, but its figures mean little.")
  private boolean quick;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  BenchCommand() {}

  /// One benchmark with a folder for its files.
  private interface Bench {
    List<Figure> run(Path scratch) throws IOException, InterruptedException;
  }

  private static Map<String, Bench> benches(Workload workload) {
    Map<String, Bench> benches = new LinkedHashMap<>();
    benches.put("bars", scratch -> new BarsBench(workload).measure());
    benches.put("features", scratch -> new FeaturesBench(workload).measure());
    benches.put("engine-trades", scratch -> new EngineBench(workload, scratch).trades());
    benches.put("engine-bars", scratch -> new EngineBench(workload, scratch).bars());
    benches.put("ingest", scratch -> new IngestBench(workload, scratch).measure());
    benches.put("memory", scratch -> new MemoryBench(workload, scratch).measure());
    benches.put("learning", scratch -> new LearningBench(workload).measure(LearningBench.names()));
    return benches;
  }

  /// Parts of a benchmark that are run when they are named.
  private static Map<String, Bench> parts(Workload workload) {
    Map<String, Bench> parts = new LinkedHashMap<>();
    parts.put("calibration", scratch -> List.of());
    parts.put("indicators", scratch -> new FeaturesBench(workload).indicators());
    parts.put("observations", scratch -> new ObservationsBench(workload).measure());
    parts.put("covariance", scratch -> new CovarianceBench(workload).measure());
    for (String name : LearningBench.names()) {
      parts.put(name, scratch -> new LearningBench(workload).measure(List.of(name)));
    }
    return parts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workload workload = quick ? Workload.quick() : Workload.full();
    Map<String, Bench> benches = benches(workload);
    Set<String> wanted = new LinkedHashSet<>(names.isEmpty() ? benches.keySet() : names);
    benches.putAll(parts(workload));
    for (String name : wanted) {
      if (!benches.containsKey(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "benchmark must be one of %s, but was \"%s\"%s"
                .formatted(
                    String.join(", ", benches.keySet()),
                    name,
                    Settings.nearest(name, benches.keySet())));
      }
    }
    Calibration.measure().forEach(this::show);
    for (Map.Entry<String, Bench> bench : benches.entrySet()) {
      if (wanted.contains(bench.getKey())) {
        run(bench.getValue());
      }
    }
    return ExitCode.DONE;
  }

  private void run(Bench bench) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("quorate-bench");
    try {
      bench.run(scratch).forEach(this::show);
    } finally {
      try (Stream<Path> files = Files.walk(scratch)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void show(Figure figure) {
    screen.line(figure.text());
    screen.json(figure.asMap());
    screen.out().flush();
  }
}
