package quorate.learning.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.learning.environment.NotFiniteException;
import quorate.learning.graph.Tensor;
import quorate.learning.learner.Learner;
import quorate.learning.log.EventFile;
import quorate.learning.log.MetricsFile;
import quorate.learning.log.RunLog;
import quorate.learning.log.RunLogs;
import quorate.learning.run.RunResult.End;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.weights.NamedTensor;
import quorate.learning.weights.Safetensors;

/// A learner's way from its seed to trained weights, in a folder from which it can go on after the
/// process was stopped anywhere.
///
/// What happens at which step depends on steps alone, never on time, so that a resumed run is the
/// uninterrupted one bit for bit: it goes back to its last checkpoint and says again in its logs
/// what it had said since then. Numbers are looked at whenever figures are written and before every
/// checkpoint, so a checkpoint is always a good one. Not for use by two threads.
public final class TrainingRun {
  /// So that evaluations begin from other states than training does.
  private static final long EVALUATION_SEED = 0x6576616C75617465L;

  /// So that the last figure is from states that chose neither the best weights nor the end.
  private static final long FINAL_SEED = 0x66696E616C000000L;

  private final TrainingFolder folder;
  private final TrainingManifest manifest;
  private final RunSettings settings;
  private final Learner learner;
  private final Trainee trainee;
  private final Surroundings around;
  private final Duration cpuAtStart;
  private final Instant beganAt;

  private long stepsAtStart;
  private long checkpointAt;
  private @Nullable Evaluation best;
  private long bestAt;
  private int evaluationsSinceBest;
  private @Nullable String enough;
  private double secondsBefore;
  private double cpuSecondsBefore;

  private TrainingRun(
      TrainingFolder folder, TrainingManifest manifest, Trainee trainee, Surroundings around) {
    this.folder = folder;
    this.manifest = manifest;
    this.settings = manifest.run();
    this.trainee = trainee;
    this.learner = trainee.learner();
    this.around = around;
    cpuAtStart = around.cpu().get();
    beganAt = around.clock().instant();
  }

  /// Begins a run in an empty folder and trains to its end.
  ///
  /// @throws DivergedException when its numbers are none any more
  /// @throws RunException when the folder cannot be written
  public static RunResult begin(
      TrainingFolder folder, TrainingManifest manifest, Trainee trainee, Surroundings around) {
    TrainingRun run = new TrainingRun(folder, manifest, trainee, around);
    try (RunLock _ = RunLock.of(folder)) {
      folder.write(manifest);
      run.saveCheckpoint();
      return run.train(EventFile.create(folder.events(), around.clock()));
    }
  }

  /// Goes on from the folder's checkpoint and trains to the end.
  ///
  /// @param trainee made as for the beginning; its state is replaced
  /// @throws DivergedException when its numbers are none any more
  /// @throws RunException when the run is over or under way in another process, one of its files is
  ///   missing, or the checkpoint is damaged or another's
  public static RunResult resume(TrainingFolder folder, Trainee trainee, Surroundings around) {
    try (RunLock _ = RunLock.of(folder)) {
      return resumeAlone(folder, trainee, around);
    }
  }

  private static RunResult resumeAlone(
      TrainingFolder folder, Trainee trainee, Surroundings around) {
    TrainingManifest manifest = folder.manifest();
    RunResult before = manifest.result();
    if (before != null && before.end() == End.FINISHED) {
      throw new RunException(
          "run %s has come to its end after %,d steps (%s): there is nothing to go on with"
              .formatted(folder.id(), before.steps(), before.why()));
    }
    folder.checkFigures();
    TrainingRun run = new TrainingRun(folder, manifest.with(null), trainee, around);
    Checkpoint.read(folder.checkpoint(), manifest.whose(), run::load);
    folder.write(run.manifest);
    return run.train(EventFile.resume(folder.events(), around.clock(), run.learner.steps() + 1));
  }

