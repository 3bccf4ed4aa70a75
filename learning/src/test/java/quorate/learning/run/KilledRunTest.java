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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorate.domain.chance.Philox;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.WatchedEpisodes;
import quorate.learning.environment.WatchedTeam;
import quorate.learning.kernel.Kernels;
import quorate.learning.mappo.Mappo;
import quorate.learning.mappo.MappoSettings;
import quorate.learning.ppo.PpoSettings;
import quorate.learning.ppo.RecurrentPpo;
import quorate.learning.ppo.RecurrentPpoSettings;
import quorate.learning.world.CartPoleWithoutSpeeds;
import quorate.learning.world.SimpleSpread;

/// A real process that is killed without warning (SIGKILL) at random moments and goes on each time.
class KilledRunTest {
  private static final long STEPS = 6_400;
  private static final long LONGEST_ROUND_NS = 5_000_000;

  @TempDir Path folder;

  @Test
  void aRunKilledThreeTimesIsTheUninterruptedOneBitForBit() throws Exception {
    assertSurvives(Kind.PPO, STEPS, 3, 1);
  }

  @ParameterizedTest
  @EnumSource(names = "PPO", mode = EnumSource.Mode.EXCLUDE)
  void everyKindOfLearnerSurvivesAKill(Kind kind) throws Exception {
    assertSurvives(kind, 1_280, 1, 3);
  }

  @Test
  @Tag("full")
  void aRunKilledTenTimesIsTheUninterruptedOneBitForBit() throws Exception {
    assertSurvives(Kind.PPO, STEPS, 10, 2);
  }

  private void assertSurvives(Kind kind, long steps, int kills, long seed) throws Exception {
    SmallRun whole = run("whole", steps);
    SmallRun killed = run("killed", steps);
    TrainingRun.begin(
        whole.folder(),
        whole.manifest(),
        kind.trainee(whole),
        SmallRun.surroundings(() -> false, step -> {}));
    RandomGenerator chance = Philox.seeded(seed);

    for (int kill = 0; kill < kills; kill++) {
      // Spread over the run, the last one well before its end.
      long least = steps * kill / (kills + 1);
      long step = least + chance.nextLong(steps / (kills + 1));
      killAfter(step, chance.nextLong(LONGEST_ROUND_NS), process(kind, kill > 0, true, killed));
      assertThat(killed.folder().manifest().result()).as("kill %s", kill).isNull();
    }
    Process last = process(kind, true, false, killed);
    try (BufferedReader said = last.inputReader()) {
      List<String> lines = said.lines().toList();
      assertThat(last.waitFor()).as(lines.toString()).isZero();
    }

    for (String file : List.of("last.safetensors", "model.safetensors")) {
      assertThat(weights(killed, file)).as(file).isEqualTo(weights(whole, file));
    }
    assertThat(killed.metrics()).isEqualTo(whole.metrics());
  }

  private SmallRun run(String name, long steps) throws IOException {
    return SmallRun.in(Files.createDirectory(folder.resolve(name)), SmallRun.settings(steps));
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

  private static Process process(Kind kind, boolean resume, boolean awaitsDeath, SmallRun run)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Killed.class.getName(),
            kind.name(),
            Long.toString(run.settings().steps()),
            resume ? "resume" : "begin",
            Boolean.toString(awaitsDeath),
            run.folder().path().toString())
        .redirectErrorStream(true)
        .start();
  }

  /// What learns, in rounds of 128 steps.
  enum Kind {
    PPO {
      @Override
      Trainee trainee(SmallRun run) {
        return run.trainee();
      }
    },
    NORMALISED {
      @Override
      Trainee trainee(SmallRun run) {
        return run.trainee(
            PpoSettings.zoo("Acrobot-v1").withUpdates(2, 64, 32, 2).withHidden(List.of(16)));
      }
    },
    REMEMBERING {
      @Override
      Trainee trainee(SmallRun run) {
        RecurrentPpoSettings settings =
            RecurrentPpoSettings.zoo("CartPoleNoVel-v1")
                .withUpdates(2, 64, 16, 64, 2)
                .withNetworks(8, List.of(8));
        WatchedEpisodes worlds = watched(2);
        return new Trainee(
            new RecurrentPpo(Kernels.fastest(), worlds, settings, run.settings().steps(), 7),
            worlds.statistics(),
            watched(3));
      }

      private static WatchedEpisodes watched(int copies) {
        return new WatchedEpisodes(Simulation.of(new CartPoleWithoutSpeeds(), copies), 100);
      }
    },
    TEAM {
      @Override
      Trainee trainee(SmallRun run) {
        MappoSettings settings =
            MappoSettings.defaults().withUpdates(2, 64, 32, 2).withHidden(List.of(16));
        WatchedTeam worlds = watched(2);
        return new Trainee(
            new Mappo(Kernels.fastest(), worlds, settings, run.settings().steps(), 7),
            worlds.statistics(),
            watched(3));
      }

      private static WatchedTeam watched(int copies) {
        return new WatchedTeam(MultiAgentSimulation.of(new SimpleSpread(), copies), 100);
      }
    };

    abstract Trainee trainee(SmallRun run);
  }

  /// What is killed: says each step at which it writes figures. One that is to be killed stops
  /// before its end, so that a kill that a busy machine delays does not come too late.
  static final class Killed {
    private static final long LONGEST_WAIT_NS = 60_000_000_000L;

    private Killed() {}

    public static void main(String[] arguments) {
      Kind kind = Kind.valueOf(arguments[0]);
      RunSettings settings = SmallRun.settings(Long.parseLong(arguments[1]));
      boolean awaitsDeath = Boolean.parseBoolean(arguments[3]);
      SmallRun run = SmallRun.in(Path.of(arguments[4]), settings);
      Surroundings around =
          SmallRun.surroundings(
              () -> false,
              step -> {
                System.out.println("step " + step);
                if (awaitsDeath && step >= settings.steps()) {
                  LockSupport.parkNanos(LONGEST_WAIT_NS);
                }
              });
      if (arguments[2].equals("resume")) {
        TrainingRun.resume(run.folder(), kind.trainee(run), around);
      } else {
        TrainingRun.begin(run.folder(), run.manifest(), kind.trainee(run), around);
      }
    }
  }
}
