package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.chance.Philox;

/// A real process that is killed without warning (SIGKILL) at random moments and goes on each time.
class KilledRunTest {
  private static final long STEPS = 6_400;
  private static final long LONGEST_ROUND_NS = 5_000_000;

  @TempDir Path folder;

  @Test
  void aRunKilledThreeTimesIsTheUninterruptedOneBitForBit() throws Exception {
    assertSurvives(3, 1);
  }

  @Test
  @Tag("full")
  void aRunKilledTenTimesIsTheUninterruptedOneBitForBit() throws Exception {
    assertSurvives(10, 2);
  }

  private void assertSurvives(int kills, long seed) throws Exception {
    SmallRun whole = run("whole");
    SmallRun killed = run("killed");
    whole.begin();
    RandomGenerator chance = Philox.seeded(seed);

    for (int kill = 0; kill < kills; kill++) {
      // Spread over the run, the last one well before its end.
      long least = STEPS * kill / (kills + 1);
      long step = least + chance.nextLong(STEPS / (kills + 1));
      killAfter(step, chance.nextLong(LONGEST_ROUND_NS), process(kill > 0, killed));
      assertThat(killed.folder().manifest().result()).as("kill %s", kill).isNull();
    }
    Process last = process(true, killed);
    try (BufferedReader said = last.inputReader()) {
      List<String> lines = said.lines().toList();
      assertThat(last.waitFor()).as(lines.toString()).isZero();
    }

    for (String file : List.of("last.safetensors", "model.safetensors")) {
      assertThat(weights(killed, file)).as(file).isEqualTo(weights(whole, file));
    }
    assertThat(killed.metrics()).isEqualTo(whole.metrics());
  }

  private SmallRun run(String name) throws IOException {
    return SmallRun.in(Files.createDirectory(folder.resolve(name)), SmallRun.settings(STEPS));
  }

  private static Object weights(SmallRun run, String file) {
    return quorate.learning.weights.Safetensors.read(run.folder().path().resolve(file)).tensors();
  }

  /// Kills the process some time after it has said that it is past a step.
  private static void killAfter(long step, long delayNs, Process process) throws Exception {
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("step ") && Long.parseLong(line.substring(5)) >= step) {
          break;
        }
      }
      LockSupport.parkNanos(delayNs); // so that it may be in the middle of anything
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as("killed, not ended").isEqualTo(128 + 9);
  }

  private static Process process(boolean resume, SmallRun run) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Killed.class.getName(),
            resume ? "resume" : "begin",
            run.folder().path().toString())
        .redirectErrorStream(true)
        .start();
  }

  /// What is killed: says each step at which it writes figures.
  static final class Killed {
    private Killed() {}

    public static void main(String[] arguments) {
      SmallRun run = SmallRun.in(Path.of(arguments[1]), SmallRun.settings(STEPS));
      Surroundings around =
          SmallRun.surroundings(() -> false, step -> System.out.println("step " + step));
      if (arguments[0].equals("resume")) {
        TrainingRun.resume(run.folder(), run.trainee(), around);
      } else {
        TrainingRun.begin(run.folder(), run.manifest(), run.trainee(), around);
      }
    }
  }
}