  /// Brings a learner to where the folder's checkpoint is, to do something else with it; the run
  /// stays as it is.
  ///
  /// @param learner made as for the beginning; its state is replaced
  /// @throws RunException when the checkpoint is damaged or another's
  public static void load(TrainingFolder folder, Learner learner) {
    Checkpoint.read(
        folder.checkpoint(),
        folder.manifest().whose(),
        in -> {
          Standing.load(in);
          load(in, learner);
        });
  }

  private RunResult train(EventFile events) {
    List<RunLog> logs = new ArrayList<>();
    logs.add(MetricsFile.append(folder.metrics()));
    logs.add(events);
    logs.addAll(around.logs());
    stepsAtStart = learner.steps();
    try (RunLog log = RunLogs.all(logs)) {
      log.parameters(manifest.parameters());
      RunResult result = train(log);
      folder.write(manifest.with(result));
      return result;
    }
  }

  private RunResult train(RunLog log) {
    try {
      return trainToTheEnd(log);
    } catch (RuntimeException e) {
      log.fail();
      throw e;
    }
  }

  private RunResult trainToTheEnd(RunLog log) {
    try {
      while (enough == null && learner.steps() < settings.steps()) {
        if (around.stop().getAsBoolean()) {
          saveCheckpoint();
          log.interrupt();
          return result(End.INTERRUPTED, "stopped by hand", null);
        }
        advance(log);
      }
      return finish(log);
    } catch (NotFiniteException e) {
      throw diverged(String.valueOf(e.getMessage()));
    }
  }

  private void advance(RunLog log) {
    long before = learner.steps();
    try {
      learner.advance();
    } catch (IllegalArgumentException e) {
      checkWeights(); // NaN weights choose NaN actions, which the world refuses
      throw e;
    }
    boolean isLast = learner.steps() >= settings.steps();
    if (isLast || crosses(before, settings.logEvery())) {
      logFigures(log);
    }
    if (isLast || crosses(before, settings.evaluateEvery())) {
      evaluate(log);
    }
    if (crosses(before, settings.checkpointEvery())) {
      log.flush();
      saveCheckpoint();
    }
  }

  private boolean crosses(long before, long every) {
    return before / every != learner.steps() / every;
  }

  private void logFigures(RunLog log) {
    long steps = learner.steps();
    learner.figures((name, value) -> {
      log.scalar("train/" + name, steps, value);
      if (name.equals("loss") || name.endsWith("_loss")) {
        checkLoss(name, value);
      }
    });
    checkWeights();
    var episodes = trainee.episodes();
    if (episodes.episodes() > 0) {
      log.scalar("rollout/return", steps, episodes.meanReturn());
      log.scalar("rollout/length", steps, episodes.meanLength());
      log.scalar("rollout/episodes", steps, (double) episodes.episodes());
    }
    double speed = (steps - stepsAtStart) / Math.max(1e-3, secondsHere());
    log.scalar("time/steps_per_second", steps, speed);
    log.flush();
    around.watcher().at(steps, speed, episodes.meanReturn());
  }

  private void evaluate(RunLog log) {
    checkWeights();
    long steps = learner.steps();
    Evaluation now =
        Evaluation.of(learner, trainee.evaluation(), manifest.seed() ^ EVALUATION_SEED);
    log.scalar("evaluation/return", steps, now.meanReturn());
    log.scalar("evaluation/deviation", steps, now.deviation());
    log.scalar("evaluation/length", steps, now.meanLength());
    log.flush();
    if (best == null || now.meanReturn() > best.meanReturn()) {
      best = now;
      bestAt = steps;
      evaluationsSinceBest = 0;
      saveModel(folder.model(), now);
    } else {
      evaluationsSinceBest++;
    }
    Double wanted = settings.stopAtReturn();
    if (wanted != null && now.meanReturn() >= wanted) {
      enough = "an evaluation reached the return of " + wanted;
    } else if (settings.patience() > 0 && evaluationsSinceBest >= settings.patience()) {
      enough = "no better evaluation in the last " + settings.patience();
    }
  }

