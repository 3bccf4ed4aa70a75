package quorate.app.train;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.settings.LearningSettings;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Interruption;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.engine.run.CodeVersion;
import quorate.learning.environment.World;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.log.Mlflow;
import quorate.learning.log.MlflowSettings;
import quorate.learning.log.RunLog;
import quorate.learning.replay.MemoryShortageException;
import quorate.learning.replay.Recording;
import quorate.learning.run.RunException;
import quorate.learning.run.RunResult;
import quorate.learning.run.RunSettings;
import quorate.learning.run.Surroundings;
import quorate.learning.run.Trainee;
import quorate.learning.run.TrainingFolder;
import quorate.learning.run.TrainingManifest;
import quorate.learning.run.TrainingRun;
import quorate.learning.weights.WeightsException;

/// Makes a run's folder, trains and says what came of it.
final class Training {
  private final Workplace workplace;
  private final Screen screen;
  private final Clock clock;
  private final Path runs;
  private final Kernels kernels = Kernels.fastest();

  Training(Workplace workplace, Screen screen, Clock clock) {
    this.workplace = workplace;
    this.screen = screen;
    this.clock = clock;
    runs = workplace.at(workplace.settings().storage().runs());
  }

  /// @param recorded where steps to learn from are, if the algorithm learns from such
  /// @return the exit code
  int begin(
      Recipe<?> recipe,
      Recipe.Ready ready,
      World world,
      long seed,
      RunSettings settings,
      @Nullable Path recorded) {
    // Made before the folder, so that a refusal leaves none.
    @Nullable Recording recording = recorded == null ? null : recording(recorded, world);
    Trainee trainee = make(recipe, ready, task(world, seed, settings, recording));
    @Nullable URI mlflow = mlflow();
    try (Interruption interruption = Interruption.asking()) {
      TrainingFolder folder =
          TrainingFolder.begin(runs, recipe.name() + "-" + WorldNames.of(world), clock);
      if (recording != null) {
        recording.write(folder.recording(), world.name());
      }
      TrainingManifest manifest =
          new TrainingManifest(
              folder.id(),
              TrainingManifest.KIND,
              recipe.name(),
              world.name(),
              ready.preset(),
              seed,
              ready.settings(),
              settings,
              clock.instant().toString(),
              code(),
              kernels.description(),
              java(),
              null);
      return train(
          interruption,
          folder,
          manifest,
          mlflow,
          around -> TrainingRun.begin(folder, manifest, trainee, around));
    }
  }

  /// @return the exit code
  int resume(String name) {
    TrainingFolder folder = find(name);
    TrainingManifest manifest = folder.manifest();
    Trainee trainee = asBefore(folder, manifest);
    if (!manifest.code().equals(code())) {
      screen.remark(
          "quorate: the program has changed since this run began; it goes on, but may not give what"
              + " it would have given");
    }
    @Nullable URI mlflow = mlflow();
    try (Interruption interruption = Interruption.asking()) {
      return train(
          interruption,
          folder,
          manifest,
          mlflow,
          around -> TrainingRun.resume(folder, trainee, around));
    }
  }

  /// What a run has come to.
  ///
  /// @throws WrongNameException when there is no such run
  /// @throws RunException when its manifest or checkpoint is damaged or another's
  Learned learned(String name) {
    TrainingFolder folder = find(name);
    TrainingManifest manifest = folder.manifest();
    Learner learner = asBefore(folder, manifest).learner();
    TrainingRun.load(folder, learner);
    return new Learned(manifest, WorldNames.find(manifest.world()), learner);
  }

  /// @param learner as the run's checkpoint has it
  record Learned(TrainingManifest manifest, World world, Learner learner) {}

  /// What a run began with.
  private Trainee asBefore(TrainingFolder folder, TrainingManifest manifest) {
    try {
      World world = WorldNames.find(manifest.world());
      Recipe<?> recipe = Recipe.named(manifest.algorithm(), world);
      recipe.check(world, recipe.recorded());
      Recipe.Ready ready = recipe.ready(manifest.preset(), world, manifest.settings());
      @Nullable Recording recording = recipe.recorded() ? copy(folder, world) : null;
      return make(recipe, ready, task(world, manifest.seed(), manifest.run(), recording));
    } catch (WrongNameException e) {
      throw new RunException(
          "%s must be as the run wrote it, but cannot be: %s; put it back as it was, or begin the run again"
              .formatted(folder.manifestFile(), e.getMessage()),
          e);
    }
  }

  /// The run's own copy of what it learns from.
  private static Recording copy(TrainingFolder folder, World world) {
    try {
      return recording(folder.recording(), world);
    } catch (WrongNameException e) {
      throw new RunException(
          "a run that learns from recorded steps must have its copy of them, but %s; put it back as it was, or begin the run again"
              .formatted(e.getMessage()),
          e);
    }
  }

