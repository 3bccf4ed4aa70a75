package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.learning.run.RunResult;
import quorate.learning.run.TrainingFolder;
import quorate.learning.weights.NamedTensor;
import quorate.learning.weights.Safetensors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `train` as a person types it; without the vectors here, as in a JVM without their module.
class TrainTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private TrainingBench bench;

  @BeforeEach
  void makeTheBench() throws IOException {
    bench = new TrainingBench(folder);
  }

  @Test
  void saysInOneLineWhatWasReachedAndWhere() {
    CommandLineSession session = bench.small("cart-pole");

    assertThat(session.err()).isEmpty();
    assertThat(session.exitCode()).isZero();
    assertThat(session.out())
        .hasLineCount(1)
        .matches(
            "ppo on CartPole-v1: return [\\d.]+ ± [\\d.]+ over 3 episodes after 512 steps"
                + " \\(all steps were taken\\), [\\d,]+ steps/s, [\\d.]+ CPU seconds; .*/runs/"
                + "ppo-cart-pole-\\d{8}-\\d{6}\n");
    assertThat(bench.runs())
        .singleElement()
        .satisfies(run ->
            assertThat(run)
                .isDirectoryContaining("glob:**/manifest.json")
                .isDirectoryContaining("glob:**/model.safetensors")
                .isDirectoryContaining("glob:**/last.safetensors")
                .isDirectoryContaining("glob:**/checkpoint")
                .isDirectoryContaining("glob:**/metrics.jsonl")
                .isDirectoryContaining("glob:**/tensorboard"));
  }

  @Test
  void tellsAMachineTheSame() {
    CommandLineSession session = bench.small("CartPole-v1", "--seed", "3", "--json");

    JsonNode told = JsonMapper.shared().readTree(session.out());
    assertThat(told.get("end").asString()).isEqualTo("finished");
    assertThat(told.get("seed").asLong()).isEqualTo(3);
    assertThat(told.get("settings").get("hidden").asString()).isEqualTo("16");
    assertThat(told.get("settings").get("max_gradient_norm").asDouble()).isEqualTo(0.5);
    assertThat(told.get("return").asDouble()).isPositive();
    assertThat(told.get("runs_on").asString()).isEqualTo("scalar");
    assertThat(told.get("cpu_seconds").isNumber()).isTrue();
  }

  @Test
  void theManifestIsEnoughToMakeTheSameAgain() {
    bench.small("pendulum", "--seed", "5", "--stop-at", "100", "--patience", "4");

    var manifest = new TrainingFolder(bench.runs().getFirst()).manifest();

    assertThat(manifest.algorithm()).isEqualTo("ppo");
    assertThat(manifest.world()).isEqualTo("Pendulum-v1");
    assertThat(manifest.preset()).isEqualTo("sb3");
    assertThat(manifest.seed()).isEqualTo(5);
    assertThat(manifest.settings()).containsEntry("discount", "0.99").containsEntry("copies", "2");
    assertThat(manifest.run().steps()).isEqualTo(512);
    assertThat(manifest.run().stopAtReturn()).isEqualTo(100);
    assertThat(manifest.run().patience()).isEqualTo(4);
    assertThat(manifest.code()).hasSize(64);
    assertThat(manifest.result()).isNotNull().extracting(RunResult::steps).isEqualTo(512L);
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    bench.small("cart-pole", "--seed", "9");
    bench.small("cart-pole", "--seed", "9");

    assertThat(bench.runs()).hasSize(2);
    assertThat(weights(bench.runs().get(0))).isEqualTo(weights(bench.runs().get(1)));
  }

  @Test
  void aTrainingRunDoesNotStandInTheWayOfReports() {
    bench.small("cart-pole");

    CommandLineSession report = bench.run("report");

    assertThat(report.err()).contains("there is no run in");
  }

  @Test
  void anUnknownWorldIsRefusedWithTheNearest() {
    bench.assertWrongUse(
        bench.run("train", "cart-poll"),
        "world must be one of cart-pole, pendulum, acrobot, mountain-car, mountain-car-continuous,"
            + " cart-pole-no-vel, climbing, penalty-0, penalty-25, penalty-100, simple-spread, but was \"cart-poll\";"
            + " did you mean \"cart-pole\"?");
  }

  @Test
  void noWorldNamesThoseThereAre() {
    bench.assertWrongUse(
        bench.run("train"), "train must be followed by a world, one of cart-pole, pendulum");
  }

  @Test
  void anUnknownAlgorithmIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--algorithm", "pppo"),
        "algorithm must be one of ppo, ppo-lstm, dqn, sac, mappo, cql, but was \"pppo\"; did you mean \"ppo\"?");
  }

  @Test
  void anAlgorithmThatDoesNotFitTheWorldIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "simple-spread", "--algorithm", "ppo"),
        "ppo is for worlds of one agent, but simple-spread is none");
  }

  @Test
  void everyWorldHasAnAlgorithm() {
    for (String[] each : new String[][] {{"cart-pole-no-vel", "ppo"}, {"penalty-100", "mappo"}}) {
      CommandLineSession session = bench.small(each[0]);

      assertThat(session.err()).as(each[0]).isEmpty();
      assertThat(session.out()).startsWith(each[1] + " on ");
    }
  }

  @Test
  void aModelThatNormalisesWhatItSeesHasTheMomentsWithIt() {
    bench.small("cart-pole", "--set", "normalise_observations=true");

    Path model = bench.runs().getFirst().resolve("model.safetensors");
    assertThat(Safetensors.read(model).tensors())
        .extracting(NamedTensor::name)
        .contains("observations.mean", "observations.deviation");
  }

  @Test
  void everyAlgorithmTrainsOnAWorldThatFitsIt() {
    for (String[] each : new String[][] {{"dqn", "acrobot"}, {"sac", "pendulum"}}) {
      CommandLineSession session =
          bench.run(
              "train",
              each[1],
              "--algorithm",
              each[0],
              "--steps",
              "120",
              "--set",
              "memory=1000",
              "--set",
              "minibatch=16",
              "--set",
              "hidden=16",
              "--episodes",
              "1");

      assertThat(session.err()).as(each[0]).isEmpty();
      assertThat(session.out()).startsWith(each[0] + " on ").contains("after 120 steps");
    }
  }

  @Test
  void anAlgorithmThatRemembersTrainsOnAPoleWhoseSpeedsAreHidden() {
    CommandLineSession session =
        bench.run(
            "train",
            "cart-pole-no-vel",
            "--algorithm",
            "ppo-lstm",
            "--preset",
            "zoo",
            "--steps",
            "512",
            "--set",
            "memory=8",
            "--set",
            "hidden=8",
            "--episodes",
            "2");

    assertThat(session.err()).isEmpty();
    assertThat(session.out())
        .startsWith("ppo-lstm on CartPoleNoVel-v1: return ")
        .contains("after 512 steps");
  }

  @Test
  void stepsBelowOneAreRefused() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--steps", "0"), "steps must be at least 1, but was 0");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--steps", "many"),
        "--steps must be a whole number, but was \"many\"");
  }

  @Test
  void digitsOfStepsMayBeGroupedWhereverStepsAreNamed() {
    CommandLineSession session =
        bench.run(
            "train",
            "cart-pole",
            "--steps",
            "2_048",
            "--checkpoint-every",
            "1_000",
            "--evaluate-every",
            "1_000",
            "--episodes",
            "2");

    assertThat(session.err()).isEmpty();
    assertThat(session.out()).contains("after 2,048 steps");
  }

  @Test
  void anUnderscoreThatGroupsNoDigitsIsRefused() {
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--checkpoint-every", "_1"),
        "--checkpoint-every must be a whole number, but was \"_1\"");
  }

  @Test
  void anEvaluationOfNoOrCountlessEpisodesIsRefused() {
    for (String each : new String[] {"0", "-5", "10001", "2000000000"}) {
      bench.assertWrongUse(
          bench.run("train", "cart-pole", "--episodes", each),
          "episodes of an evaluation must be from 1 to 10,000, but were %,d"
              .formatted(Integer.parseInt(each)));
    }
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--episodes", "3000000000"),
        "--episodes must be a whole number of at most 2,147,483,647, but was \"3000000000\"");
    bench.assertWrongUse(
        bench.run("train", "cart-pole", "--stop-at", "many"),
        "--stop-at must be a number, but was \"many\"");
  }

  @Test
  void aTrackingServerThatIsNoAddressIsRefusedBeforeAnythingIsMade() throws IOException {
    Path settings = bench.at("quorate.yaml");
    Files.writeString(
        settings,
        Files.readString(settings) + "learning: {mlflow: {tracking_uri: \"local host\"}}\n");

    bench.assertWrongUse(
        bench.small("cart-pole"),
        "learning.mlflow.tracking_uri must be like http://localhost:5000, but was \"local host\"");
  }

  private static Object weights(Path run) {
    return Safetensors.read(run.resolve("last.safetensors")).tensors();
  }
}
