package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.learning.learner.Learner;
import quorate.learning.log.EventFile;
import quorate.learning.log.RunLog;
import quorate.learning.log.Scalar;
import quorate.learning.run.RunResult.End;
import quorate.learning.weights.Safetensors;

class TrainingRunTest {
  @TempDir Path folder;

  @Test
  void leavesWeightsFiguresAndAManifestThatSayWhatCameOfIt() throws Exception {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(1_024));

    RunResult result = run.begin();

    assertThat(result.end()).isEqualTo(End.FINISHED);
    assertThat(result.steps()).isEqualTo(1_024);
    assertThat(result.reached()).isNotNull();
    assertThat(run.folder().manifest().result()).isEqualTo(result);
    assertThat(run.folder().manifest().with(null)).isEqualTo(run.manifest());
    assertThat(Safetensors.read(run.folder().model()).metadata())
        .containsEntry("world", "CartPole-v1")
        .containsEntry("steps", Long.toString(result.bestAt()));
    assertThat(Safetensors.read(run.folder().lastModel()).tensor("actor.0.weight")).isPresent();
    assertThat(run.metrics())
        .containsKeys(
            "train/loss at 128",
            "rollout/return at 128",
            "evaluation/return at 512",
            "evaluation/return at 1024",
            "final/return at 1024")
        .doesNotContainKey("evaluation/return at 128");
    try (var files = Files.list(run.folder().events())) {
      assertThat(EventFile.read(files.findFirst().orElseThrow()))
          .extracting(Scalar::name)
          .contains("train/loss", "evaluation/return");
    }
  }

  @Test
  void whatARunHasComeToCanBePlayedWithAndTheRunStaysAsItIs() throws Exception {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(256));
    run.begin();
    byte[] before = Files.readAllBytes(run.folder().checkpoint());
    Learner learner = run.trainee().learner();

    TrainingRun.load(run.folder(), learner);

    assertThat(learner.steps()).isEqualTo(256);
    Safetensors last = Safetensors.read(run.folder().lastModel());
    assertThat(learner.parameters().list())
        .isNotEmpty()
        .allSatisfy(each ->
            assertThat(each.values())
                .containsExactly(last.tensor(each.name()).orElseThrow().values()));
    assertThat(run.folder().checkpoint()).hasBinaryContent(before);
  }

  @Test
  void evaluatesWithoutChanceOnStatesThatDifferFromTheTrainingsOwn() {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(128));
    Trainee trainee = run.trainee();

    Evaluation first = Evaluation.of(trainee.learner(), trainee.evaluation(), 5);
    Evaluation again = Evaluation.of(trainee.learner(), trainee.evaluation(), 5);
    Evaluation other = Evaluation.of(trainee.learner(), trainee.evaluation(), 6);

    assertThat(first).isEqualTo(again).isNotEqualTo(other);
    assertThat(first.episodes()).isEqualTo(3);
    assertThat(first.meanReturn()).as("a step earns 1").isEqualTo(first.meanLength());
  }

  @Test
  void keepsTheWeightsOfTheBestEvaluation() {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(4_096));

    RunResult result = run.begin();

    double best =
        run.metrics().entrySet().stream()
            .filter(each -> each.getKey().startsWith("evaluation/return"))
            .mapToDouble(java.util.Map.Entry::getValue)
            .max()
            .orElseThrow();
    assertThat(result.best()).isNotNull().extracting(Evaluation::meanReturn).isEqualTo(best);
    assertThat(Safetensors.read(run.folder().model()).metadata())
        .containsEntry("return", Double.toString(best));
  }

  @Test
  void stopsWhenAnEvaluationReachesTheWantedReturn() {
    RunResult result =
        SmallRun.in(folder, new RunSettings(100_000, 128, 256, 512, 3, 5.0, 0, 1e9)).begin();

    assertThat(result.end()).isEqualTo(End.FINISHED);
    assertThat(result.steps()).isEqualTo(512);
    assertThat(result.why()).isEqualTo("an evaluation reached the return of 5.0");
  }

  @Test
  void stopsWhenNoEvaluationIsBetterForTooLong() {
    RunResult result =
        SmallRun.in(folder, new RunSettings(100_000, 128, 256, 128, 1, null, 2, 1e9)).begin();

    assertThat(result.why()).isEqualTo("no better evaluation in the last 2");
    assertThat(result.steps()).isEqualTo(result.bestAt() + 2 * 128);
  }

  @Test
  void stoppedByHandItKeepsWhereItStandsAndGoesOnAsIfItHadNotBeen() throws Exception {
    SmallRun whole = SmallRun.in(folder.resolve("whole"), SmallRun.settings(2_048));
    SmallRun run = SmallRun.in(folder.resolve("stopped"), SmallRun.settings(2_048));
    Files.createDirectory(whole.folder().path());
    Files.createDirectory(run.folder().path());
    whole.begin();
    AtomicInteger rounds = new AtomicInteger();

    RunResult stopped = run.begin(() -> rounds.incrementAndGet() > 5);
    RunResult resumed = run.resume();

    assertThat(stopped.end()).isEqualTo(End.INTERRUPTED);
    assertThat(stopped.steps()).isEqualTo(5 * 128);
    assertThat(resumed.end()).isEqualTo(End.FINISHED);
    assertThat(weights(run.folder().lastModel())).isEqualTo(weights(whole.folder().lastModel()));
    assertThat(weights(run.folder().model())).isEqualTo(weights(whole.folder().model()));
    assertThat(run.metrics()).isEqualTo(whole.metrics());
  }

  @Test
  void logsAreToldWhenSomebodyStoppedTheRunAndOnlyThen() {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(256));
    AtomicInteger told = new AtomicInteger();
    RunLog log =
        new RunLog() {
          @Override
          public void scalar(String name, long step, double value) {}

          @Override
          public void parameters(Map<String, String> parameters) {}

          @Override
          public void flush() {}

          @Override
          public void interrupt() {
            told.incrementAndGet();
          }

          @Override
          public void close() {}
        };

    TrainingRun.begin(run.folder(), run.manifest(), run.trainee(), with(log, true));
    assertThat(told).hasValue(1);

    TrainingRun.resume(run.folder(), run.trainee(), with(log, false));
    assertThat(told).hasValue(1);
  }

  private static Surroundings with(RunLog log, boolean stop) {
    Surroundings plain = SmallRun.surroundings(() -> stop, step -> {});
    return new Surroundings(
        plain.clock(), plain.cpu(), List.of(log), plain.stop(), plain.watcher());
  }

  @Test
  void aFinishedRunHasNothingToGoOnWith() {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(128));
    run.begin();

    assertThatThrownBy(run::resume)
        .isInstanceOf(RunException.class)
        .hasMessage(
            "run %s has come to its end after 128 steps (all steps were taken): there is nothing to"
                    .formatted(run.folder().id())
                + " go on with");
  }

  @Test
  void aRunThatIsUnderWayIsTrainedByNobodyElse() {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(256));
    AtomicInteger refusals = new AtomicInteger();

    RunResult result =
        run.begin(() -> {
          assertThatThrownBy(run::resume)
              .isInstanceOf(RunException.class)
              .hasMessage(
                  "run %s must be trained by one process at a time, but another is at it: wait for"
                          .formatted(run.folder().id())
                      + " its end, or stop it");
          refusals.incrementAndGet();
          return false;
        });

    assertThat(refusals).hasValue(2);
    assertThat(result.steps()).isEqualTo(256);
    assertThat(result.end()).isEqualTo(End.FINISHED);
  }

  @Test
  void findsARunByItsNameAndSaysWhichThereAre() {
    Clock noon = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    TrainingFolder first = TrainingFolder.begin(folder, "ppo-cart-pole", noon);
    SmallRun run =
        SmallRun.in(
            TrainingFolder.begin(folder, "ppo-cart-pole", noon).path(), SmallRun.settings(128));
    run.begin();

    assertThat(first.id()).isEqualTo("ppo-cart-pole-20261121-120000");
    assertThat(run.folder().id()).isEqualTo("ppo-cart-pole-20261121-120000-2");
    assertThat(TrainingFolder.find(folder, run.folder().id())).isEqualTo(run.folder());
    assertThatThrownBy(() -> TrainingFolder.find(folder, "none"))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("\"none\" is none; the latest are")
        .hasMessageContaining(run.folder().id());
  }

  private static Object weights(Path file) {
    return Safetensors.read(file).tensors();
  }
}
