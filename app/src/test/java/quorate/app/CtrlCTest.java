package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.CtrlC;
import quorate.learning.environment.Simulation;
import quorate.learning.replay.Recorder;
import quorate.learning.weights.Safetensors;
import quorate.learning.world.Pendulum;

/// A real process of its own, and a real signal.
class CtrlCTest {
  private static final String ENDLESS_AGENT =
      """
      import java.nio.file.Files;
      import java.nio.file.Path;
      import quorate.agents.Agent;
      import quorate.agents.AgentParameters;
      import quorate.domain.Observation;
      import quorate.domain.Opinion;
      import quorate.domain.View;

      /// Thinks until somebody interrupts it.
      public final class Endless implements Agent {
        private final View view;

        public Endless(AgentParameters parameters) {
          view = View.of(parameters.timeframe(), "close");
        }

        @Override
        public View view() {
          return view;
        }

        @Override
        public Opinion opine(Observation seen) {
          try {
            Files.writeString(Path.of("SIGN"), "thinking");
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return Opinion.abstain("interrupted");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void duringABacktestLeavesNothingHalfDone() throws Exception {
    CtrlC.require();
    Workbench bench = new Workbench(folder).ingested();
    Path signs = Files.createDirectories(folder.resolve("signs"));
    bench.write(
        "strategies/Endless.java",
        ENDLESS_AGENT.replace("SIGN", signs.resolve("thinking").toString()));
    Path playbook = bench.at("playbooks/waves.yaml");
    Files.writeString(playbook, Files.readString(playbook).replace("- reversion", "- Endless"));
    Process backtest = start(bench.line("backtest", "waves"));
    awaitFileIn(signs);

    CtrlC.type(backtest);

    assertThat(backtest.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(backtest.exitValue()).isEqualTo(130);
    assertThat(bench.runs()).isEmpty();
    assertThat(folder.resolve("output"))
        .content()
        .containsOnlyOnce(
            "quorate: interrupted; what is finished stays, run the command again to go on")
        .doesNotContain("Exception");
  }

  @Test
  void duringATrainingKeepsWhereItStandsAndTheRunGoesOnAsIfItHadNotBeen() throws Exception {
    CtrlC.require();
    Workbench bench = new Workbench(folder);
    List<String> line =
        bench.line(
            "train",
            "cart-pole",
            "--set",
            "steps=128",
            "--set",
            "hidden=16",
            "--steps",
            "12800",
            "--evaluate-every",
            "1280",
            "--episodes",
            "2",
            "--checkpoint-every",
            "1000000");

    Path stopped = interrupted(bench, line, "ppo on CartPole-v1");

    assertThat(resumed(bench, stopped).exitCode()).isZero();
    CommandLineSession whole = CommandLineSession.of(line.toArray(String[]::new));
    assertThat(whole.exitCode()).isZero();
    assertThat(bench.runs()).hasSize(2);
    assertThat(lastWeights(bench.runs().get(0))).isEqualTo(lastWeights(bench.runs().get(1)));
  }

  /// The run has a copy of what it learns from, so the file need not stay.
  @Test
  void duringLearningFromARecordingTheRunGoesOnAsIfItHadNotBeen() throws Exception {
    CtrlC.require();
    Workbench bench = new Workbench(folder);
    Path steps = bench.at("swings.safetensors");
    new Recorder(1, 3)
        .record((seen, into) -> into[0] = 0, Simulation.of(new Pendulum(), 1), 1_000)
        .write(steps, "Pendulum-v1");
    Path moved = bench.at("moved.safetensors");
    Files.copy(steps, moved);
    List<String> line =
        bench.line(
            "train",
            "pendulum",
            "--algorithm",
            "cql",
            "--recording",
            steps.toString(),
            "--set",
            "hidden=16",
            "--steps",
            "1500",
            "--evaluate-every",
            "500",
            "--episodes",
            "2",
            "--checkpoint-every",
            "1000000");

    Path stopped = interrupted(bench, line, "cql on Pendulum-v1");
    Files.delete(steps);
    CommandLineSession resumed = resumed(bench, stopped);

    assertThat(resumed.exitCode()).isZero();
    Files.copy(moved, steps);
    assertThat(CommandLineSession.of(line.toArray(String[]::new)).exitCode()).isZero();
    assertThat(bench.runs()).hasSize(2);
    assertThat(lastWeights(bench.runs().get(0))).isEqualTo(lastWeights(bench.runs().get(1)));
  }

  /// What is to be kept cannot be, so to say that it goes on as if nothing had been were untrue.
  @Test
  void aFailureOnTheWayOutIsToldAsOne() throws Exception {
    CtrlC.require();
    Workbench bench = new Workbench(folder);
    Path runs = Files.createDirectories(bench.at("runs"));
    Process training =
        start(
            bench.line(
                "train",
                "cart-pole",
                "--set",
                "steps=128",
                "--set",
                "hidden=16",
                "--steps",
                "10_000_000",
                "--checkpoint-every",
                "1000000000",
                "--json"));
    awaitFileIn(runs);
    Path run = bench.runs().getFirst();
    awaitFileIn(run, "metrics.jsonl"); // comes after the first checkpoint
    Path inTheWay = Files.createDirectories(run.resolve("checkpoint.part"));
    Files.createFile(inTheWay.resolve("something"));

    CtrlC.type(training);

    assertThat(training.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(training.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("output"))
        .content()
        .containsPattern("quorate: checkpoint .* cannot be written: .*checkpoint.part")
        .containsPattern("\\{\"error\":\"checkpoint .*\"exit\":130}")
        .contains("quorate: interrupted\n")
        .doesNotContain("to go on, type");
  }

  /// The folder of a run that was stopped by Ctrl-C as it began, and said how to go on.
  private Path interrupted(Workbench bench, List<String> line, String what) throws Exception {
    Path runs = Files.createDirectories(bench.at("runs"));
    Process training = start(line);
    awaitFileIn(runs);
    CtrlC.type(training);
    assertThat(training.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Path run = bench.runs().getFirst();
    assertThat(training.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("output"))
        .content()
        .containsOnlyOnce(
            "quorate: interrupted; to go on, type ./quorate train --resume " + run.getFileName())
        .contains(what + ": stopped by hand after")
        .doesNotContain("run the command again")
        .doesNotContain("Exception");
    return run;
  }

  private static CommandLineSession resumed(Workbench bench, Path run) {
    return bench.run("train", "--resume", String.valueOf(run.getFileName()));
  }

  private static Object lastWeights(Path run) {
    return Safetensors.read(run.resolve("last.safetensors")).tensors();
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("quorate.app.Quorate");
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private static void awaitFileIn(Path signs) throws IOException, InterruptedException {
    awaitFileIn(signs, "");
  }

  private static void awaitFileIn(Path signs, String name)
      throws IOException, InterruptedException {
    try (WatchService watch = signs.getFileSystem().newWatchService()) {
      signs.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (!isThere(signs, name)) {
        @Nullable WatchKey news = watch.poll(60, TimeUnit.SECONDS);
        assertThat(news).as("a file %s within a minute", name).isNotNull();
        news.pollEvents();
        news.reset();
      }
    }
  }

  /// @param name empty for any
  private static boolean isThere(Path signs, String name) throws IOException {
    try (var files = Files.list(signs)) {
      return files.anyMatch(file -> name.isEmpty() || file.endsWith(name));
    }
  }
}