  private RunResult finish(RunLog log) {
    Evaluation reached = Evaluation.of(learner, trainee.evaluation(), manifest.seed() ^ FINAL_SEED);
    log.scalar("final/return", learner.steps(), reached.meanReturn());
    log.scalar("final/deviation", learner.steps(), reached.deviation());
    saveModel(folder.lastModel(), reached);
    log.flush();
    saveCheckpoint();
    return result(End.FINISHED, enough == null ? "all steps were taken" : enough, reached);
  }

  private void checkLoss(String name, double value) {
    if (!Double.isFinite(value)) {
      throw diverged("%s must be finite, but was %s".formatted(name, value));
    }
    if (Math.abs(value) > settings.lossBound()) {
      throw diverged(
          "%s must be within ±%s, but was %s".formatted(name, settings.lossBound(), value));
    }
  }

  private void checkWeights() {
    for (Tensor each : learner.parameters().list()) {
      for (float value : each.values()) {
        if (!Float.isFinite(value)) {
          throw diverged(
              "every weight must be finite, but one of \"%s\" was %s"
                  .formatted(each.name(), value));
        }
      }
    }
  }

  /// The manifest learns of it too.
  private DivergedException diverged(String what) {
    folder.write(manifest.with(result(End.DIVERGED, what, null)));
    return new DivergedException(
        ("training has diverged after %,d steps: %s. The last good checkpoint, of step %,d, is %s;"
                + " begin again with gentler settings, such as a lower learning rate")
            .formatted(learner.steps(), what, checkpointAt, folder.checkpoint()));
  }

  private void saveModel(Path file, Evaluation evaluation) {
    List<NamedTensor> tensors = new ArrayList<>();
    for (Tensor each : learner.parameters().list()) {
      tensors.add(new NamedTensor(each.name(), each.shape().toArray(), each.values()));
    }
    tensors.addAll(learner.besidesWeights());
    Safetensors.write(
        file,
        tensors,
        Map.of(
            "algorithm", manifest.algorithm(),
            "world", manifest.world(),
            "run", manifest.id(),
            "steps", Long.toString(learner.steps()),
            "return", Double.toString(evaluation.meanReturn())));
  }

  private void saveCheckpoint() {
    checkWeights();
    Checkpoint.write(folder.checkpoint(), manifest.whose(), this::save);
    checkpointAt = learner.steps();
  }

  private void save(StateWriter out) {
    new Standing(
            secondsBefore + secondsHere(),
            cpuSecondsBefore + cpuSecondsHere(),
            bestAt,
            evaluationsSinceBest,
            enough,
            best)
        .save(out);
    out.mark("learner");
    learner.save(out);
    out.mark("end");
  }

  private void load(StateReader in) {
    Standing standing = Standing.load(in);
    secondsBefore = standing.seconds();
    cpuSecondsBefore = standing.cpuSeconds();
    bestAt = standing.bestAt();
    evaluationsSinceBest = standing.evaluationsSinceBest();
    enough = standing.enough();
    best = standing.best();
    load(in, learner);
    checkpointAt = learner.steps();
  }

  private static void load(StateReader in, Learner learner) {
    in.mark("learner");
    learner.load(in);
    in.mark("end");
  }

  private RunResult result(End end, String why, @Nullable Evaluation reached) {
    double seconds = secondsBefore + secondsHere();
    double cpuSeconds = cpuSecondsBefore + cpuSecondsHere();
    double speed = learner.steps() / Math.max(1e-3, seconds);
    return new RunResult(
        end, why, learner.steps(), reached, best, bestAt, seconds, cpuSeconds, speed);
  }

  private double secondsHere() {
    return seconds(Duration.between(beganAt, around.clock().instant()));
  }

  private double cpuSecondsHere() {
    return seconds(around.cpu().get().minus(cpuAtStart));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