  /// @throws WrongNameException when settings that are right one by one are not together, or not
  ///   for this world or this machine
  /// @throws StopException when it does not fit into memory
  private static Trainee make(Recipe<?> recipe, Recipe.Ready ready, Task task) {
    try {
      return ready.maker().apply(task);
    } catch (MemoryShortageException e) {
      throw new StopException(
          "%s cannot learn %s: %s; %s, or give it more: QUORATE_JVM_FLAGS=-Xmx%dg ./quorate …"
              .formatted(
                  recipe.name(),
                  WorldNames.of(task.world()),
                  e.shortage(),
                  recipe.recorded() ? "record fewer steps" : "hold fewer with --set memory=<steps>",
                  gigabytes(e.bytes())),
          e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      String why =
          e instanceof ArithmeticException
              ? "they ask for more numbers than an array can hold; choose smaller ones"
              : e.getMessage();
      throw new WrongNameException(
          "%s cannot learn %s with these settings: %s"
              .formatted(recipe.name(), WorldNames.of(task.world()), why),
          e);
    }
  }

  /// For the steps, as much again for what is made of them while a checkpoint is written, and for
  /// all else.
  private static long gigabytes(long bytes) {
    return Math.ceilDiv(2 * bytes, 1L << 30) + 1;
  }

  private static Recording recording(Path file, World world) {
    try {
      return Recording.read(file, world.name());
    } catch (WeightsException | IllegalArgumentException e) {
      throw new WrongNameException(String.valueOf(e.getMessage()), e);
    }
  }

  private TrainingFolder find(String name) {
    try {
      return TrainingFolder.find(runs, name);
    } catch (RunException e) {
      throw new WrongNameException(String.valueOf(e.getMessage()), e);
    }
  }

  private Task task(World world, long seed, RunSettings settings, @Nullable Recording recording) {
    return new Task(kernels, world, settings.steps(), seed, settings.episodes(), recording);
  }

  private interface Run {
    RunResult train(Surroundings around);
  }

  private int train(
      Interruption interruption,
      TrainingFolder folder,
      TrainingManifest manifest,
      @Nullable URI mlflow,
      Run run) {
    interruption.goOnWith("./quorate train --resume " + folder.id());
    String task = manifest.algorithm() + " " + manifest.world();
    RunResult result;
    try (Progress progress = screen.progress(task, manifest.run().steps())) {
      Surroundings around =
          new Surroundings(
              clock,
              Training::processorTime,
              logs(folder, mlflow),
              interruption::isAsked,
              (steps, speed, newest) -> progress.at(steps, note(speed, newest)));
      result = run.train(around);
    }
    TrainingWords words = new TrainingWords(folder, manifest, result);
    screen.line(words.sentence());
    screen.json(words.asMap());
    return result.end() == RunResult.End.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private static String note(double stepsPerSecond, double newestReturn) {
    String speed = "%,.0f steps/s".formatted(stepsPerSecond);
    return Double.isNaN(newestReturn) ? speed : "%s, return %.1f".formatted(speed, newestReturn);
  }

  private List<RunLog> logs(TrainingFolder folder, @Nullable URI mlflow) {
    if (mlflow == null) {
      return List.of();
    }
    String experiment = workplace.settings().learning().mlflow().experiment();
    return List.of(
        Mlflow.start(
            MlflowSettings.defaults(mlflow, experiment, folder.id()),
            clock,
            sentence -> screen.remark("quorate: " + sentence)));
  }

  /// The tracking server, with the name and password of the environment.
  private @Nullable URI mlflow() {
    LearningSettings.Mlflow settings = workplace.settings().learning().mlflow();
    if (settings.trackingUri().isEmpty()) {
      return null;
    }
    try {
      return address(settings.trackingUri(), System.getenv());
    } catch (URISyntaxException e) {
      throw new WrongNameException(
          "learning.mlflow.tracking_uri must be like http://localhost:5000, but was \"%s\""
              .formatted(settings.trackingUri()),
          e);
    }
  }

  static URI address(String trackingUri, Map<String, String> environment)
      throws URISyntaxException {
    URI plain = new URI(trackingUri);
    if (plain.getHost() == null) {
      throw new URISyntaxException(trackingUri, "no host");
    }
    String user = environment.get("MLFLOW_TRACKING_USERNAME");
    String password = environment.get("MLFLOW_TRACKING_PASSWORD");
    if (user == null || password == null) {
      return plain;
    }
    return new URI(
        plain.getScheme(),
        user + ":" + password,
        plain.getHost(),
        plain.getPort(),
        plain.getPath(),
        null,
        null);
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static String code() {
    return CodeVersion.ofClassPath(System.getProperty("java.class.path"));
  }

  private static String java() {
    return "%s, %s"
        .formatted(
            Runtime.version(),
            Objects.requireNonNullElse(System.getProperty("java.vm.vendor"), ""));
  }

  /// The folder as a person would type it.
  static String shown(TrainingFolder folder) {
    return Home.shown(folder.path());
  }
}
