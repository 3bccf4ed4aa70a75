package quorate.learning.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.WatchedEpisodes;
import quorate.learning.environment.World;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.log.MetricsFile;
import quorate.learning.log.Scalar;
import quorate.learning.ppo.Ppo;
import quorate.learning.ppo.PpoSettings;
import quorate.learning.world.CartPole;

/// A run of PPO on CartPole with rounds of 128 steps, small enough to be made many times.
///
/// @param folder where it is
/// @param settings of the run
/// @param world what is learned
/// @param change made to the learner
record SmallRun(
    TrainingFolder folder, RunSettings settings, World world, UnaryOperator<Learner> change) {
  private static final int COPIES = 2;
  static final PpoSettings PPO =
      PpoSettings.stableBaselines3().withUpdates(COPIES, 64, 32, 2).withHidden(List.of(16));

  static SmallRun in(Path path, RunSettings settings) {
    return new SmallRun(new TrainingFolder(path), settings, new CartPole(), each -> each);
  }

  /// Figures every 128 steps, a checkpoint every 256, three episodes of evaluation every 512.
  static RunSettings settings(long steps) {
    return new RunSettings(steps, 128, 256, 512, 3, null, 0, 1e9);
  }

  SmallRun of(World other) {
    return new SmallRun(folder, settings, other, change);
  }

  SmallRun changed(UnaryOperator<Learner> other) {
    return new SmallRun(folder, settings, world, other);
  }

  RunResult begin() {
    return begin(() -> false);
  }

  RunResult begin(BooleanSupplier stop) {
    return TrainingRun.begin(folder, manifest(), trainee(), surroundings(stop, step -> {}));
  }

  RunResult resume() {
    return TrainingRun.resume(folder, trainee(), surroundings(() -> false, step -> {}));
  }

  TrainingManifest manifest() {
    return new TrainingManifest(
        folder.id(),
        TrainingManifest.KIND,
        "ppo",
        world.name(),
        "sb3",
        7,
        Map.of("hidden", "16"),
        settings,
        "2026-11-21T12:00:00Z",
        "00",
        "scalar",
        "25",
        null);
  }

  Trainee trainee() {
    return trainee(PPO);
  }

  Trainee trainee(PpoSettings ppo) {
    WatchedEpisodes environment = new WatchedEpisodes(Simulation.of(world, ppo.copies()), 100);
    VectorEnvironment evaluation =
        new WatchedEpisodes(Simulation.of(world, settings.episodes()), 1);
    Learner learner = new Ppo(Kernels.fastest(), environment, ppo, settings.steps(), 7);
    return new Trainee(change.apply(learner), environment.statistics(), evaluation);
  }

  /// With a clock that stands and a processor that costs nothing.
  static Surroundings surroundings(BooleanSupplier stop, java.util.function.LongConsumer told) {
    return new Surroundings(
        Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC),
        () -> Duration.ZERO,
        new ArrayList<>(),
        stop,
        (steps, speed, newestReturn) -> told.accept(steps));
  }

  /// The last of each name and step, without those that time decides.
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Scalar each : MetricsFile.read(folder.metrics())) {
      if (!each.name().startsWith("time/")) {
        metrics.put(each.name() + " at " + each.step(), each.value());
      }
    }
    return metrics;
  }
}
