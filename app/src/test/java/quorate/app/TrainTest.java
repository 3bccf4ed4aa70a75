package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private static final String[] SMALL = {
    "--set", "copies=2", "--set", "steps=64", "--set", "minibatch=32", "--set", "epochs=2",
    "--set", "hidden=16", "--steps", "512", "--evaluate-every", "256", "--episodes", "3"
  };

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Workbench bench;

  @BeforeEach
  void makeTheBench() throws IOException {
    bench = new Workbench(folder);
  }

  @Test
  void saysInOneLineWhatWasReachedAndWhere() {
    CommandLineSession session = small("cart-pole");

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
    CommandLineSession session = small("CartPole-v1", "--seed", "3", "--json");

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
    small("pendulum", "--seed", "5", "--stop-at", "100", "--patience", "4");

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
    small("cart-pole", "--seed", "9");
    small("cart-pole", "--seed", "9");

    assertThat(bench.runs()).hasSize(2);
    assertThat(weights(bench.runs().get(0))).isEqualTo(weights(bench.runs().get(1)));
  }

  @Test
  void aTunedPresetHasItsOwnSettings() {
    CommandLineSession session =
        bench.run("train", "cart-pole", "--preset", "zoo", "--steps", "256", "--json");

    assertThat(session.err()).isEmpty();
    JsonNode told = JsonMapper.shared().readTree(session.out());
    assertThat(told.get("preset").asString()).isEqualTo("zoo");
    assertThat(told.get("settings").get("copies").asInt()).isEqualTo(8);
  }

  @Test
  void aTrainingRunDoesNotStandInTheWayOfReports() {
    small("cart-pole");

    CommandLineSession report = bench.run("report");

    assertThat(report.err()).contains("there is no run in");
  }

  @Test
  void anUnknownWorldIsRefusedWithTheNearest() {
    assertWrongUse(
        bench.run("train", "cart-poll"),
        "world must be one of cart-pole, pendulum, acrobot, mountain-car, mountain-car-continuous,"
            + " cart-pole-no-vel, climbing, penalty-0, penalty-25, penalty-100, simple-spread, but was \"cart-poll\";"
            + " did you mean \"cart-pole\"?");
  }

  @Test
  void noWorldNamesThoseThereAre() {
    assertWrongUse(
        bench.run("train"), "train must be followed by a world, one of cart-pole, pendulum");
  }

  @Test
  void anUnknownAlgorithmIsRefused() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--algorithm", "pppo"),
        "algorithm must be one of ppo, ppo-lstm, dqn, sac, mappo, cql, but was \"pppo\"; did you mean \"ppo\"?");
  }

  @Test
  void anAlgorithmThatDoesNotFitTheWorldIsRefused() {
    assertWrongUse(
        bench.run("train", "simple-spread", "--algorithm", "ppo"),
        "ppo is for worlds of one agent, but simple-spread is none");
  }

  @Test
  void everyWorldHasAnAlgorithm() {
    for (String[] each : new String[][] {{"cart-pole-no-vel", "ppo"}, {"penalty-100", "mappo"}}) {
      CommandLineSession session = small(each[0]);

      assertThat(session.err()).as(each[0]).isEmpty();
      assertThat(session.out()).startsWith(each[1] + " on ");
    }
  }

  @Test
  void aTeamLearnsWithTheSettingsTunedHereUnlessToldOtherwise() {
    JsonNode tuned = told("simple-spread");
    JsonNode paper = told("simple-spread", "--preset", "paper");

    assertThat(tuned.get("preset").asString()).isEqualTo("tuned");
    assertThat(tuned.get("settings").get("rate_falls").asBoolean()).isTrue();
    assertThat(tuned.get("return").asDouble()).isNegative();
    assertThat(paper.get("preset").asString()).isEqualTo("paper");
    assertThat(paper.get("settings").get("rate_falls").asBoolean()).isFalse();
  }

  @Test
  void aPresetThatAnAlgorithmDoesNotHaveIsRefused() {
    assertWrongUse(
        bench.run("train", "simple-spread", "--preset", "sb3"),
        "mappo has the presets tuned and paper, but was given \"sb3\"");
    assertWrongUse(
        bench.run("train", "cart-pole", "--preset", "tuned"),
        "ppo has the presets sb3 and zoo, but was given \"tuned\"");
  }

  @Test
  void aModelThatNormalisesWhatItSeesHasTheMomentsWithIt() {
    small("cart-pole", "--set", "normalise_observations=true");

    Path model = bench.runs().getFirst().resolve("model.safetensors");
    assertThat(Safetensors.read(model).tensors())
        .extracting(NamedTensor::name)
        .contains("observations.mean", "observations.deviation");
  }

  @Test
  void anotherAlgorithmHasItsOwnSettings() {
    CommandLineSession session =
        bench.run(
            "train",
            "cart-pole",
            "--algorithm",
            "dqn",
            "--steps",
            "200",
            "--set",
            "memory=1000",
            "--set",
            "hidden=16",
            "--episodes",
            "2",
            "--json");

    assertThat(session.err()).isEmpty();
    JsonNode told = JsonMapper.shared().readTree(session.out());
    assertThat(told.get("algorithm").asString()).isEqualTo("dqn");
    assertThat(told.get("settings").get("memory").asInt()).isEqualTo(1000);
    assertThat(told.get("steps").asLong()).isEqualTo(200);
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
  void aLearningRateMayFollowAnySchedule() {
    JsonNode ppo = told("cart-pole", "--set", "rate=cosine:0.1,0.001,0");
    JsonNode team =
        told("simple-spread", "--set", "rate=steps:1e-3,0.5,0.5", "--set", "rate_falls=false");

    assertThat(ppo.get("settings").get("rate").asString()).isEqualTo("cosine:0.1,0.001,0.0");
    assertThat(team.get("settings").get("rate").asString()).isEqualTo("steps:0.001,0.5,0.5");
  }

  @Test
  void aScheduleIsReadBackFromTheManifest() throws IOException {
    small("cart-pole", "--set", "rate=exponential:1e-3,1e-4");
    Path manifest = bench.runs().getFirst().resolve("manifest.json");

    CommandLineSession again =
        bench.run("train", "--resume", bench.runs().getFirst().getFileName().toString());

    assertThat(Files.readString(manifest)).contains("\"exponential:0.001,1.0E-4\"");
    assertThat(again.err()).contains("there is nothing to go on with").hasLineCount(1);
  }

  @Test
  void aScheduleThatCannotBeIsRefused() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "rate=cosin:0.1,0.001,0"),
        "a schedule must be a number such as 0.001, or linear:from,to, cosine:warmUp,peak,end,"
            + " exponential:from,to or steps:from,factor,place,…, but was"
            + " \"cosin:0.1,0.001,0\" (rate)");
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "rate=cosine:2,0.001,0"),
        "a schedule's warm-up must be from 0 to below 1, but was 2.0 (rate)");
    assertWrongUse(
        bench.run("train", "cart-pole", "--preset", "zoo", "--set", "rate=cosine:0,0.001,0"),
        "rate must be one number where rateFalls is true, but was cosine:0.0,0.001,0.0");
  }

  @Test
  void anUnknownSettingIsRefusedWithTheNearest() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "minibach=32"),
        "ppo has no setting \"minibach\"; did you mean \"minibatch\"?");
  }

  @Test
  void aSettingThatCannotBeReadIsRefused() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "epochs=ten"),
        "epochs must be a whole number, but was \"ten\"");
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "hidden=64,x"),
        "hidden must be whole numbers such as 64,64, but was \"64,x\"");
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "rate_falls=maybe"),
        "rate_falls must be true or false, but was \"maybe\"");
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "activation=tann"),
        "did you mean \"tanh\"?, but was \"tann\"");
  }

  @Test
  void aSettingThatBreaksARuleOfTheAlgorithmIsRefused() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "minibatch=100"),
        "an update's minibatch must divide steps × copies = 2048, but was 100");
  }

  @Test
  void settingsThatDoNotFitTogetherAreRefusedAndSayWhose() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "hidden=64,0"),
        "hidden layers must be at least one, of at least 1 number each, but were [64, 0]");
    assertWrongUse(
        bench.run("train", "cart-pole", "--set", "steps=2000000000"),
        "ppo cannot learn cart-pole with these settings: they ask for more numbers than an array"
            + " can hold; choose smaller ones");
  }

  @Test
  void aMemoryLargerThanTheMachinesIsRefused() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--algorithm", "dqn", "--set", "memory=2000000000"),
        "dqn cannot learn cart-pole with these settings: a memory of steps of 4 numbers holds at"
            + " most 536,870,909 of them, but was to hold 2,000,000,000: hold fewer steps");
  }

  @Test
  void aMemoryThatDoesNotFitSaysHowToMakeItSmallerAndHowToGiveMore() {
    CommandLineSession session =
        bench.run("train", "cart-pole", "--algorithm", "dqn", "--set", "memory=500_000_000");

    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.err())
        .hasLineCount(1)
        .contains("dqn cannot learn cart-pole: a memory of 500,000,000 steps of 11 numbers needs")
        .endsWith(
            " MB are left; hold fewer with --set memory=<steps>, or give it more:"
                + " QUORATE_JVM_FLAGS=-Xmx42g ./quorate …\n");
    assertThat(bench.runs()).isEmpty();
  }

  @Test
  void stepsBelowOneAreRefused() {
    assertWrongUse(
        bench.run("train", "cart-pole", "--steps", "0"), "steps must be at least 1, but was 0");
    assertWrongUse(
        bench.run("train", "cart-pole", "--steps", "many"),
        "steps must be a whole number, but was \"many\"");
  }

  @Test
  void anEvaluationOfNoOrCountlessEpisodesIsRefused() {
    for (String each : new String[] {"0", "-5", "10001", "2000000000"}) {
      assertWrongUse(
          bench.run("train", "cart-pole", "--episodes", each),
          "episodes of an evaluation must be from 1 to 10,000, but were %,d"
              .formatted(Integer.parseInt(each)));
    }
    assertWrongUse(
        bench.run("train", "cart-pole", "--episodes", "3000000000"),
        "--episodes must be a whole number of at most 2,147,483,647, but was \"3000000000\"");
    assertWrongUse(
        bench.run("train", "cart-pole", "--stop-at", "many"),
        "--stop-at must be a number, but was \"many\"");
  }

  @Test
  void aPresetThatWasNotTunedForTheWorldIsRefused() {
    assertWrongUse(
        bench.run("train", "mountain-car-continuous", "--algorithm", "ppo", "--preset", "zoo"),
        "but was asked for MountainCarContinuous-v0");
  }

  @Test
  void aRunThatIsNotThereIsRefused() {
    assertWrongUse(
        bench.run("train", "--resume", "nothing"), "\"nothing\" is none; there are none yet");
  }

  @Test
  void aResumedRunTakesNoSettings() {
    assertWrongUse(
        bench.run("train", "--resume", "any", "--steps", "5"),
        "--resume goes on with the world and settings that the run began with, so it takes no"
            + " --steps");
  }

  @Test
  void aFinishedRunHasNothingToGoOnWith() {
    small("cart-pole");

    CommandLineSession again =
        bench.run("train", "--resume", bench.runs().getFirst().getFileName().toString());

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("there is nothing to go on with").hasLineCount(1);
  }

  @Test
  void aManifestThatWasChangedIsNamedInTheRefusal() throws IOException {
    small("cart-pole");
    Path manifest = bench.runs().getFirst().resolve("manifest.json");
    String whole = Files.readString(manifest);
    for (String[] each :
        new String[][] {
          {
            "\"CartPole-v1\"",
            "\"climbing\"",
            "ppo is for worlds of one agent, but climbing is none"
          },
          {"\"ppo\"", "\"pppo\"", "but was \"pppo\"; did you mean \"ppo\"?"},
          {
            "\"0.99\"", "\"99\"", "a clipped objective's discount must be from 0 to 1, but was 99.0"
          },
        }) {
      Files.writeString(manifest, whole.replace(each[0], each[1]));

      CommandLineSession again =
          bench.run("train", "--resume", bench.runs().getFirst().getFileName().toString());

      assertThat(again.exitCode()).isEqualTo(1);
      assertThat(again.err())
          .hasLineCount(1)
          .contains("manifest.json must be as the run wrote it, but cannot be: ")
          .contains(each[2] + "; put it back as it was, or begin the run again");
    }
  }

  @Test
  void aManifestThatWasDeletedIsNamedInTheRefusal() throws IOException {
    small("cart-pole");
    Path manifest = bench.runs().getFirst().resolve("manifest.json");
    Files.delete(manifest);
    String run = bench.runs().getFirst().getFileName().toString();

    for (CommandLineSession each :
        new CommandLineSession[] {
          bench.run("train", "--resume", run),
          bench.run("record", run, "--into", bench.at("steps.safetensors").toString())
        }) {
      assertThat(each.exitCode()).isEqualTo(1);
      assertThat(each.err())
          .hasLineCount(1)
          .contains("a training run must have its manifest.json, but there is no " + manifest)
          .contains("put it back as it was, or begin the run again");
    }
  }

  @Test
  void aTrackingServerThatIsNoAddressIsRefusedBeforeAnythingIsMade() throws IOException {
    Path settings = bench.at("quorate.yaml");
    Files.writeString(
        settings,
        Files.readString(settings) + "learning: {mlflow: {tracking_uri: \"local host\"}}\n");

    assertWrongUse(
        small("cart-pole"),
        "learning.mlflow.tracking_uri must be like http://localhost:5000, but was \"local host\"");
  }

  private CommandLineSession small(String... arguments) {
    List<String> all = new ArrayList<>(List.of("train"));
    all.addAll(List.of(arguments));
    all.addAll(List.of(SMALL));
    return bench.run(all.toArray(String[]::new));
  }

  private JsonNode told(String world, String... arguments) {
    List<String> all = new ArrayList<>(List.of(world, "--json"));
    all.addAll(List.of(arguments));
    CommandLineSession session = small(all.toArray(String[]::new));
    assertThat(session.err()).isEmpty();
    return JsonMapper.shared().readTree(session.out());
  }

  private void assertWrongUse(CommandLineSession session, String why) {
    assertThat(session.err()).contains(why).hasLineCount(1);
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.out()).isEmpty();
    assertThat(bench.runs()).isEmpty();
  }

  private static Object weights(Path run) {
    return Safetensors.read(run.resolve("last.safetensors")).tensors();
  }
}
